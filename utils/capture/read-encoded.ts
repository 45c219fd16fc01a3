import { endOf } from './defang-marks.ts';
import { isPrivateHost } from './private-host.ts';
import type { Piece } from './read-piece.ts';
import { parseInner } from './wrappers/inner.ts';

const ENCODED = /https?%(?:25){0,3}3a%(?:25){0,3}2f[\w%.~+*-]{0,16384}/iy;
const STOPS = /[.*-]{1,9}$/;

/** A URL that stands percent-encoded as a whole, perhaps as a part of another one. */
export function readEncoded(text: string, at: number): Piece | undefined {
  const end = 'hH'.includes(text.charAt(at)) ? endOf(ENCODED, text, at) : undefined;
  if (!end) return undefined;
  const written = text.slice(at, end).replace(STOPS, '');
  const url = parseInner(written);
  if (!url) return { kind: 'none', end };
  const doubt = isPrivateHost(url.hostname) ? 'private' : 'cut';
  return { kind: 'url', start: at, end: at + written.length, href: url.href, doubt, wasDefanged: false };
}
