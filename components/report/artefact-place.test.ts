import { expect, it } from 'vitest';
import { placeOf } from './artefact-place.ts';

const SERVICE = 'https://sandbox.corp.test:8443';

it.each([
  'https://bucket.reversinglabs.com/a.7z?X-Amz-Signature=1',
  'https://reversinglabs.com/',
  'https://sandbox.corp.test:8443/a',
])('%s may be opened', (link) => {
  expect(placeOf(link, SERVICE)).toEqual({ url: link });
});

it.each([
  'http://bucket.reversinglabs.com/',
  'https://reversinglabs.com.evil.test/',
  'https://evilreversinglabs.com/',
  'https://reversinglabs.com@evil.test/',
  'https://user@bucket.reversinglabs.com/',
  'https://bucket.reversinglabs.com:8443/',
  'https://sandbox.corp.test/',
  'https://sub.sandbox.corp.test:8443/',
  'javascript:alert(1)//reversinglabs.com',
  'data:text/html,reversinglabs.com',
  'no URL at all',
  '',
])('%s leads elsewhere', (link) => {
  const place = placeOf(link, SERVICE);
  expect(place).toHaveProperty('elsewhere');
  expect('elsewhere' in place && place.elsewhere).not.toMatch(/https?:\/\//);
});

it('knows only the vendor where there is no account', () => {
  expect(placeOf('https://sandbox.corp.test/', undefined)).toHaveProperty('elsewhere');
  expect(placeOf('https://a.reversinglabs.com/', undefined)).toHaveProperty('url');
});
