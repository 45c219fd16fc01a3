import { expect, it } from 'vitest';
import { isGibberish } from './gibberish.ts';

it.each(['kkhghhmrhrnzithpdegunekh', 'QWJKZXPLMNRTVBFH', 'xkqjwvzbhtpf', 'aZxQkjWvPmRtLbGh'])(
  '%s was made by a machine',
  (letters) => {
    expect(isGibberish(letters)).toBe(true);
  },
);

it.each([
  'internationalization',
  'Rechtsschutzversicherungsgesellschaften',
  'Donaudampfschifffahrtsgesellschaft',
  'Angstschweissausbruch',
  'desoxyribonucléique',
  'wachtwoordherstellen',
  'przypomnienie',
  'getAccessTokenForUser',
  'backgroundbrightness',
  'knightsbridgeworkshop',
  'qwertz',
  '',
])('%s was not', (letters) => {
  expect(isGibberish(letters)).toBe(false);
});
