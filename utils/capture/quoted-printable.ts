/** A text, and where each of its places stood in the one that it was made from. */
export interface Unfolded {
  text: string;
  originalIndex: (index: number) => number;
}

const FOLDED = /=\r?\n/;
/** Without an encoded `=` it is any text with a line that ends in one. */
const ENCODED = /=3D/;
const SIGNS = /=(?:\r?\n|([2-7][\dA-F]))/g;

/** A mail's source with its soft breaks and encoded signs undone; another text as it is. */
export function unfold(source: string): Unfolded {
  if (!FOLDED.test(source) || !ENCODED.test(source)) return { text: source, originalIndex: (index) => index };
  const parts: string[] = [];
  // Behind `places[n]` of the new text, `shifts[n]` characters are gone.
  const places: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  let end = 0;
  for (const { 0: sign, 1: code, index } of source.matchAll(SIGNS)) {
    const char = code ? String.fromCharCode(Number.parseInt(code, 16)) : '';
    parts.push(source.slice(end, index), char);
    places.push(index - shift + char.length);
    shift += sign.length - char.length;
    shifts.push(shift);
    end = index + sign.length;
  }
  parts.push(source.slice(end));
  return { text: parts.join(''), originalIndex: (index) => index + (shifts[lastUpTo(places, index)] ?? 0) };
}

/** The place of the last that is no greater; -1 where all are. */
function lastUpTo(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
