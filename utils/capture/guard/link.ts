import { isKnown } from './booking.ts';
import { type Piece, piecesOf } from './piece.ts';
import { type Purpose, purposesOf } from './purpose.ts';
import { isTime } from './value.ts';
import { words } from './words.ts';

/** A URL and what is known of it as a whole, read once. */
export interface Link {
  href: string;
  url: URL;
  pieces: readonly Piece[];
  /** The names of its parameters, in lower case. */
  names: ReadonlySet<string>;
  purposes: readonly Purpose[];
  /** Where the last segment of its path that is a file's name begins; 0 where none is. */
  lastFile: number;
  /** Whether a parameter says what only the one knows whose booking, order or parcel it is. */
  knowsWhose: boolean;
  /** Whether a parameter says until when the link works. */
  hasEnd: boolean;
  /** Whether a parameter is a URL that this one leads to; `redirects` where its host or path says that it does nothing else. */
  leadsOn: boolean;
  redirects: boolean;
}

/** @param href as `URL` writes it */
export function createLink(url: URL): Link {
  const pieces = piecesOf(url.href);
  const leadsOn = pieces.some(({ name, value }) => name && /^https?:/i.test(value));
  const files = pieces.filter(({ in: part, name, value }) => part === 'path' && !name && FILE.test(value));
  return {
    href: url.href,
    url,
    pieces,
    names: new Set(pieces.map(({ name }) => name.toLowerCase())),
    purposes: purposesOf(url, pieces),
    lastFile: files.at(-1)?.start ?? 0,
    knowsWhose: pieces.some(isKnown),
    hasEnd: pieces.some(({ name, value }) => ENDS.has(name.toLowerCase()) && isTime(value)),
    leadsOn,
    redirects: leadsOn && REDIRECTOR.test(`${url.hostname.split('.')[0]} ${url.pathname.slice(0, 200)}`),
  };
}

const FILE = /\.[a-z]\w{1,4}$/i;

/** `out.example.com`, `/away.php`, `/l.php`, `/clicktime/…` */
const REDIRECTOR =
  /^(?:out|outgoing|l|lm|click|clicks|go|redirect|r|exit|away|urldefense)(?= )|\/(?:out|outbound|away|redirect|redir|exit|leave|goto|jump|linkfilter|url|l|clicktime|external|click)(?:\.\w+)?(?:\/|$)/i;

const ENDS = words(
  'expires expire expiry expiration exp e ex se oe ttl end endtime expires_at expiresat valid validto valid_until validuntil',
  'key2 time hwtime volctime deadline until x-expires x-oss-expires temp_url_expires timestamp ts t ik-t nva valid_till validtill wstime txtime wowzatokenendtime expired exptime',
);
