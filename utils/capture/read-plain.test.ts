import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPiece } from './read-piece.ts';
import { readPlain } from './read-plain.ts';

/** What is read plainly in a text, at each word's start; each must be what is read in full. */
function readPlainly(text: string): number {
  let count = 0;
  for (const { index } of text.matchAll(/[\p{L}\p{N}]/gu)) {
    const plain = readPlain(text, index);
    if (!plain) continue;
    count++;
    expect(plain, `${JSON.stringify(text)} at ${index}`).toEqual(readPiece(text, index));
  }
  return count;
}

const WORDS = [
  ...['a', 'co', 'com', 'sh', 'It', 'Com', 'COM', 'net', 'asp', 'xn--p1ai', 'xn--', 'x', 'X1', 'é', '中'],
  ...['local', 'home', 'arpa', 'fritz', 'box', 'nas', '0', '1', '10', '255', '256', '01', '192', '168'],
  ...['http', 'hxxp', 'https', 'ftp', 'meow', 'dot', 'at', 'D', 'fe80', 'a'.repeat(64), '-', '_', '--'],
];
const SIGNS = [
  ...['.', '.', '.', ' ', ' ', ' . ', ' [.] ', '[.]', '(dot)', ' dot ', '..', '...', '…', '\n', '\r\n', '\t'],
  ...[
    ':',
    '::',
    '://',
    ' ://',
    ': ',
    ':80',
    '/',
    '\\',
    '@',
    ' @',
    '[@]',
    '[at]',
    ' (at) ',
    '<',
    '>',
    '"',
    "'",
  ],
  ...[
    '=',
    '="',
    ',',
    ';',
    '|',
    '!',
    '?',
    '#',
    '&',
    '%',
    '~',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '`',
    '*',
    '。',
    '/24',
  ],
];

describe('what is read plainly is what is read in full', () => {
  it('in any text of words and signs', () => {
    const part = fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...SIGNS));
    let count = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 16 }), (parts) => {
        count += readPlainly(parts.join(''));
      }),
      { numRuns: 10_000 },
    );
    expect(count).toBeGreaterThan(5000);
  });

  it('in any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readPlainly(text)));
    fc.assert(fc.property(fc.string(), (text) => void readPlainly(text)));
  });

  it('where hosts stand as in prose', () => {
    const host = fc.oneof(
      fc.domain(),
      fc.ipV4(),
      fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 5 }).map((labels) => labels.join('.')),
    );
    const sign = fc.constantFrom(' ', ', ', '\n', '. ', ': ', '"', ')', ' d', ' dot', ' (');
    fc.assert(
      fc.property(fc.array(fc.tuple(host, sign), { maxLength: 4 }), (all) => {
        readPlainly(all.flat().join(''));
      }),
      { numRuns: 3000 },
    );
  });
});
