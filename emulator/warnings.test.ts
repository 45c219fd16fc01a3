import { expect, test } from 'vitest';
import { normaliseUrl } from './normalised-url.ts';
import { PLATFORMS } from './platforms.ts';
import { warningsOf } from './warnings.ts';

const NOT_RUN = ['The URL could not be opened, the analysis did not run'];

function at(href: string) {
  return PLATFORMS.map((platform) => ({ target: { kind: 'url', ...normaliseUrl(href) }, platform }) as const);
}

test('a URL with the word not-run did not run, on any platform', () => {
  for (const analysed of at('http://not-run.test/')) {
    expect(warningsOf(analysed, 'NO_THREATS_FOUND')).toEqual(NOT_RUN);
    expect(warningsOf(analysed, 'MALICIOUS')).not.toContain(NOT_RUN[0]);
  }
});

test('what is harmful comes with two to four harmless ones, the rest with none', () => {
  for (const analysed of at('http://a.example/')) {
    for (const classification of ['MALICIOUS', 'SUSPICIOUS'] as const) {
      const warnings = warningsOf(analysed, classification);
      expect(warnings.length).toBeGreaterThanOrEqual(2);
      expect(warnings.length).toBeLessThanOrEqual(4);
      expect(warnings).not.toContain(NOT_RUN[0]);
      expect(warningsOf(analysed, classification)).toEqual(warnings);
    }
    for (const classification of ['UNKNOWN', 'NO_THREATS_FOUND', 'KNOWN'] as const) {
      expect(warningsOf(analysed, classification)).toEqual([]);
    }
  }
});
