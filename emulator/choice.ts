import { createHash } from 'node:crypto';
import type { Analysed } from './submission.ts';

/** The same for the same target on the same platform, however its hash is written. */
export function seedOf({ target, platform }: Analysed): string {
  return `${target.sha1.toLowerCase()}/${platform}`;
}

/** 64 hex digits that follow from a text alone. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A whole number from `least` to `most`, both included, that follows from `seed`. */
export function between(least: number, most: number, seed: string): number {
  return least + (Number.parseInt(digest(seed).slice(0, 8), 16) % (most - least + 1));
}

/** `count` of the items in their own order; which ones follows from `seed`. */
export function choose<Item>(items: readonly Item[], count: number, seed: string): Item[] {
  const ranked = items.map((item, i) => ({ item, rank: digest(`${seed}/${i}`) }));
  const last = ranked.map(({ rank }) => rank).sort()[count];
  return ranked.filter(({ rank }) => last === undefined || rank < last).map(({ item }) => item);
}
