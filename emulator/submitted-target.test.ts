import { expect, test } from 'vitest';
import { readSubmitted } from './submitted-target.ts';

test.each([
  [{ url: 'google.com' }, { form: 'url', value: 'google.com' }],
  [{ url_base64: 'aHR0cDovL2EuZXhhbXBsZS_DvA' }, { form: 'url_base64', value: 'http://a.example/ü' }],
  [{ url_base64: 'aHR0cDovL2EuZXhhbXBsZS/DvA==' }, { form: 'url_base64', value: 'http://a.example/ü' }],
  [{ sha1: 'abc' }, { form: 'sha1', value: 'abc' }],
])('%j', (rl, target) => {
  expect(readSubmitted(JSON.stringify({ rl: { ...rl, platform: 'any' } }))).toEqual({
    target,
    platform: 'any',
  });
});

test.each(['', 'null', '{}', '{"rl":7}', '{"rl":{"url":7}}'])('%j holds nothing', (raw) => {
  expect(readSubmitted(raw)).toEqual({ target: null, platform: null });
});
