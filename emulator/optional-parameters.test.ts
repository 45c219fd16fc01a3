import { expect, test } from 'vitest';
import { parseOptionalParameters } from './optional-parameters.ts';

test.each([
  ['', {}],
  ['locale=de-DE', { locale: 'de-DE' }],
  ['locale:de-DE,geolocation : tor', { locale: 'de-DE', geolocation: 'tor' }],
  ['sample_name=a=b: c.exe', { sample_name: 'a=b: c.exe' }],
])('%j', (text, expected) => {
  expect(parseOptionalParameters(text, 'sha1')).toEqual(expected);
});

test.each(['url', 'url_base64'])('geolocation and locale are taken with %s', (form) => {
  expect(parseOptionalParameters('geolocation=jp, locale=ja-JP', form)).toEqual({
    geolocation: 'jp',
    locale: 'ja-JP',
  });
});

test.each([
  'locale',
  'locale=',
  '=us',
  'locale=en-us',
  'locale=en-US,',
  'locale=en-US,locale=en-US',
  'sample_name=',
  'constructor=x',
  'internet_simulation=TRUE',
])('%j is refused with 400', (text) => {
  expect(() => parseOptionalParameters(text, 'sha1')).toThrow(expect.objectContaining({ status: 400 }));
});
