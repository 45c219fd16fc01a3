import { visible } from './invisible.ts';
import { unfold } from './quoted-printable.ts';
import { type Doubt, type Piece, readPiece } from './read-piece.ts';
import { readPlain } from './read-plain.ts';

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

type Url = Extract<Piece, { kind: 'url' }>;

const WORD_START = /[\p{L}\p{N}]/gu;

/**
 * The http(s) URLs, domains and addresses of a text, plain and defanged, each once: the first stands, and is in doubt only where all
 * of them are. Read in one pass from left to right: what was read is never read again.
 */
export function findUrls(source: string): Found {
  const unfolded = unfold(source);
  const { text, originalIndex } = visible(unfolded.text);
  const found = new Map<string, Finding>();
  const leftOut = new Map<string, LeftOut>();
  WORD_START.lastIndex = 0;
  while (WORD_START.test(text)) {
    const at = WORD_START.lastIndex - 1;
    const piece = readPlain(text, at) ?? readPiece(text, at);
    WORD_START.lastIndex = piece.end;
    if (piece.kind === 'none') continue;
    const first = piece.kind === 'url' && found.get(piece.href);
    if (first) {
      addTo(first, piece);
      continue;
    }
    const index = unfolded.originalIndex(originalIndex(piece.start));
    // Behind its last character: what is not seen there is no part of it.
    const end = unfolded.originalIndex(originalIndex(piece.end - 1) + 1);
    const stood = source.slice(index, end);
    if (piece.kind === 'url') found.set(piece.href, findingOf(piece, stood, index));
    else if (!leftOut.has(stood)) leftOut.set(stood, { text: stood, index, kind: piece.kind });
  }
  return { found: [...found.values()], leftOut: [...leftOut.values()] };
}

function findingOf({ href, doubt, wasDefanged }: Url, text: string, index: number): Finding {
  const finding: Finding = { text, index, href, wasDefanged, count: 1 };
  if (doubt) finding.doubt = doubt;
  return finding;
}

function addTo(first: Finding, { doubt }: { doubt?: Doubt }): void {
  first.count++;
  if (!doubt) delete first.doubt;
}
