import { percentDecoded } from '../wrappers/percent.ts';
import { unescaped } from './decoded.ts';
import type { Cut } from './left-out.ts';
import { piecesOf } from './piece.ts';

/** Shorter ones are words and numbers that stand elsewhere by chance. */
const SHORTEST = 6;

/** A text in the forms in which it may be written, or read. */
function formsOf(text: string): string[] {
  const value = percentDecoded(text);
  return value === text ? [text] : [text, value, unescaped(value)];
}

/** What must not stand elsewhere in a URL once it was cut at its place, in each form; user-info is two of them. */
export function secretsIn(text: string, part: string): string[] {
  const values = part === 'userInfo' ? text.split(':') : [text];
  return values
    .filter((value) => percentDecoded(value).length >= SHORTEST)
    .flatMap((value) => [...formsOf(value), encodeURIComponent(percentDecoded(value))])
    .filter((form) => form.length >= SHORTEST);
}

/**
 * The pieces of a URL that repeat a secret; undefined where it is repeated across pieces, so that none can be cut for it. The host
 * is none of them.
 */
export function echoesIn(url: URL, secrets: ReadonlySet<string>): Cut[] | undefined {
  const { href, username, password } = url;
  const holds = (text: string) => {
    const forms = formsOf(text);
    return [...secrets].some((secret) => forms.some((form) => form.includes(secret)));
  };
  const start = href.indexOf('//') + 2;
  const at = username || password ? href.indexOf('@', start) + 1 : start;
  const isInUser = at > start && holds(href.slice(start, at - 1));
  const rest = href.slice(href.indexOf('/', at));
  if (!holds(rest)) return isInUser ? [[start, at]] : [];
  const cuts = piecesOf(href).flatMap(({ cut }) => (holds(href.slice(...cut)) ? [cut] : []));
  if (cuts.length === 0) return undefined;
  return isInUser ? [[start, at], ...cuts] : cuts;
}
