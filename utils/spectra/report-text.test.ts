import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from './report-testing.ts';
import { textOf } from './report-text.ts';

describe('a text from outside', () => {
  it.each([
    ['as it is', 'as it is'],
    ['a\u0000b\r\nc\td\u007fe\u0085f\u2028g\u00a0h\ufeffi', 'a b c d e f g h i'],
    ['  many   spaces ', 'many spaces'],
    ['gpj\u202eexe.txt', 'gpjexe.txt'],
    ['\u061ca\u200eb\u200fc\u202ad\u2069', 'abcd'],
    ['a \u202e b', 'a b'],
    ['\ud800x', '\ufffdx'],
    ['x\udc00', 'x\ufffd'],
    ['😀 𝒳', '😀 𝒳'],
    ['\u202e\u0000 ', ''],
    [7, ''],
    [null, ''],
    [['a'], ''],
    [{ toString: () => 'a' }, ''],
  ])('%j is shown as %j', (value, shown) => {
    expect(textOf(value)).toBe(shown);
  });

  it.each([
    ['abcdef', 'abcdef'],
    ['abcdefg', 'abcde…'],
    ['abcd fgh', 'abcd…'],
    ['😀😀😀', '😀😀😀'],
    ['😀😀😀😀', '😀😀…'],
    ['a😀😀😀', 'a😀😀…'],
    ['\u202eabcdef', 'abcdef'],
    [`${' '.repeat(100)}abcdef`, 'abcdef'],
    [`ab${'\u202e'.repeat(21)}😀`, 'ab…'],
  ])('%j is cut to %j', (value, shown) => {
    expect(textOf(value, 6)).toBe(shown);
  });

  it('is clean, whole in its characters and no longer than it may be', () => {
    const piece = fc.oneof(
      anyText({ maxLength: 5 }),
      fc.constantFrom('\ud83d', '\ude00', '😀', '\u202e', '\u0000', '\u0085', '\u2066', '\u2029', ' ', '  '),
    );
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (value, most) => {
        const shown = textOf(value, most);
        expect(shown.length).toBeLessThanOrEqual(most);
        expect(shown).not.toMatch(
          /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[^\S ]|\s\s|^\s|\s$/u,
        );
        expect(shown.isWellFormed()).toBe(true);
        expect(textOf(shown, most)).toBe(shown);
      }),
      { numRuns: 200 },
    );
  });
});
