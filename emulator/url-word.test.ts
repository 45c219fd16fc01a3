import { expect, test } from 'vitest';
import { normaliseUrl } from './normalised-url.ts';
import { findUrlWord } from './url-word.ts';

test.each([
  ['http://malicious.test/a', 'malicious'],
  ['http://www.MALICIOUS.test', 'malicious'],
  ['http://x.test/suspicious/1', 'suspicious'],
  ['http://x.test:8080/a/unknown?b#c', 'unknown'],
  ['https://clean.test/', 'clean'],
  ['https://x.test/cloaking', 'cloaking'],
  ['https://not-run.test/', 'not-run'],
  ['http://clean.test/malicious', 'clean'],
  ['http://x.test/suspicious/clean', 'suspicious'],
  ['http://unmalicious.test/', null],
  ['http://x.test/malicious.html', null],
  ['http://x.test/?q=malicious', null],
  ['http://x.test/?q=/malicious/', null],
  ['http://x.test/#/malicious/', null],
  ['http://malicious@x.test/', null],
  ['http://x.test/', null],
])('%s: %s', (href, word) => {
  expect(findUrlWord({ kind: 'url', ...normaliseUrl(href) })).toBe(word);
});

test('a file has none', () => {
  expect(findUrlWord({ kind: 'sample', sha1: '72e76e5273496e674c20ab5352e56e7253696e47' })).toBe(null);
});
