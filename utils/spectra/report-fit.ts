import { type Brief, MAX_BRIEF } from './brief.ts';

/** Room for what is stored beside it: the time. */
const ROOM = 32;

/** How many entries of each list a brief has at most, whatever their size. */
export const MOST = {
  threats: 10,
  signatures: 40,
  techniques: 40,
  urls: 30,
  domains: 30,
  addresses: 30,
  alerts: 20,
  files: 20,
  warnings: 10,
} as const;

type ListName = keyof typeof MOST;
const LISTS = Object.keys(MOST) as ListName[];

/** The brief with its lists cut until it fits: from the end of the one that is the longest, the first of each last. */
export function fitted(brief: Brief): Brief {
  const sizes = new Map(LISTS.map((name) => [name, brief[name].map(sizeOf)]));
  const frame = sizeOf({ ...brief, ...Object.fromEntries(LISTS.map((name) => [name, []])) });
  let size = frame + [...sizes.values()].flat().reduce((sum, one) => sum + one + 1, 0);
  while (size > MAX_BRIEF - ROOM) {
    const longest = [...sizes.values()].sort((one, other) => weight(other) - weight(one))[0];
    const last = longest?.pop();
    if (last === undefined) break;
    size -= last + 1;
  }
  const cut = LISTS.map((name) => [name, brief[name].slice(0, sizes.get(name)?.length)]);
  return { ...brief, ...Object.fromEntries(cut) };
}

/** A list of one entry goes last, however long that entry is. */
function weight(sizes: readonly number[]): number {
  const sum = sizes.reduce((total, one) => total + one, 0);
  return sizes.length > 1 ? sum : sum / 1e6;
}

const encoder = new TextEncoder();

function sizeOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length;
}
