import { expect, test } from 'vitest';
import { parseSubmission } from './submission.ts';

const platform = 'windows10';

function parse(body: unknown, base64: 'standard' | 'none' = 'standard') {
  return parseSubmission(JSON.stringify(body), base64);
}

test.each([
  ['padded', 'aHR0cDovL2EuZXhhbXBsZS/DvA=='],
  ['unpadded', 'aHR0cDovL2EuZXhhbXBsZS/DvA'],
])('url_base64 is taken %s', (_, url_base64) => {
  expect(parse({ rl: { url_base64, platform } }).target).toMatchObject({ url: 'http://a.example/%C3%BC' });
});

test('a hash is kept as it was written', () => {
  const sha1 = '72E76E5273496E674C20AB5352E56E7253696E47';
  expect(parse({ rl: { sha1, platform } }).target).toEqual({ kind: 'sample', sha1 });
});

const url = 'http://a.example/';

test.each([
  ['no JSON', '{"rl":'],
  ['nothing', ''],
  ['null', 'null'],
  ['no rl', '{"url":"http://a.example/","platform":"windows10"}'],
  ['rl not an object', '{"rl":"x"}'],
  ['rl a list', '{"rl":[]}'],
  ['a field that the document does not know', JSON.stringify({ rl: { url, platform, extra: 'x' } })],
  ['a field that is no string', JSON.stringify({ rl: { url, platform: 7 } })],
  ['an empty url', JSON.stringify({ rl: { url: '', platform } })],
  ['a short hash', JSON.stringify({ rl: { sha1: 'abc', platform } })],
  [
    'Base64 of another alphabet',
    JSON.stringify({ rl: { url_base64: 'aHR0cDovL2EuZXhhbXBsZS_DvA', platform } }),
  ],
  [
    'Base64 that is not UTF-8',
    JSON.stringify({ rl: { url_base64: btoa('http://a.example/\xff'), platform } }),
  ],
  ['Base64 of no URL', JSON.stringify({ rl: { url_base64: btoa('ftp://a.example/'), platform } })],
  ['null as a second target', JSON.stringify({ rl: { url, sha1: null, platform } })],
])('400 for %s', (_, body) => {
  expect(() => parseSubmission(body, 'standard')).toThrow(
    expect.objectContaining({ name: 'Refusal', status: 400 }),
  );
});

test('without Base64 support url_base64 is refused, in words of its own', () => {
  expect(() => parse({ rl: { url_base64: btoa(url), platform } }, 'none')).toThrow(/not accepted/);
});
