import fc from 'fast-check';
import { expect, it } from 'vitest';
import { imitatedBrand, isBrandsOwn } from './brands.ts';

const NAMES =
  'microsoft office365 google apple icloud paypal amazon netflix whatsapp dhl docusign wellsfargo hsbc'.split(
    ' ',
  );

/** Of Unicode's confusables.txt, and what passes for a letter in ASCII. */
const SUBSTITUTES: Readonly<Record<string, string[]>> = {
  a: ['а', 'α', 'ɑ', 'á', '4'],
  c: ['с', 'ç'],
  d: ['ԁ', 'đ', 'cl'],
  e: ['е', 'é', 'ẹ', '3'],
  g: ['ɡ', 'ց', 'ğ'],
  h: ['һ', 'հ'],
  i: ['і', 'ı', 'ι', '1', 'l', 'í'],
  l: ['ӏ', 'ł', '1', 'i'],
  m: ['rn', 'м', 'ṃ'],
  n: ['ո', 'ñ', 'п'],
  o: ['о', 'ο', 'օ', '0', 'ö'],
  p: ['р', 'ρ'],
  s: ['ѕ', 'ş', '5'],
  t: ['т', 'τ', 'ţ'],
  u: ['υ', 'ս', 'ü'],
  w: ['ԝ', 'vv', 'ŵ'],
  x: ['х', 'χ'],
  y: ['у', 'ý'],
};

it.each(NAMES)('%s is told by any spelling', (name) => {
  const spelling = fc
    .tuple(...[...name].map((letter) => fc.constantFrom(letter, ...(SUBSTITUTES[letter] ?? []))))
    .map((letters) => letters.join(''));
  fc.assert(
    fc.property(spelling, (word) => {
      fc.pre(word !== name && !['dhi', 'appie'].includes(word));
      expect(imitatedBrand(word)).toBe(name);
    }),
  );
});

it.each([...NAMES, 'appie', 'zeile', 'googl', 'googles', 'lhd', ''])('%s imitates none', (word) => {
  expect(imitatedBrand(word)).toBeUndefined();
});

it('knows the domains of brands', () => {
  expect(isBrandsOwn(['paypal', 'com'])).toBe(true);
  expect(isBrandsOwn(['a', 'b', 'amazon', 'co', 'uk'])).toBe(true);
  expect(isBrandsOwn(['amazon', 'uk'])).toBe(false);
  expect(isBrandsOwn(['com'])).toBe(false);
});
