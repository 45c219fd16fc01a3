import { unfold } from './quoted-printable.ts';
import { type Doubt, readPiece } from './read-piece.ts';

/** A URL in a text. */
export interface Finding {
  /** As it stood. */
  text: string;
  index: number;
  href: string;
  doubt?: Doubt;
  wasDefanged: boolean;
  /** How often it stands in the text, in whatever notation. */
  count: number;
}

/** What has the form of an address, and is none to detonate: it is told, not taken. */
export interface LeftOut {
  text: string;
  index: number;
  kind: 'email' | 'scheme' | 'network';
}

export interface Found {
  found: Finding[];
  leftOut: LeftOut[];
}

const WORD_START = /[\p{L}\p{N}]/gu;

/**
 * The http(s) URLs, domains and addresses of a text, plain and defanged, each once: the first stands, and is in doubt only where all
 * of them are. Read in one pass from left to right: what was read is never read again.
 */
export function findUrls(source: string): Found {
  const { text, originalIndex } = unfold(source);
  const found = new Map<string, Finding>();
  const leftOut = new Map<string, LeftOut>();
  WORD_START.lastIndex = 0;
  while (WORD_START.test(text)) {
    const piece = readPiece(text, WORD_START.lastIndex - 1);
    WORD_START.lastIndex = piece.end;
    if (piece.kind === 'none') continue;
    const index = originalIndex(piece.start);
    const stood = { text: source.slice(index, originalIndex(piece.end)), index };
    if (piece.kind !== 'url') {
      if (!leftOut.has(stood.text)) leftOut.set(stood.text, { ...stood, kind: piece.kind });
      continue;
    }
    const { href, doubt, wasDefanged } = piece;
    const first = found.get(href);
    if (!first) found.set(href, { ...stood, href, ...(doubt && { doubt }), wasDefanged, count: 1 });
    else addTo(first, doubt);
  }
  return { found: [...found.values()], leftOut: [...leftOut.values()] };
}

function addTo(first: Finding, doubt: Doubt | undefined): void {
  first.count++;
  if (!doubt) delete first.doubt;
}
