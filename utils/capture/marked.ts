import { defangedScheme, defangHost, MASK, URL_STEPS } from './defang.ts';

/** Where something stands in a URL as `URL` writes it. */
export interface Place {
  start: number;
  end: number;
}

/** A piece of a defanged URL. */
export interface MarkedPart {
  text: string;
  isHost: boolean;
  /** The places that it belongs to, by their index. */
  of: number[];
}

/** A piece of a text that is shown, and where it came from; `isWhole` where it does not stand for its source letter by letter. */
interface Strand extends Place {
  text: string;
  isWhole: boolean;
}

/** A URL defanged in full, in pieces that are told apart by what is marked in it. Together they are what `defang` gives. */
export function markedParts(href: string, places: readonly Place[]): MarkedPart[] {
  const { before, host, after } = strandsOf(href);
  const parts = [
    ...before.flatMap((strand) => cut(strand, places, false)),
    ...cut(host, places, true),
    ...after.flatMap((strand) => cut(strand, places, false)),
  ];
  return joined(parts);
}

function strandsOf(href: string): { before: Strand[]; host: Strand; after: Strand[] } {
  const url = new URL(href);
  const start = url.href.indexOf('//') + 2;
  const at = url.username || url.password ? url.href.indexOf('@', start) + 1 : start;
  const end = at + url.hostname.length;
  return {
    before: [
      whole(defangedScheme(url), 0, start),
      ...(at > start ? [whole(MASK, start, at - 1), whole('@', at - 1, at)] : []),
    ],
    host: whole(defangHost(url.hostname), at, end),
    after: URL_STEPS.reduce((strands, { pattern, by }) => replaced(strands, pattern, by), [
      { text: url.href.slice(end), start: end, end: url.href.length, isWhole: false },
    ] as Strand[]),
  };
}

function whole(text: string, start: number, end: number): Strand {
  return { text, start, end, isWhole: true };
}

/** What `String.replace` makes of the strands' text, each part still with where it came from. */
function replaced(
  strands: readonly Strand[],
  pattern: RegExp,
  by: (...groups: string[]) => string,
): Strand[] {
  const text = strands.map((strand) => strand.text).join('');
  const result: Strand[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const to = match.index + match[0].length;
    const source = slice(strands, match.index, to);
    const [first] = source;
    const last = source.at(-1);
    result.push(...slice(strands, from, match.index));
    if (first && last) result.push(...kept(match[0], by(...match), source));
    from = to;
  }
  return [...result, ...slice(strands, from, text.length)];
}

/** The letters at both ends that stay keep their places; what is between them came from what was between them. */
function kept(old: string, next: string, source: readonly Strand[]): Strand[] {
  const most = Math.min(old.length, next.length);
  let head = 0;
  while (head < most && old[head] === next[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === next.at(-1 - tail)) tail += 1;
  const middle = slice(source, head, old.length - tail);
  const text = next.slice(head, next.length - tail);
  const start = middle[0]?.start ?? slice(source, 0, head).at(-1)?.end ?? source[0]?.start ?? 0;
  return [
    ...slice(source, 0, head),
    ...(text ? [whole(text, start, middle.at(-1)?.end ?? start)] : []),
    ...slice(source, old.length - tail, old.length),
  ];
}

/** From one place of the strands' text to another. */
function slice(strands: readonly Strand[], from: number, to: number): Strand[] {
  let at = 0;
  return strands.flatMap((strand) => {
    const [start, end] = [Math.max(0, from - at), Math.min(strand.text.length, to - at)];
    at += strand.text.length;
    if (end <= start) return [];
    const text = strand.text.slice(start, end);
    if (strand.isWhole) return [{ ...strand, text }];
    return [{ text, start: strand.start + start, end: strand.start + end, isWhole: false }];
  });
}

/** A strand, cut where a place begins or ends in it; what can't be cut belongs to each place that it touches. */
function cut(strand: Strand, places: readonly Place[], isHost: boolean): MarkedPart[] {
  const touched = (start: number, end: number) =>
    places.flatMap((place, index) => (place.start < end && start < place.end ? [index] : []));
  if (strand.isWhole) return [{ text: strand.text, isHost, of: touched(strand.start, strand.end) }];
  const edges = places
    .flatMap(({ start, end }) => [start, end])
    .filter((edge) => Number.isInteger(edge) && edge > strand.start && edge < strand.end);
  const cuts = [...new Set([strand.start, ...edges, strand.end])].sort((one, other) => one - other);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? end;
    const text = strand.text.slice(start - strand.start, end - strand.start);
    return { text, isHost, of: touched(start, end) };
  });
}

function joined(parts: readonly MarkedPart[]): MarkedPart[] {
  const all: MarkedPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    const isSame = last?.isHost === part.isHost && last.of.join() === part.of.join();
    if (last && isSame) last.text += part.text;
    else if (part.text) all.push({ ...part });
  }
  return all;
}
