import { type Brief, MAX_BRIEF } from './brief.ts';

/** How many entries of each list a brief has at most, whatever their size. */
const MOST = {
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

/** Room for what is stored beside it: the time. */
const ROOM = 32;

/** The lists of a brief, by name. */
export type Lists = Pick<Brief, keyof typeof MOST>;
const NAMES = Object.keys(MOST) as (keyof Lists)[];

/** The brief with its lists cut until it fits: from the end of the one that is the longest, the first of each last. */
export function fitted(brief: Brief): Brief {
  const sizes = NAMES.map((name) => brief[name].slice(0, MOST[name]).map(sizeOf));
  const frame = sizeOf({ ...brief, ...listsWith(() => []) });
  let size = frame + sizes.flat().reduce((sum, one) => sum + one + COMMA, 0);
  while (size > MAX_BRIEF - ROOM) {
    const longest = sizes.reduce((one, other) => (weight(other) > weight(one) ? other : one));
    const last = longest.pop();
    if (last === undefined) break;
    size -= last + COMMA;
  }
  return { ...brief, ...listsWith((name, index) => brief[name].slice(0, sizes[index]?.length)) };
}

const COMMA = 1;

/** A list of one entry goes last, however long that entry is. */
function weight(sizes: readonly number[]): number {
  const sum = sizes.reduce((total, one) => total + one, 0);
  return sizes.length > 1 ? sum + MAX_BRIEF : sum;
}

const encoder = new TextEncoder();

function sizeOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length;
}

function listsWith(listFor: (name: keyof Lists, index: number) => readonly unknown[]): Lists {
  return Object.fromEntries(NAMES.map((name, index) => [name, listFor(name, index)])) as Lists;
}
