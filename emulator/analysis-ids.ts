import { createHash } from 'node:crypto';

/** UUIDs that follow from the seed alone: the same seed gives the same ids in the same order. */
export function createAnalysisIds(seed: string) {
  let given = 0;
  return {
    next(): string {
      given += 1;
      const hex = createHash('sha256').update(`${seed}/${given}`).digest('hex');
      // version 4, variant 10xx, so that a strict check for UUIDs takes it
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        `a${hex.slice(17, 20)}`,
        hex.slice(20, 32),
      ].join('-');
    },
    reset(): void {
      given = 0;
    },
  };
}
