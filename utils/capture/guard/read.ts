import { isBooking } from './booking.ts';
import { readings } from './decoded.ts';
import { fromCloudflare, hasEmail } from './email.ts';
import { hasJwt, hasToken } from './formats.ts';
import { createLink, type Link } from './link.ts';
import { isRecipient } from './mailer.ts';
import type { Piece } from './piece.ts';
import { isInnerName, isPrivateElsewhere } from './private.ts';
import { purposeOf, purposeOfName } from './purpose.ts';

import { isSaml } from './saml.ts';
import { isNamedSecret } from './secret-names.ts';
import { keysIn } from './shapes.ts';
import { isShareKey } from './share-names.ts';
import type { Kind } from './sighting.ts';
import { isPresigned, isSignature } from './signature.ts';

interface Sighted {
  kind: Kind;
  piece: Piece;
}

const MOST_LAYERS = 2;
/** A code of four digits is the least that opens something. */
const SHORTEST = 4;
const WEB = /^https?:\/\//i;

/** The pieces of a URL that tell something, each with the plainest reason. A URL within it is read as itself, up to a limit. */
export function sightedIn(url: URL, layer = 0): Sighted[] {
  const link = createLink(url);
  const keys = keysIn(url.href, hostAt(url));
  return link.pieces.flatMap((piece) => {
    const key = keys.find(({ at }) => piece.start <= at && at < piece.end)?.kind;
    if (!key && piece.value.length < SHORTEST) return [];
    const texts = readings(piece.value);
    const kind =
      kindOf(piece, texts, link, key) ??
      (layer < MOST_LAYERS ? kindWithin(piece, texts, link, layer) : undefined);
    return kind ? { kind, piece } : [];
  });
}

function hostAt({ href, username, password }: URL): number {
  return username || password ? href.indexOf('@') + 1 : href.indexOf('//') + 2;
}

function kindWithin(piece: Piece, texts: readonly string[], link: Link, layer: number): Kind | undefined {
  if (isInnerName(piece.name, piece.value)) return 'privateHost';
  const text = WEB.test(piece.value) ? piece.value : texts.find((one) => isLink(one, piece));
  const inner = text === undefined ? null : URL.parse(text, link.url.origin);
  if (!inner) return undefined;
  if (isPrivateElsewhere(inner, link.url)) return 'privateHost';
  return sightedIn(inner, layer + 1)[0]?.kind;
}

/** A URL, or a way on the same host: `next=/invite/…`, `q=user/reset/…`. */
function isLink(text: string, { name }: Piece): boolean {
  return WEB.test(text) || (name !== '' && /^\/?[\w-]+[/?][\w/.=?&%~+-]{8,}$/.test(text));
}

function kindOf(piece: Piece, texts: readonly string[], link: Link, key: Kind | undefined): Kind | undefined {
  if (isSaml(piece, texts)) return 'saml';
  if (texts.some(hasJwt)) return 'jwt';
  if (isPresigned(piece, link)) return 'presigned';
  if (key) return key;
  if (texts.some(hasToken)) return 'token';
  if (texts.some(hasEmail) || isHiddenEmail(piece, link)) return 'email';
  if (isRecipient(piece, link.url.hostname)) return 'unsubscribe';
  const purpose = purposeOf(piece, link);
  if (purpose) return purpose;
  if (isBooking(piece, link)) return 'personal';
  if (isShareKey(piece)) return 'invite';
  if (isSignature(piece, link)) return 'signature';
  return isNamedSecret(piece, link) ? 'token' : purposeOfName(piece, link);
}

function isHiddenEmail(piece: Piece, { url }: Link): boolean {
  if (piece.in === 'fragment' && url.pathname.endsWith('/email-protection'))
    return hasEmail(fromCloudflare(piece.value));
  // OneDrive for work names whose it is: `/personal/anna_example_com/`.
  return (
    /-my\.sharepoint\.com$/.test(url.hostname) &&
    piece.in === 'path' &&
    /^[^_]+(?:_[^_]+){2,}$/.test(piece.value)
  );
}
