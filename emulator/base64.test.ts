import { describe, expect, test } from 'vitest';
import { decodeBase64, decodeBase64Url, encodeBase64 } from './base64.ts';

describe('decodeBase64', () => {
  test.each([
    ['YQ==', 'a'],
    ['YQ', 'a'],
    ['YWI=', 'ab'],
    ['YWJj', 'abc'],
    ['w7/Dvg==', 'ÿþ'],
  ])('%s', (text, expected) => {
    expect(decodeBase64(text)?.toString()).toBe(expected);
  });

  test.each(['', '=', 'Y', 'YQ=', 'YWJj=', 'YR==', 'w7_Dvg==', 'YW I=', 'YQ==\n', 'YQ==YQ==', 'a*b'])(
    '%j is none',
    (text) => {
      expect(decodeBase64(text)).toBe(null);
    },
  );
});

describe('decodeBase64Url', () => {
  test.each([
    ['YQ', 'a'],
    ['YWJj', 'abc'],
    ['w7_Dvg', 'ÿþ'],
    ['4oKs4oK-', '€₾'],
  ])('%s', (text, expected) => {
    expect(decodeBase64Url(text)?.toString()).toBe(expected);
  });

  test.each(['', 'Y', 'YQ==', 'YWI=', 'YR', 'w7/Dvg', '4oKs4oK+', 'YQ%3D%3D', 'YQ\n'])(
    '%j is none',
    (text) => {
      expect(decodeBase64Url(text)).toBe(null);
    },
  );
});

test('encodeBase64 leaves the padding out', () => {
  expect(encodeBase64(Buffer.from('a'))).toBe('YQ');
});
