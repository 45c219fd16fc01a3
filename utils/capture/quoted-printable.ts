import { asItIs, type Rewritten, rewritten } from './rewritten.ts';

const FOLDED = /=\r?\n/;
/** Without an encoded `=` it is any text with a line that ends in one. */
const ENCODED = /=3D/;
const SIGNS = /=(?:\r?\n|([2-7][\dA-F]))/g;

/** A mail's source with its soft breaks and encoded signs undone; another text as it is. */
export function unfold(source: string): Rewritten {
  if (!FOLDED.test(source) || !ENCODED.test(source)) return asItIs(source);
  return rewritten(source, SIGNS, ([, code]) => (code ? String.fromCharCode(Number.parseInt(code, 16)) : ''));
}
