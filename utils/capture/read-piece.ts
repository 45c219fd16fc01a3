import { endOf, readPort } from './defang-marks.ts';
import { hasSpacedSlash } from './line-end.ts';
import { isPlainHost } from './plain-host.ts';
import { isPrivateHost } from './private-host.ts';
import { readBare, readBareIpv6 } from './read-bare.ts';
import { readEncoded } from './read-encoded.ts';
import { type Host, wordEnd } from './read-host.ts';
import { type Origin, readOrigin } from './read-origin.ts';
import { type Rest, readRest } from './read-rest.ts';
import { refangRest } from './refang-rest.ts';

/** Why a person should look at a URL before it is taken: nobody else's business, not all of it or too much, or perhaps no URL. */
export type Doubt = 'private' | 'cut' | 'wrapped' | 'glued' | 'bareHost';

/** What begins at a place of a text; `end` is where to go on. */
export type Piece =
  | { kind: 'url'; start: number; end: number; href: string; doubt?: Doubt; wasDefanged: boolean }
  | { kind: 'email' | 'scheme' | 'network'; start: number; end: number }
  | { kind: 'none'; end: number };

const RUN = /[^\s"'<>]+/y;

/** The URL or what looks like one that begins with the word at `at`. */
export function readPiece(text: string, at: number): Piece {
  const encoded = readEncoded(text, at);
  if (encoded) return encoded;
  const origin = readOrigin(text, at);
  if (!origin) return { kind: 'none', end: Math.max(wordEnd(text, at), at + 1) };
  const { scheme, host, start, end } = origin;
  if (scheme && !scheme.isWeb) return { kind: 'scheme', start, end: endOf(RUN, text, end) ?? end };
  if (!host) return { kind: 'none', end };
  if (scheme) return isMissing(origin, host) ? { kind: 'none', end: scheme.end } : readUrl(text, origin);
  if (host.labels.length < 2) return readAddress(text, start, host.end);
  const bare = readBare(text, start, host);
  if (!bare) return { kind: 'none', end: host.end };
  return bare.kind === 'host' ? readUrl(text, origin, bare.isSure) : bare;
}

/** Whether what follows the scheme is but the sentence's next word. */
function isMissing({ scheme }: Origin, { labels }: Host): boolean {
  return labels.length === 1 && /\s$/.test(scheme?.slashes ?? '');
}

function readAddress(text: string, start: number, end: number): Piece {
  const address = ':['.includes(text.charAt(end) || ' ') ? readBareIpv6(text, start) : undefined;
  if (!address) return { kind: 'none', end };
  if (address.isNetwork) return { kind: 'network', start, end: address.end };
  const host: Host = { end: address.end, labels: [address.name], name: address.name, kind: 'plain' };
  const isBracketed = text.charAt(start - 1) === '[' && text.charAt(address.end) === ']';
  const port = isBracketed ? readPort(text, address.end + 1) : undefined;
  const isDefanged = text.slice(start, address.end).includes('[');
  const url = address.name + (port?.port ?? '');
  const bounds = isBracketed
    ? { start: start - 1, end: port?.end ?? address.end + 1 }
    : { start, end: address.end };
  return readUrl(text, { ...bounds, host, port: port?.port ?? '', url, isDefanged }, isDefanged, isBracketed);
}

function readUrl(text: string, origin: Origin, isSure = true, hasRest = true): Piece {
  const { start, isDefanged, scheme, port } = origin;
  const { end, rest, ...read } = hasRest ? readRest(text, start, origin.end) : noRest(origin.end);
  const url = parseUrl(text, origin, rest);
  if (!url) return { kind: 'none', end: origin.end };
  const isBare = !scheme && !isSure && !port && !rest;
  const isSpaced = isDefanged && !rest && hasSpacedSlash(text, end);
  const doubt = read.doubt ?? (isSpaced ? 'wrapped' : undefined);
  const isUnsure = isBare && doubt !== 'cut';
  const why = isPrivateHost(url.hostname) ? 'private' : isUnsure ? 'bareHost' : doubt;
  const piece: Piece = { kind: 'url', start, end, href: url.href, wasDefanged: isDefanged };
  if (why) piece.doubt = why;
  return piece;
}

function noRest(end: number): Rest {
  return { end, rest: '' };
}

function parseUrl(text: string, origin: Origin, rest: string): Pick<URL, 'href' | 'hostname'> | null {
  const { start, end, url, scheme, isDefanged } = origin;
  if (!scheme && !rest && isPlainHost(url)) return { href: `http://${url}/`, hostname: url };
  const full = (scheme ? '' : 'http://') + url + refangRest(rest, text.slice(start, end), isDefanged);
  return URL.parse(isInAttribute(text, start) || isEscaped(rest) ? full.replaceAll('&amp;', '&') : full);
}

/** Whether a query was taken from HTML's source: every sign in it that is escaped there is. */
function isEscaped(rest: string): boolean {
  return rest.includes('&amp;') && rest.includes('?') && !/&(?!amp;)/.test(rest);
}

function isInAttribute(text: string, start: number): boolean {
  return /=["']$/.test(text.slice(Math.max(0, start - 2), start));
}
