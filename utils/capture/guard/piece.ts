import { percentDecoded } from '../wrappers/percent.ts';
import type { Cut } from './left-out.ts';

/** A segment of a path, or a parameter of a path, a query or a fragment, where it stands in the URL. */
export interface Piece {
  in: 'path' | 'query' | 'fragment';
  /** As it is written, decoded; empty where it has none. */
  name: string;
  /** Percent-decoded once; a `+` stays, since tokens and addresses hold it. */
  value: string;
  /** Where the value stands. */
  start: number;
  end: number;
  /** What is cut out with it: its name, and the separator that would be left over. */
  cut: Cut;
}

/** `&`, also one that was escaped for HTML; `;` where a name follows (OTRS, doubleclick). */
const SEPARATORS = /&(?:amp;)?|;(?=[\w.-]{1,40}=)/g;

/** A segment that is pairs: `/bcdn_token=…&expires=…/`. No key of a mailer that ends so has a name of letters alone. */
const PAIRED = /^(?:[a-z][a-z_.-]{1,30}\d?|e(?==\d{10}$))=(?!=?$)(?!.*(?:@|%40))/i;

/** The pieces of a URL that `URL` wrote, in their order. */
export function piecesOf(href: string): Piece[] {
  const hash = indexIn(href, '#', 0, href.length);
  const query = indexIn(href, '?', 0, hash);
  const path = indexIn(href, '/', href.indexOf('//') + 2, query);
  return [
    ...segments(href, 'path', path + 1, query),
    ...pairs(href, 'query', query + 1, hash),
    ...fragment(href, hash + 1),
  ];
}

/** `#/route?a=b` has segments and pairs, another one pairs. */
function fragment(href: string, from: number): Piece[] {
  if (!/^!?\//.test(href.slice(from, from + 2))) return pairs(href, 'fragment', from, href.length);
  const query = indexIn(href, '?', from, href.length);
  const start = href.indexOf('/', from) + 1;
  return [...segments(href, 'fragment', start, query), ...pairs(href, 'fragment', query + 1, href.length)];
}

function segments(href: string, part: Piece['in'], from: number, to: number): Piece[] {
  const found: Piece[] = [];
  for (let start = from; start < to; ) {
    const end = indexIn(href, '/', start, to);
    const [segment = '', ...parameters] = href.slice(start, end).split(';');
    const isLast = end === to || parameters.length > 0;
    found.push(...ofSegment(href, part, start, start + segment.length, isLast ? 0 : 1));
    let at = start + segment.length;
    for (const parameter of parameters) {
      found.push({
        ...pair(href, part, at + 1, at + 1 + parameter.length),
        cut: [at, at + 1 + parameter.length],
      });
      at += 1 + parameter.length;
    }
    start = end + 1;
  }
  return found;
}

function ofSegment(href: string, part: Piece['in'], start: number, end: number, after: number): Piece[] {
  if (!PAIRED.test(href.slice(start, end))) return [piece(href, part, start, end, after)];
  const all = pairs(href, part, start, end);
  return all.length === 1 ? all.map((one) => ({ ...one, cut: [start, end + after] })) : all;
}

function piece(href: string, part: Piece['in'], start: number, end: number, after: number): Piece {
  const value = percentDecoded(href.slice(start, end));
  return { in: part, name: '', value, start, end, cut: [start, end + after] };
}

function pairs(href: string, part: Piece['in'], from: number, to: number): Piece[] {
  const found: Piece[] = [];
  let start = from;
  let before = 0;
  for (const separator of href.slice(from, to).matchAll(SEPARATORS)) {
    const end = from + separator.index;
    const [text] = separator;
    if (end > start) found.push({ ...pair(href, part, start, end), cut: [start, end + text.length] });
    start = end + text.length;
    before = text.length;
  }
  if (to > start) found.push({ ...pair(href, part, start, to), cut: [start - before, to] });
  return found;
}

function pair(href: string, part: Piece['in'], from: number, to: number): Piece {
  const equals = indexIn(href, '=', from, to);
  if (equals === to || isPadded(href, from, equals, to)) return piece(href, part, from, to, 0);
  const name = percentDecoded(href.slice(from, equals));
  return { ...piece(href, part, equals + 1, to, 0), name };
}

/** Base64 without a name: nothing but padding is behind it. */
function isPadded(href: string, from: number, equals: number, to: number): boolean {
  return equals - from >= 12 && to - equals <= 2 && /^=+$/.test(href.slice(equals, to));
}

function indexIn(href: string, character: string, from: number, to: number): number {
  const index = href.slice(from, to).indexOf(character);
  return index < 0 ? to : from + index;
}
