import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stixUrl } from './stix-url.ts';
import { anyAnalysis } from './testing.ts';

describe('a URL in STIX', () => {
  it.each([
    ['https://bad.test/a?b#c', 'https://bad.test/a?b#c', 'hxxps://bad.test/a?b#c'],
    ['http://u:p@bad.test:8080/', 'http://u:p@bad.test:8080/', 'hxxp://***@bad.test:8080/'],
    ['http://[::1]:81/[x]', 'http://[::1]:81/%5Bx%5D', 'hxxp://[::1]:81/%5Bx%5D'],
    ['http://a.test/?q=[1]|%zz%#a#b', 'http://a.test/?q=%5B1%5D%7C%25zz%25#a%23b', undefined],
    ['http://a.test/%41%c3%bc', 'http://a.test/%41%c3%bc', 'hxxp://a.test/%41%c3%bc'],
    ['http://a.test/?', 'http://a.test/?', 'hxxp://a.test/?'],
    ['http://a.test/#', 'http://a.test/#', 'hxxp://a.test/#'],
    ['http://a.test/@b', 'http://a.test/@b', 'hxxp://a.test/@b'],
    ['http://a.test/?u=https://b.test/', undefined, 'hxxp://a.test/?u=hxxps://b.test/'],
  ])('%s is %s, defanged %s', (href, raw, defanged) => {
    if (raw) expect(stixUrl(href, 'raw')).toBe(raw);
    if (defanged) expect(stixUrl(href, 'defanged')).toBe(defanged);
  });

  it('leads to the same host as before', () => {
    fc.assert(
      fc.property(anyAnalysis, ({ href }) => {
        const { host, protocol } = new URL(href);
        const raw = new URL(stixUrl(href, 'raw'));
        expect([raw.protocol, raw.host]).toEqual([protocol, host]);
      }),
      { numRuns: 500 },
    );
  });
});
