const LONGEST = 300;

/** Cleaning makes a text shorter: so many times its length are read of one that is cut. */
const READ = 4;

/** Marks and overrides of the direction of text: with them a name could be shown as another one. */
const TURNING = String.raw`\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`;
const VISIBLE = new RegExp(String.raw`[^\p{Cc}\s${TURNING}]`, 'u');
const UNCLEAN = new RegExp(String.raw`[\p{Cc}\p{Cs}${TURNING}]|[^\S ]| {2}|^ | $`, 'u');
const TURNS = new RegExp(`[${TURNING}]`, 'gu');
const GAPS = /[\p{Cc}\s]+/gu;

/**
 * A text from outside as it may be shown: on one line, without what controls or turns text, at most so many characters long;
 * empty where the value is none.
 */
export function textOf(value: unknown, most = LONGEST): string {
  if (typeof value !== 'string') return '';
  // Nearly all texts are clean: a copy of each of ten thousands takes time and memory.
  if (value.length <= most && !UNCLEAN.test(value)) return value;
  const start = value.search(VISIBLE);
  if (start < 0) return '';
  const rest = value.slice(start);
  const read = cut(rest, most * READ);
  const clean = read.replace(TURNS, '').replace(GAPS, ' ').trim().toWellFormed();
  const isWhole = read.length === rest.length && clean.length <= most;
  return isWhole ? clean : `${cut(clean, most - 1).trimEnd()}…`;
}

/** Its first characters, none of them torn: one beyond the basic plane is two units long. */
function cut(text: string, length: number): string {
  const first = text.slice(0, length);
  return text.length > length ? first.replace(/[\ud800-\udbff]$/, '') : first;
}
