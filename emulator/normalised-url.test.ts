import { expect, test } from 'vitest';
import { normaliseUrl } from './normalised-url.ts';

test.each([
  ['google.com', 'http://google.com/'],
  ['  https://a.example/x ', 'https://a.example/x'],
  ['HTTP://A.Example:80', 'http://a.example/'],
  ['a.example:8080/x', 'http://a.example:8080/x'],
  ['localhost:8080', 'http://localhost:8080/'],
  ['http://bücher.example/ü?q=ü#ü', 'http://xn--bcher-kva.example/%C3%BC?q=%C3%BC#%C3%BC'],
  [
    'https://imdb.com/title/tt7740510/reviews?ref_=tt_urv',
    'https://imdb.com/title/tt7740510/reviews?ref_=tt_urv',
  ],
])('%j becomes %s', (submitted, url) => {
  expect(normaliseUrl(submitted).url).toBe(url);
});

test('SHA-1 and Base64 are those of the normalised URL (figures of sha1sum and base64)', () => {
  expect(normaliseUrl('google.com')).toEqual({
    url: 'http://google.com/',
    sha1: 'ac4cbe16220c61319d192bf9078f01de42e383e3',
    urlBase64: 'aHR0cDovL2dvb2dsZS5jb20v',
  });
});

test.each([
  '',
  ' ',
  'javascript:alert(1)',
  'mailto:a@b.example',
  'ftp://a.example/',
  'http://',
  'a b.example',
  'data:,x',
])('%j is refused with 400', (submitted) => {
  expect(() => normaliseUrl(submitted)).toThrow(expect.objectContaining({ name: 'Refusal', status: 400 }));
});
