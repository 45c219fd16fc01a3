import type { Analysis } from './analysis.ts';
import { isPrivateId } from './keys.ts';
import type { Query } from './query.ts';
import { rankOf } from './verdict.ts';

/** All that a search looks at: URLs with their hosts, ids, SHA-1, threat, note and case, in lower case; `is:private` finds what is. */
export function searchText({ id, href, started, verdict, note = '', case: name = '' }: Analysis): string {
  const { analysisId = '', sha1 = '', url = '' } = started ?? {};
  const mark = isPrivateId(id) ? 'is:private' : '';
  return [href, analysisId, sha1, verdict?.threat ?? '', note, name, url, id, mark].join('\n').toLowerCase();
}

/**
 * The words of a search, each in all ways in which it may stand in what is searched. A defanged URL is looked for as what it
 * stands for, on both sides of what is masked in it; a host with letters of all the world as its ASCII form, too.
 */
function wordsOf(text: string): string[][] {
  return text
    .toLowerCase()
    .replace(/•+@?/g, ' ')
    .replace(/hxxp(?=s?\[?:)/g, 'http')
    .replace(/\[(:\/\/|[.:@/])\]|\(\.\)/g, (_, sign) => sign ?? '.')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => [...new Set([word, asciiOf(word)])]);
}

/** As `URL` writes it: hosts in Punycode, all else percent-encoded. */
function asciiOf(word: string): string {
  if (/^\p{ASCII}*$/u.test(word)) return word;
  const href = URL.parse(/^https?:/.test(word) ? word : `http://${word}`)?.href.toLowerCase() ?? word;
  const bare = href.replace(/^https?:\/\//, '');
  return /[/?#]/.test(word.replace(/^https?:\/\//, '')) ? bare : bare.replace(/\/$/, '');
}

/** Whether an analysis is one that is asked for; its text is only made where words are looked for. */
export function matcher(query: Query): (analysis: Analysis, text: () => string) => boolean {
  const { verdicts, states, platforms, case: name } = query;
  const words = wordsOf(query.text);
  const from = query.from ? startOfDay(query.from, 0) : Number.NEGATIVE_INFINITY;
  const to = query.to ? startOfDay(query.to, 1) : Number.POSITIVE_INFINITY;
  const asked: ((analysis: Analysis) => boolean)[] = [
    ({ capturedAt }) => capturedAt >= from && capturedAt < to,
    ({ state }) => isAmong(state, states),
    ({ platform }) => isAmong(platform, platforms),
    (analysis) => isAmong(rankOf(analysis), verdicts),
    (analysis) => name === '' || analysis.case === name,
  ];
  return (analysis, text) =>
    asked.every((isWanted) => isWanted(analysis)) &&
    words.every((forms) => forms.some((form) => text().includes(form)));
}

/** Where none is named any will do. */
function isAmong<T>(one: T | undefined, named: readonly T[]): boolean {
  return named.length === 0 || (one !== undefined && named.includes(one));
}

/** When a day begins where the user is, so many days later. */
function startOfDay(day: string, later: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}
