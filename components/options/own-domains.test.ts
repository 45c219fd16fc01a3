import { describe, expect, it } from 'vitest';
import { parseDomains } from './own-domains.ts';

describe('own domains', () => {
  it('are one a line, each once, as they were typed', () => {
    expect(
      parseDomains(' corp.example \r\n\n*.Corp.Example\n.intra.example\nbücher.example\ncorp.example'),
    ).toEqual({
      domains: ['corp.example', '*.Corp.Example', '.intra.example', 'bücher.example'],
      bad: [],
      isTooMuch: false,
    });
    expect(parseDomains('\n ')).toEqual({ domains: [], bad: [], isTooMuch: false });
  });

  it.each([
    'https://corp.example',
    'corp.example/path',
    'corp.example:8080',
    'me@corp.example',
    'two words.example',
    'corp..example',
    'a*b.example',
    'corp%2eexample',
    '*.',
  ])('%s is no host, and takes no other with it', (line) => {
    expect(parseDomains(`one.example\n${line}\nother.example`)).toEqual({
      domains: ['one.example', 'other.example'],
      bad: [line],
      isTooMuch: false,
    });
  });

  it('are no more than can be kept', () => {
    const many = Array.from({ length: 1001 }, (_, index) => `a${index}.example`);
    expect(parseDomains(many.join('\n')).isTooMuch).toBe(true);
    expect(parseDomains(many.slice(1).join('\n')).isTooMuch).toBe(false);
    expect(parseDomains(`${'a.'.repeat(130)}example`).isTooMuch).toBe(true);
  });
});
