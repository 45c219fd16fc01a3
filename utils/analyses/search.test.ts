import { expect, it } from 'vitest';
import type { Analysis } from './analysis.ts';
import { NO_QUERY } from './query.ts';
import { matcher, searchText } from './search.ts';
import { queuedAnalysis } from './testing.ts';

function isFound(href: string, text: string, more: Partial<Analysis> = {}): boolean {
  const analysis = { ...queuedAnalysis('A1', 1), href, ...more } as Analysis;
  return matcher({ ...NO_QUERY, text })(analysis, () => searchText(analysis));
}

it.each([
  ['http://login.example.test/verify?user=7', 'hxxp[:]//login[.]example[.]test/verify?user=7'],
  ['https://login.example.test/', 'hxxps://login(.)example(.)test'],
  ['http://user:pass@login.example.test/x', 'hxxp[:]//•••@login[.]example[.]test/x'],
  ['http://a.test/?next=http://user@b.test/x', 'hxxp[:]//a[.]test/?next=hxxp[:]//•••@b[.]test/x'],
  ['http://xn--bcher-kva.test/über'.replace('ü', '%C3%BC'), 'bücher.test'],
  ['http://xn--bcher-kva.test/%C3%BCber', 'http://bücher.test/über'],
  ['http://xn--bcher-kva.test/', 'http://bücher.test'],
  ['http://xn--bcher-kva.test/', 'BÜCHER'],
])('%s is found by %s', (href, text) => {
  expect(isFound(href, text)).toBe(true);
});

it('words are met in any order, and all of them', () => {
  expect(isFound('http://a.test/x', 'note a.test', { note: 'A Note' })).toBe(true);
  expect(isFound('http://a.test/x', 'note b.test', { note: 'A Note' })).toBe(false);
});

it('a note in letters of its own language is found by them', () => {
  expect(isFound('http://a.test/', 'größe', { note: 'Größe geprüft' })).toBe(true);
});

it('what is private is found by what it is', () => {
  expect(isFound('http://a.test/', 'is:private', { id: 'A1~' })).toBe(true);
  expect(isFound('http://a.test/', 'is:private')).toBe(false);
});
