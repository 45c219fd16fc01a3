import { endOf } from './defang-marks.ts';
import { gluedTo, isPlaceholder } from './glued.ts';
import { jsonEnd, unescaped } from './json-escapes.ts';
import { fillsLine, mayGoOn } from './line-end.ts';

/** What follows an origin in a text, up to where the URL ends. */
export interface Rest {
  end: number;
  /** As it stands, but for breaks that are no part of it. */
  rest: string;
  /** Whether more of it stood there once or may stand in the next line, or some of it is the text's. */
  doubt?: 'cut' | 'wrapped' | 'glued';
}

/** What may begin the rest, or stand for it where it was cut. */
const STARTS = '/?#[({\\…<';
const START = /[/?#]|[[({][/?][\])}]|\\[\\/]?/y;
const RUN = /[^\s"<>“”„«»…，。、；：！？（）【】「」『』《》→\p{Cc}]+/uy;
const CUT = /…|\.{3}$|[[({<](?:\.{3}|…|redacted|removed|snip(?:ped)?|truncated|omitted|masked)[\])}>]/i;
/** Another URL, or what HTML has for signs that end one, or the end of what Jira and forums mark up. */
const NEXT =
  /\{(?:color|code|noformat|quote)[:}]|\[\/[a-z]{1,8}\]|[,;|](?=h[a-z*]{2,3}ps?(?:\[?:))|&(?:quot|lt|gt|nbsp|#39|#34);/i;
const SEPARATORS = ',;|\t';
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
/** With the sign before it. */
const LONGEST_FOOTNOTE = 6;
/** Behind these a query has a value. */
const FOOTNOTE = /(?<![=,&])\[\d{1,3}\]$/;
const LOST_FOOTNOTE = /^\[\d/;
const STRAY = /[.,;:!?'`’›\\)\]}،؛؟।—]$/;
/** The lines up to the bracket that closes what `<` opened (RFC 3986, appendix C). */
const IN_ANGLES = /(?:\r?\n[ \t]*(?!h[a-z*]{2,3}ps?\[?:)[^\s<>"]{1,998}){1,5}[ \t]*(?:\r?\n)?(?=>)/iy;
/** Longer URLs are cut: they hold data. */
const LONGEST = 16_384;

/** The path, query and fragment that begin at `at`, in the URL that began at `start`; `opener` is what stands before that. */
export function readRest(text: string, start: number, at: number): Rest {
  const opener = openerOf(text, start);
  const char = text.charAt(at);
  if ((!char || !STARTS.includes(char)) && opener !== '<')
    return withDoubt({ end: at, rest: '' }, mayGoOn(text, at) ? 'wrapped' : undefined);
  const runEnd = endOf(START, text, at) === undefined ? at : (endOf(RUN, text, at) ?? at);
  if (runEnd - at > LONGEST) return { end: at + LONGEST, rest: text.slice(at, at + LONGEST), doubt: 'cut' };
  const angled = opener === '<' ? endOf(IN_ANGLES, text, runEnd) : undefined;
  if (angled) return { end: angled, rest: text.slice(at, angled).replace(/\s+/g, '') };
  const run = text.slice(at, runEnd);
  // What follows a run can be the sign that it was cut.
  const cut = CUT.exec(run + /^(?:…|<[a-z.…]{1,12}>)?/i.exec(text.slice(runEnd, runEnd + 14))?.[0]);
  if (cut) return { end: at + cut.index, rest: run.slice(0, cut.index), doubt: 'cut' };
  const rest = trimmed(run.slice(0, boundary(run, opener)), opener);
  const doubt = doubtOf(text, runEnd, run, rest) ?? gluedTo(rest, opener);
  return withDoubt({ end: at + rest.length, rest: opener === '"' ? unescaped(rest) : rest }, doubt);
}

function doubtOf(text: string, runEnd: number, run: string, rest: string): Rest['doubt'] {
  const dropped = run.slice(rest.length);
  if (LOST_FOOTNOTE.test(dropped) && /[?#]/.test(rest)) return 'cut';
  if (dropped === '' && isPlaceholder(text, runEnd)) return 'cut';
  const isWhole = dropped === '' || dropped === '?';
  const isWrapped = isWhole && (mayGoOn(text, runEnd) || (rest && fillsLine(text, runEnd)));
  return isWrapped ? 'wrapped' : undefined;
}

/** In a forum's `[url=…]` the bracket, else what stands before the URL. */
function openerOf(text: string, start: number): string {
  return /\[url=$/i.test(text.slice(Math.max(0, start - 5), start)) ? '[' : text.charAt(start - 1);
}

function withDoubt(rest: Rest, doubt: Rest['doubt']): Rest {
  return doubt ? { ...rest, doubt } : rest;
}

/** Where the run stops to be the URL: before the sign that what is before the URL calls for, or before another one. */
function boundary(run: string, opener: string): number {
  const ends = [run.length, run.search(NEXT), pipe(run)];
  if (opener && (SEPARATORS.includes(opener) || "'`".includes(opener))) ends.push(run.indexOf(opener));
  if (opener === '"') ends.push(jsonEnd(run));
  if ('([{'.includes(opener) && opener) ends.push(unbalanced(run, opener));
  return Math.min(...ends.filter((end) => end >= 0));
}

/** A pipe parts a table's cells; within a query it is between letters. */
function pipe(run: string): number {
  const query = run.indexOf('?');
  for (let index = run.indexOf('|'); index >= 0; index = run.indexOf('|', index + 1)) {
    if (query < 0 || index < query || !/\w\|\w/.test(run.slice(index - 1, index + 2))) return index;
  }
  return -1;
}

function unbalanced(run: string, opener: string): number {
  let depth = 0;
  for (let index = 0; index < run.length; index++) {
    const char = run.charAt(index);
    if (char === opener) depth++;
    else if (PAIRS[char] === opener && --depth < 0) return index;
  }
  return -1;
}

/** Without the sentence's own signs at its end; a bracket stays that closes one of the URL's. */
function trimmed(run: string, opener: string): string {
  const depths = bracketDepths(run);
  let end = run.length;
  for (;;) {
    const stray = strayLength(run, end, opener, depths);
    if (stray === 0) return run.slice(0, end);
    const pair = stray === 1 && PAIRS[run.charAt(end - 1)];
    if (pair) depths[pair] = (depths[pair] ?? 0) + 1;
    end -= stray;
  }
}

/** How many brackets of a kind are open at the end; below 0 where more close than open. */
function bracketDepths(run: string): Record<string, number> {
  const depths: Record<string, number> = { '(': 0, '[': 0, '{': 0 };
  for (const char of run) {
    const pair = PAIRS[char];
    if (pair) depths[pair] = (depths[pair] ?? 0) - 1;
    else if (char in depths) depths[char] = (depths[char] ?? 0) + 1;
  }
  return depths;
}

/** How much before `end` is not the URL's. */
function strayLength(run: string, end: number, opener: string, depths: Record<string, number>): number {
  const tail = run.slice(Math.max(0, end - LONGEST_FOOTNOTE), end);
  const last = tail.slice(-1);
  const footnote = FOOTNOTE.exec(tail)?.[0].length;
  if (footnote && !isKey(run.slice(0, end))) return footnote;
  const pair = PAIRS[last];
  if (pair && (depths[pair] ?? 0) >= 0) return 0;
  const isEmphasis = last !== '' && last === opener && '*_~'.includes(last);
  return STRAY.test(last) || isEmphasis ? 1 : 0;
}

/** Whether brackets at the end belong to a query's key: `?a[0]`. */
function isKey(run: string): boolean {
  const query = run.indexOf('?');
  return query >= 0 && !run.slice(Math.max(query, run.lastIndexOf('&'))).includes('=');
}
