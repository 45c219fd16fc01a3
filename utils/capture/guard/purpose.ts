import { isMadeUp } from './kit.ts';
import type { Link } from './link.ts';
import { isNeutral } from './neutral.ts';
import type { Piece } from './piece.ts';
import { isOnAccount, isOnPassword, PURPOSES, type PurposeWords } from './purpose-words.ts';
import { isCode, isDeviceCode, isMixed, isPublicAddress, isRandom, isUuid } from './value.ts';
import { words, wordsOf } from './words.ts';

/** What a link is for, and from where on in it something may open that. */
export interface Purpose extends Pick<PurposeWords, 'kind' | 'least'> {
  from: number;
  /** Where its path has gone on to something else. */
  to: number;
}

/** A heading has more words than a path that does something. */
const MOST_WORDS = 4;
const MOST_SEGMENTS = 32;

/** Parameters whose value says what is to be done: `mode=resetPassword`, `action=rp`, `page=unsubscribe`. */
const DOING = words(
  'a action mode do act type view task page route step op p sa flow intent method event option r path controller cmd func module',
);

/** Hosts that are for nothing else: `unsubscribe.example.com/…`. */
const HOSTS = words(
  'unsubscribe unsub optout abmelden abmeldung preferences invite invites invitation einladung join magiclink magic verify confirm',
  'activate reset bestaetigen bestaetigung aktivieren aktivierung confirmation verification activation confirmer confirmar confirma',
  'confirmacion conferma conferme bevestig bevestigen bevestiging potwierdz optin doubleoptin desabonnement desinscription baja afmelden',
  'descadastro invitacion invitation convite invito uitnodiging passwordreset resetpassword invoice invoices receipt receipts appointments',
);

/** What is done with a key that stands before it, at the end of a path. */
const DEEDS = words(
  'confirm accept decline reject approve redeem claim activate unsubscribe optout reschedule cancel rsvp complete resetpassword',
  'bestaetigen annehmen ablehnen aktivieren stornieren confirmer accepter refuser confirmar aceptar aceitar rechazar conferma accetta',
  'bevestigen accepteren weigeren',
);

/** What the words of a URL's path, of a route in its fragment, or of what it is told to do say that it is for. */
export function purposesOf(url: URL, pieces: readonly Piece[]): Purpose[] {
  if (url.pathname.startsWith('/.well-known/')) return [];
  const [label = '', ...labels] = url.hostname.split('.');
  const ofHost = labels.length > 1 && HOSTS.has(label) ? purposesIn([label], 0) : [];
  const doing = pieces.filter(({ name, value }) => DOING.has(name.toLowerCase()) && value.length < 40);
  // `change_password=yes`, `forgot=1`
  const flags = pieces.filter(({ name, value }) => name && /^(?:1|yes|true|on)$/i.test(value));
  return [
    ...ofHost,
    ...ofRoute(pieces.filter(({ in: part, name }) => !name && part === 'path')),
    ...ofRoute(pieces.filter(({ in: part, name }) => !name && part === 'fragment')),
    ...doing.slice(0, MOST_SEGMENTS).flatMap(({ value }) => purposesIn(wordsOf(value), 0)),
    ...flags.slice(0, MOST_SEGMENTS).flatMap(({ name }) => purposesIn(wordsOf(name), 0)),
  ];
}

/** No page: an `invoice.zip` is named for what it wants to be. */
const FILE =
  /\.(?:m?js|css|json|zip|rar|7z|t?gz|exe|msi|apk|pdf|docx?|xls[xm]?|pptx?|jpe?g|png|gif|svg|webp|ico|iso|img|dll|scr|vbs|bat|ps1|sh|bin|jar|lnk|hta|mp4|txt)$/i;

/** In a path, at most one word may stand between what it is for and what opens it; numbers and ids are let by. */
function ofRoute(segments: readonly Piece[]): Purpose[] {
  const found: Purpose[] = [];
  let previous: string[] = [];
  const route = segments.slice(0, MOST_SEGMENTS);
  for (const [place, { value, end }] of route.entries()) {
    const parts = FILE.test(value) ? [] : wordsOf(value.replace(/\.\w{2,5}$/, ''));
    const [, second] = route.slice(place + 1).filter((other) => /^[a-z-]{3,}$/i.test(other.value));
    found.push(...purposesIn(parts, end, previous, second?.start));
    const key = route[place - 1];
    // `…/users/{key}/confirm`
    if (key && place === route.length - 1 && DEEDS.has(parts.join('')))
      found.push({ kind: 'magicLink', least: 16, from: key.start, to: key.start });
    previous = parts.length > MOST_WORDS ? [] : parts;
  }
  return found;
}

function purposesIn(
  parts: readonly string[],
  from: number,
  before: readonly string[] = [],
  to = Number.POSITIVE_INFINITY,
): Purpose[] {
  if (parts.length === 0 || parts.length > MOST_WORDS) return [];
  const joined = parts.join('');
  return PURPOSES.filter(
    ({ kind, stems, whole }) =>
      stems.test(joined) ||
      (kind === 'reset' ? whole.has(joined) : parts.some((word) => whole.has(word))) ||
      (kind === 'reset' && isOnPassword(before.join('') + joined)) ||
      (kind === 'magicLink' && isOnAccount(before.join('') + joined)),
  ).map(({ kind, least }) => ({ kind, least, from, to }));
}

/** Names under which a short code stands. */
const CODES = words(
  'code otp pin k n key token vc vcode verification_code verificationcode codigo codice kode kod c oobcode passcode',
);

/** What a piece opens, by what the link is for. */
export function purposeOf(piece: Piece, { names, purposes, lastFile }: Link): Purpose['kind'] | undefined {
  if (isHarmless(piece, names)) return undefined;
  // A directory that holds a page or a program opens nothing.
  if (piece.in === 'path' && piece.start < lastFile) return undefined;
  const value = piece.value.replace(/\.(?:html?|aspx?)$/i, '');
  const isFile = piece.in === 'path' && piece.start === lastFile && lastFile > 0;
  return purposes.find(({ kind, from, to, least }) => {
    if (piece.start < from || (piece.in === 'path' && piece.start > to)) return false;
    if (isUuid(value) || isRandom(value, isFile ? 2 * least : least)) return true;
    if (kind === 'unsubscribe') return isRecipient(piece.name, value);
    return CODES.has(piece.name.toLowerCase()) && isShortKey(kind, value);
  })?.kind;
}

/** The same by the parameter's own name: `forgothash=…`, `activation=…`. */
export function purposeOfName(piece: Piece, { names }: Link): Purpose['kind'] | undefined {
  if (!piece.name || isHarmless(piece, names)) return undefined;
  const isKey = (least: number) =>
    isUuid(piece.value) || isRandom(piece.value, 2 * least) || /^\d{16,40}$/.test(piece.value);
  return purposesIn(wordsOf(piece.name), 0).find(({ least }) => isKey(least))?.kind;
}

function isHarmless({ name, value }: Piece, names: ReadonlySet<string>): boolean {
  return isNeutral(name) || isMadeUp(value, names) || isPublicAddress(value) || /^https?:/i.test(value);
}

function isShortKey(kind: Purpose['kind'], value: string): boolean {
  // Of an invitation a word may be one, too.
  if (kind === 'invite') return /^(?=[A-Z]*\d)[A-Z\d]{6,12}$/.test(value);
  return isCode(value) || isDeviceCode(value) || (/^\w{6,12}$/.test(value) && isMixed(value));
}

/** A number by which a mailer knows who is to leave. */
function isRecipient(name: string, value: string): boolean {
  return (
    /^(?:u|uid|user|id|e|m|c|s|sid|cid|rid|user_?id|contact_?id|subscriber(?:_?id)?|recipient(?:_?id)?)$/i.test(
      name,
    ) && /^\d{4,}$/.test(value)
  );
}
