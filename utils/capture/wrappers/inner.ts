import { percentDecoded } from './percent.ts';

const WEB = /^https?:[\\/]/i;

/** A scheme whose colon or slash is percent-encoded, once or more often. */
const ENCODED = /^https?(?:%(?:25)*3a|:%(?:25)*2f)/i;
const ENCODINGS = 4;

/** The URL of the web that a text is; encoded once too often is decoded. Nothing is guessed: a scheme must be there. */
export function parseInner(text: string): URL | undefined {
  let decoded = text.trim();
  for (let round = 0; round < ENCODINGS && isEncoded(decoded); round++) decoded = percentDecoded(decoded);
  return WEB.test(decoded) ? (URL.parse(decoded) ?? undefined) : undefined;
}

/** Whether a text is a URL of the web that is percent-encoded as a whole. */
export function isEncoded(text: string): boolean {
  return ENCODED.test(text);
}
