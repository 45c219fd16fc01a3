import { describe, expect, it } from 'vitest';
import { appended, linesIn, textOf } from './text-source.ts';

const file = (...parts: BlobPart[]) => new File(parts, 'list.txt');

describe('a text to be read', () => {
  it.each([
    ['', 1],
    ['a', 1],
    ['a\nb\r\nc', 3],
  ])('%j has so many lines', (text, lines) => {
    expect(linesIn(text)).toBe(lines);
  });

  it('comes behind what is there, on a line of its own', () => {
    expect(appended(' \n', 'b')).toBe('b');
    expect(appended('a\n\n', 'b')).toBe('a\nb');
  });
});

describe('a file', () => {
  it('is read as UTF-8, or as the UTF-16 that it says it is', async () => {
    expect(await textOf(file('bücher'))).toEqual({ text: 'bücher' });
    expect(await textOf(file(new Uint8Array([0xff, 0xfe, 0x61, 0, 0x62, 0])))).toEqual({ text: 'ab' });
  });

  it('that is none of text is told, and one that is too large', async () => {
    expect(await textOf(file('a\0b'))).toEqual({ problem: 'file_no_text' });
    expect(await textOf(file('x'.repeat(20_000_001)))).toEqual({ problem: 'file_too_large' });
  });
});
