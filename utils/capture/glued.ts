import { endOf } from './defang-marks.ts';

/** Scripts that put no space between a URL and the sentence, and a dash that has none. */
const SENTENCE =
  /(?<=[\w~-])(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]|—\p{L})/uy;
const NOT_ASCII = /[^!-~]/;
/** The next cells of a line's table. */
const CELLS = /[,;]\p{L}[\p{L} _-]{2,40}(?:[,;][^,;/?&=]{0,40}){0,3}$/u;
const LINE_START = ['', '\n'];
const PLACEHOLDER =
  /(?<=[/=])<(?!(?:[abipu]|em|strong|w?br|hr|t[dhr]|[uod]l|li|div|span|code|pre|font|img|t?body|h\d)[ >])[a-z][\w .-]{0,30}>/iy;

/** Whether the end of what was taken for a URL's may be the text's. */
export function gluedTo(rest: string, opener: string): 'glued' | undefined {
  const sentence = rest.search(NOT_ASCII);
  if (sentence >= 0 && endOf(SENTENCE, rest, sentence)) return 'glued';
  return LINE_START.includes(opener) && CELLS.test(rest.slice(-180)) ? 'glued' : undefined;
}

/** Whether a name for what stood there follows: `<id>`. */
export function isPlaceholder(text: string, at: number): boolean {
  return endOf(PLACEHOLDER, text, at) !== undefined;
}
