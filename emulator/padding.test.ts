import { expect, test } from 'vitest';
import { padReport } from './padding.ts';
import type { Platform } from './platforms.ts';

const REPORT = { classification: 'MALICIOUS', text: 'ü'.repeat(500) };
const KINDS = ['file_actions', 'process_actions', 'registry_actions'];

function paddedTo(size: number, platform: Platform = 'windows10') {
  return padReport(REPORT, size, { platform });
}

test('a report that is large enough stays as it is, without any', () => {
  for (const size of [0, 1000]) expect(paddedTo(size)).toEqual({ ...REPORT, behavioral: [] });
});

test.each([20_000, 200_000, 5_000_000])('%i bytes, or a little more', (size) => {
  const bytes = Buffer.byteLength(JSON.stringify(paddedTo(size)));
  expect(bytes).toBeGreaterThanOrEqual(size);
  expect(bytes).toBeLessThan(size + 10_000);
});

test.each([
  ['windows11', KINDS],
  ['macos11', KINDS.slice(0, 2)],
  ['linux', KINDS.slice(0, 2)],
] as const)('actions of processes as they are on %s, in many different strings', (platform, kinds) => {
  const { behavioral } = paddedTo(300_000, platform);
  const text = JSON.stringify(behavioral);
  for (const kind of KINDS) expect(text.includes(`"${kind}"`)).toBe(kinds.includes(kind));
  const strings = text.match(/"[^"]{8,}"(?!:)/g) ?? [];
  expect(new Set(strings).size).toBeGreaterThan(strings.length / 4);
  expect(paddedTo(300_000, platform).behavioral).toEqual(behavioral);
});
