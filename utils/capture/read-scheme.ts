import { endOf } from './defang-marks.ts';

/** A scheme with its colon and slashes. */
export interface Scheme {
  start: number;
  end: number;
  /** `http` or `https` in the case it was written in; another scheme as it stands. */
  name: string;
  isWeb: boolean;
  isDefanged: boolean;
  /** Its colon and slashes as they stand. */
  slashes: string;
}

/** `http`, `hxxp`, `h**p`, `h[tt]p`, `hxxp[s]`; the letters in the middle are what is crossed out. */
const WEB = /(h)(?:[txz*_]{1,3}|[[({](?:tt|xx)[\])}]|\\\*\\\*)(p)(s|[[({]s[\])}])?(?![a-z\d])/iy;
/** The same where it is glued to what stands before it. */
const GLUED = /h(?:tt|xx)ps?$/i;
const MEOW = /^meows?$/i;
const SLASHES = / ?[[({]?:[\])}]?(?:[[({]?[\\/]{1,4}[\])}]?){1,2}[ \t]?/y;
/** The slashes of the web end a line for nothing else than that it is full. */
const LINE_END = /[ \t]{0,2}\r?\n[ \t>]{0,20}(?=[\p{L}\p{N}])/uy;
const SLASHES_START = ' [({';
const PLAIN = /^:\/{2,}$/;

/** The scheme in the word that stands from `at` to `wordEnd`, if slashes follow. */
export function readScheme(text: string, at: number, wordEnd: number): Scheme | undefined {
  const web = 'hH'.includes(text.charAt(at)) ? matchAt(WEB, text, at) : undefined;
  if (web) {
    const from = at + web[0].length;
    const slashes = readSlashes(text, from);
    const lineEnd = slashes && endOf(LINE_END, text, from + slashes.trimEnd().length);
    if (slashes) return webScheme(at, lineEnd ? text.slice(from, lineEnd) : slashes, web);
  }
  const slashes = readSlashes(text, wordEnd);
  if (!slashes) return undefined;
  const word = text.slice(at, wordEnd);
  const glued = GLUED.exec(word.slice(-5));
  if (glued) return readScheme(text, wordEnd - glued[0].length, wordEnd);
  const isMeow = MEOW.test(word);
  const name = isMeow ? `http${word.slice(4)}` : word;
  return { start: at, end: wordEnd + slashes.length, name, isWeb: isMeow, isDefanged: isMeow, slashes };
}

function webScheme(
  start: number,
  slashes: string,
  [written, h = '', p = '', s = '']: RegExpExecArray,
): Scheme {
  const letters = `${h}${p}`;
  const middle = letters === letters.toUpperCase() ? 'TT' : 'tt';
  const asIs = /^https?$/i.test(written);
  const name = asIs ? written : `${h}${middle}${p}${s.replace(/\W/g, '')}`;
  const end = start + written.length + slashes.length;
  return { start, end, name, isWeb: true, isDefanged: !asIs || !PLAIN.test(slashes), slashes };
}

function readSlashes(text: string, at: number): string | undefined {
  const char = text.charAt(at);
  const isNear = char === ':' || (SLASHES_START.includes(char) && text.slice(at, at + 3).includes(':'));
  const end = isNear ? endOf(SLASHES, text, at) : undefined;
  if (!end) return undefined;
  const slashes = text.slice(at, end);
  if (slashes === '://') return slashes;
  // A slash alone follows many a colon.
  return slashes.replace(/[^\\/]/g, '').length < 2 ? undefined : slashes;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
