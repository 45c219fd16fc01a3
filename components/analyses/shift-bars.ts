import { type Counts, SHARES, type Share, type ShiftDay } from '@/utils/analyses/shift.ts';

/** How high the bar of the busiest day is, in pixels. */
export const BAR = 64;
/** Between the parts, so that they are told apart also by those to whom two colours are one. */
export const GAP = 1;
/** What is there at all can be seen, and told from its neighbour. */
const LEAST = 3;

export interface Part {
  share: Share;
  /** In pixels, the gap above it included. */
  height: number;
}

/** A few analyses do not fill the picture: one in two weeks is no wall of red. */
const LEAST_TOP = 10;

/** How many analyses a bar of full height stands for. */
export function topOf(days: readonly ShiftDay[]): number {
  return Math.max(LEAST_TOP, ...days.map(({ total }) => total));
}

/**
 * A day's bar, the worst at the bottom. It is as high as its total says; a part that would be too thin to see takes what it
 * lacks from those that are not.
 */
export function partsOf(counts: Counts, top: number): Part[] {
  const shares = SHARES.filter((share) => counts[share] > 0);
  const floor = LEAST * shares.length;
  const heights = shares.map((share) => Math.max(LEAST, (counts[share] / top) * BAR));
  const sum = heights.reduce((all, height) => all + height, 0);
  const whole = shares.reduce((all, share) => all + (counts[share] / top) * BAR, 0);
  const kept = sum > floor ? (Math.max(whole, floor) - floor) / (sum - floor) : 0;
  return shares.map((share, index) => ({
    share,
    height: LEAST + ((heights[index] ?? LEAST) - LEAST) * kept,
  }));
}
