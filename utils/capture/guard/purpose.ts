import type { Link } from './link.ts';
import { isNeutral } from './neutral.ts';
import type { Piece } from './piece.ts';
import { isOnPassword, PURPOSES, type PurposeWords } from './purpose-words.ts';
import { isCode, isPlaceholder, isRandom, isUuid } from './value.ts';
import { words, wordsOf } from './words.ts';

/** What a link is for, and from where on in it something may open that. */
export interface Purpose extends Pick<PurposeWords, 'kind' | 'least'> {
  from: number;
}

/** A heading has more words than a path that does something. */
const MOST_WORDS = 4;
const MOST_SEGMENTS = 32;

/** Parameters whose value says what is to be done: `mode=resetPassword`, `action=rp`, `page=unsubscribe`. */
const DOING = words('action mode do act type view task page route step op p flow intent method event option');

/** What the words of a URL's path, of a route in its fragment, or of what it is told to do say that it is for. */
export function purposesOf(url: URL, pieces: readonly Piece[]): Purpose[] {
  const found: Purpose[] = [];
  const labels = url.hostname.split('.');
  if (labels.length > 2) found.push(...purposes(wordsOf(labels[0] ?? ''), 0, true));
  let previous: string[] = [];
  for (const piece of pieces.filter(({ name, in: part }) => !name && part !== 'query').slice(0, MOST_SEGMENTS)) {
    const parts = wordsOf(piece.value.replace(/\.\w{2,5}$/, ''));
    found.push(...purposes(parts, piece.end, false, previous));
    previous = parts.length > MOST_WORDS ? [] : parts;
  }
  const doing = pieces.filter(({ name, value }) => DOING.has(name.toLowerCase()) && value.length < 40);
  for (const { value } of doing.slice(0, MOST_SEGMENTS)) found.push(...purposes(wordsOf(value), 0, true));
  return found;
}

function purposes(parts: string[], from: number, isAlone: boolean, before: string[] = []): Purpose[] {
  if (parts.length === 0 || parts.length > MOST_WORDS) return [];
  const joined = parts.join('');
  return PURPOSES.filter(
    ({ kind, stems, whole }) =>
      stems.test(joined) ||
      (!isAlone || kind !== 'reset' ? parts.some((word) => whole.has(word)) : whole.has(joined)) ||
      (kind === 'reset' && isOnPassword(before.join('') + joined)),
  ).map(({ kind, least }) => ({ kind, least, from }));
}

/** Names under which a short code stands. */
const CODES = words('code otp pin k key token verification_code verificationcode codigo codice kode c oobcode passcode');

/** What a piece opens, by what the link is for. */
export function purposeOf(piece: Piece, { purposes, lastFile }: Link): Purpose['kind'] | undefined {
  if (isNeutral(piece.name) || isPlaceholder(piece.value) || /^https?:/i.test(piece.value)) return undefined;
  // A directory that holds a page or a program opens nothing.
  if (piece.in === 'path' && piece.start < lastFile) return undefined;
  const value = piece.value.replace(/\.(?:html?|php|aspx?)$/i, '');
  return purposes.find(({ kind, from, least }) => {
    if (piece.start < from) return false;
    if (isUuid(value) || isRandom(value, piece.name ? least : least + 2)) return true;
    if (kind === 'unsubscribe') return isRecipient(piece.name, value);
    return kind !== 'invite' && CODES.has(piece.name.toLowerCase()) && isCode(value);
  })?.kind;
}

/** A number by which a mailer knows who is to leave. */
function isRecipient(name: string, value: string): boolean {
  return /^(?:u|uid|user|id|e|m|c|s|sid|cid|rid|user_?id|contact_?id|subscriber(?:_?id)?|recipient(?:_?id)?)$/i.test(name) && /^\d{4,}$/.test(value);
}
