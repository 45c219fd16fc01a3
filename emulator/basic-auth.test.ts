import { expect, test } from 'vitest';
import { parseBasicAuth } from './basic-auth.ts';

function header(credentials: string): string {
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

test.each([
  ['u/a/b:secret', { user: 'u/a/b', password: 'secret' }],
  ['u/a/b:a:b', { user: 'u/a/b', password: 'a:b' }],
  ['ü:€', { user: 'ü', password: '€' }],
  ['a:', { user: 'a', password: '' }],
])('%j', (credentials, expected) => {
  expect(parseBasicAuth(header(credentials))).toEqual(expected);
  expect(parseBasicAuth(header(credentials).replace('Basic', 'basic'))).toEqual(expected);
});

test.each([undefined, '', 'Basic', 'Basic !!', 'Bearer YTpi', header('no colon')])(
  '%j holds none',
  (value) => {
    expect(parseBasicAuth(value)).toBe(null);
  },
);
