import { describe, expect, test } from 'vitest';
import { normaliseUrl } from './normalised-url.ts';
import { createVerdicts } from './verdicts.ts';
import { warningsOf } from './warnings.ts';

const page = {
  target: { kind: 'url', ...normaliseUrl('http://a.example/') },
  platform: 'windows10',
} as const;
const file = {
  target: { kind: 'sample', sha1: '72E76E5273496E674C20AB5352E56E7253696E47' },
  platform: 'linux',
} as const;

test('the rest of a verdict follows from the classification', () => {
  const verdicts = createVerdicts();
  verdicts.set({ report: { classification: 'MALICIOUS' } });
  expect(verdicts.of(page)).toEqual({
    classification: 'MALICIOUS',
    riskScore: 9,
    threatNames: ['Document-HTML.Phishing.Generic', 'Script-JS.Trojan.Redirector'],
    warnings: warningsOf(page, 'MALICIOUS'),
  });
  const rest = { riskScore: 96, threatNames: [], warnings: ['Too slow'] };
  verdicts.set({ report: { classification: 'KNOWN', ...rest } });
  expect(verdicts.of(page)).toEqual({ classification: 'KNOWN', ...rest });
});

test('the last order that matches is taken whole', () => {
  const verdicts = createVerdicts();
  verdicts.set({ report: { classification: 'KNOWN', warnings: ['first'] } });
  verdicts.set({ match: { platform: 'windows10' }, report: { classification: 'UNKNOWN' } });
  expect(verdicts.of(page)).toMatchObject({ classification: 'UNKNOWN', warnings: [] });
  expect(verdicts.of(file)).toMatchObject({ classification: 'KNOWN', warnings: ['first'] });
});

describe('matches', () => {
  test.each([
    [{}, true, true],
    [{ href: 'A.example' }, true, false],
    [{ href: 'http://a.example/x' }, false, false],
    [{ platform: 'linux' as const }, false, true],
    [{ href: 'http://a.example/', platform: 'linux' as const }, false, false],
    [{ sha1: '72E76E5273496E674C20AB5352E56E7253696E47' }, false, true],
    [{ sha1: '72e76e5273496e674c20ab5352e56e7253696e47' }, false, true],
    [{ sha1: page.target.sha1 }, true, false],
  ])('%j', (match, isPage, isFile) => {
    const verdicts = createVerdicts();
    verdicts.set({ match, report: { body: 'ordered' } });
    expect([verdicts.orderFor(page), verdicts.orderFor(file)].map(({ body }) => body === 'ordered')).toEqual([
      isPage,
      isFile,
    ]);
  });
});

test('an order wins over a word in the URL, for what is found and for what was seen', () => {
  const target = { kind: 'url', ...normaliseUrl('http://not-run.test/') } as const;
  const verdicts = createVerdicts();
  expect(verdicts.observedAt({ target, platform: 'linux' }).network.url).toEqual([]);
  verdicts.set({ report: { classification: 'MALICIOUS' } });
  expect(verdicts.of({ target, platform: 'linux' })).toMatchObject({ classification: 'MALICIOUS' });
  expect(verdicts.of({ target, platform: 'linux' }).warnings.join()).not.toMatch(/not run/);
  expect(verdicts.observedAt({ target, platform: 'linux' }).network.url.length).toBeGreaterThan(1);
  verdicts.set({ report: { signatures: [], urls: [] } });
  expect(verdicts.observedAt(page)).toMatchObject({ signatures: [], network: { url: [] } });
});

test('an order that makes no sense is refused, and reset() forgets all', () => {
  const verdicts = createVerdicts();
  const before = verdicts.of(page);
  expect(() => verdicts.set({ match: { href: 'javascript:alert(1)' }, report: {} })).toThrow();
  expect(() => verdicts.set({ report: { riskScore: 101 } })).toThrow();
  expect(() => verdicts.set({ report: { size: -1 } })).toThrow();
  expect(verdicts.list()).toEqual([]);
  verdicts.set({ report: { riskScore: 5 } });
  verdicts.reset();
  expect([verdicts.of(page), verdicts.list()]).toEqual([before, []]);
});
