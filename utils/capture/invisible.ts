import { asItIs, type Rewritten, rewritten } from './rewritten.ts';

const INVISIBLE = /\p{Cf}/u;
/** Scripts whose letters joiners change, and emoji, which they make one of. */
const JOINED = [
  'Arab',
  'Syrc',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Mymr',
  'Khmr',
  'Mong',
]
  .map((script) => `\\p{Script=${script}}`)
  .concat('\\p{Extended_Pictographic}', '\\p{Emoji_Modifier}', '\\ufe0f')
  .join('');
/** Signs of Arabic and Syriac are formats by name, and are seen. */
const SEEN = '[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2]';
const ALL = new RegExp(`(?!${SEEN}|(?<=[${JOINED}])\\p{Join_Control}[${JOINED}])\\p{Cf}`, 'gu');

/** A text without what nobody sees of it: it was put there for a line to break, for a direction, or against filters. */
export function visible(source: string): Rewritten {
  return INVISIBLE.test(source) ? rewritten(source, ALL, () => '') : asItIs(source);
}
