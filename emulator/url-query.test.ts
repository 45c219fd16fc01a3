import { expect, test } from 'vitest';
import { parseUrlQuery } from './url-query.ts';

const url = 'http://a.example/';

test('the URL as it was asked for', () => {
  const body = JSON.stringify({ rl: { query: { url: 'a.example', response_format: 'json' } } });
  expect(parseUrlQuery(body)).toBe('a.example');
});

test.each([
  ['no JSON', '{"rl"'],
  ['no envelope', JSON.stringify({ query: { url, response_format: 'json' } })],
  ['no query', JSON.stringify({ rl: { url, response_format: 'json' } })],
  ['no URL', JSON.stringify({ rl: { query: { response_format: 'json' } } })],
  ['a URL that is none', JSON.stringify({ rl: { query: { url: 7, response_format: 'json' } } })],
  ['an unknown field', JSON.stringify({ rl: { query: { url, response_format: 'json', format: 'json' } } })],
  ['XML by default', JSON.stringify({ rl: { query: { url } } })],
  ['XML', JSON.stringify({ rl: { query: { url, response_format: 'xml' } } })],
])('%s is refused with 400', (_, body) => {
  expect(() => parseUrlQuery(body)).toThrow(expect.objectContaining({ name: 'Refusal', status: 400 }));
});
