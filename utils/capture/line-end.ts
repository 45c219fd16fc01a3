import { endOf } from './defang-marks.ts';
import { isBareDomain } from './top-level.ts';

/** Where a browser gives a selection's lines, they are parted by spaces. */
const BREAK = /[ \t\u00a0]{0,20}\r?\n[ \t\u00a0>]{0,20}|[ \u00a0]{1,20}/y;
/** What a URL hardly ends in. */
const OPEN_END = /[=&%?\-/_]$/;
/** What begins no line's own item: another URL or host, a field's name, a list's number or dash. */
const GOES_ON =
  /(?!\S{0,8}:|\d{1,3}[.)] |\S{1,63}[[({](?:\.|dot)[\])}])(?:[\p{L}\p{N}_]|[%&=?/.~#+-][^\s\p{P}]|[/%.-]\w)/uy;
/** A next line that begins with no word. */
const NO_WORD = /\r?\n(?:> ?){0,4}(?!\S{0,8}:)(?=\S{0,200}[/=&%?\d])[\w/?&=%.~-]/y;
const FULL_LINE = 60;
const HOST = /[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}(?=[\s,;]|$)/y;
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;
const SIGN = /[/?&=][\w%.~/=&-]|\.[a-z]{2}/iy;
const SPACED_SLASH = / {1,2}(?:\/|[[({]\/[\])}]) {1,2}(?=\w)(?!\S{1,63}[[({](?:\.|dot)[\])}])/iy;
/** What has the look of a URL's part. */
const PART = /[^\s/?=&.]{1,100}[/?=&.]\w/y;
const QUERY = /[^\s=]{1,100}=/y;

/** Whether a URL that ends at `end`, before white space, perhaps goes on behind that. */
export function mayGoOn(text: string, end: number): boolean {
  const next = endOf(BREAK, text, end);
  if (next === undefined || next === end) return false;
  if (endOf(SIGN, text, next)) return true;
  const last = text.charAt(end - 1);
  if (!OPEN_END.test(last) || !endOf(GOES_ON, text, next)) return false;
  if (last === '/' && isHost(text, next)) return false;
  // A slash before a space ends a URL in a sentence, too.
  if (last === '/' && !text.slice(end, next).includes('\n') && !endOf(PART, text, next)) return false;
  // It ends sentences, too.
  return last !== '?' || endOf(QUERY, text, next) !== undefined;
}

/** Whether a list's next item follows. */
function isHost(text: string, at: number): boolean {
  const end = endOf(HOST, text, at);
  const name = end ? text.slice(at, end) : '';
  return IPV4.test(name) || (name !== '' && isBareDomain(name.split('.')));
}

/** The same of one that ends a line that was broken, as its length says. */
export function fillsLine(text: string, end: number): boolean {
  const isFull = end >= FULL_LINE && !text.slice(end - FULL_LINE, end).includes('\n');
  return isFull && endOf(NO_WORD, text, end) !== undefined;
}

/** Whether a slash with spaces around it follows, as some defang it. */
export function hasSpacedSlash(text: string, end: number): boolean {
  return endOf(SPACED_SLASH, text, end) !== undefined;
}
