/** A text, and where each of its places stood in the one that it was made from. */
export interface Rewritten {
  text: string;
  originalIndex: (index: number) => number;
}

/** A text with each match of a pattern replaced by what is shorter than it. */
export function rewritten(
  source: string,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string,
): Rewritten {
  const parts: string[] = [];
  // Behind `places[n]` of the new text, `shifts[n]` characters are gone.
  const places: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  let end = 0;
  for (const match of source.matchAll(pattern)) {
    const [sign] = match;
    const by = replacement(match);
    parts.push(source.slice(end, match.index), by);
    places.push(match.index - shift + by.length);
    shift += sign.length - by.length;
    shifts.push(shift);
    end = match.index + sign.length;
  }
  parts.push(source.slice(end));
  return { text: parts.join(''), originalIndex: (index) => index + (shifts[lastUpTo(places, index)] ?? 0) };
}

/** A text that needs no rewriting. */
export function asItIs(source: string): Rewritten {
  return { text: source, originalIndex: (index) => index };
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
