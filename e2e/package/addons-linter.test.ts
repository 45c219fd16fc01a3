import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

interface Report {
  summary: { errors: number; notices: number; warnings: number };
  errors: { code: string }[];
  notices: { code: string }[];
  warnings: { code: string }[];
}

it("Mozilla's linter finds nothing in the package for Firefox", { timeout: 120_000 }, () => {
  const output = execFileSync('addons-linter', ['.output/firefox-mv3', '--output', 'json', '--boring'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const { errors, notices, warnings } = JSON.parse(output) as Report;
  expect([...errors, ...notices, ...warnings].map(({ code }) => code)).toEqual([]);
});
