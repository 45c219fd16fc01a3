/**
 * A sign of a URL as it was found. `bracketed` (`[.]`) is never anything else; `loose` (`[.`, `\.`) and `spaced` (` . `, ` dot `)
 * stand in other texts, too, so that what is around them has to be a host.
 */
export interface Mark {
  end: number;
  kind: 'plain' | 'bracketed' | 'loose' | 'spaced';
}

// Each has a longest match, so that a text is read in a time that grows as it does.
const BRACKETED_DOT = /[ \t]?[[({<]{1,2} ?(?:[.。．｡]|dot) ?[\])}>]{1,2}[ \t]?/iy;
const LOOSE_DOT = /\[\.|\.\]|\\\.|[。．｡](?=[a-z\d])/iy;
const SPACED_DOT = / (?:\.|dot) /iy;
const AT = / ?[[({] ?(?:@|at) ?[\])}] ?|@/iy;
const AT_BEFORE = /(?:@|[[({] ?(?:@|at) ?[\])}] ?)$/i;
const LONGEST_AT = 7;
const PORT = /(?::|[[({]:[\])}])(\d{1,5})(?!\d)/y;
const DOT_STARTS = '.[({<\\ \t。．｡';

/** Where a sticky pattern that matches at `at` ends. */
export function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The dot at `at`, if there is one in any notation. */
export function readDot(text: string, at: number): Mark | undefined {
  const char = text.charAt(at);
  if (!char || !DOT_STARTS.includes(char)) return undefined;
  if (char === '.' && text.charAt(at + 1) !== ']') return { end: at + 1, kind: 'plain' };
  const bracketed = endOf(BRACKETED_DOT, text, at);
  if (bracketed) return { end: bracketed, kind: 'bracketed' };
  const loose = endOf(LOOSE_DOT, text, at);
  if (loose) return { end: loose, kind: 'loose' };
  const spaced = endOf(SPACED_DOT, text, at);
  if (spaced) return { end: spaced, kind: 'spaced' };
  return undefined;
}

/** The end of an at sign at `at`. */
export function readAt(text: string, at: number): number | undefined {
  return endOf(AT, text, at);
}

/** The length of an at sign that ends at `at`; 0 where there is none. */
export function atBefore(text: string, at: number): number {
  return AT_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_AT), at))?.[0].length ?? 0;
}

/** A port with its colon at `at`. */
export function readPort(
  text: string,
  at: number,
): { end: number; port: string; isDefanged: boolean } | undefined {
  if (!':[({'.includes(text.charAt(at) || ' ')) return undefined;
  PORT.lastIndex = at;
  const match = PORT.exec(text);
  if (!match) return undefined;
  return { end: PORT.lastIndex, port: `:${match[1]}`, isDefanged: text.charAt(at) !== ':' };
}
