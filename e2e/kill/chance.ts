/** Numbers that look random and are the same in each run (mulberry32): a kill point that failed fails again. */
export function createChance(seed: number) {
  let state = seed;

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  return {
    /** One of these, each as likely as its part of the list. */
    oneOf: <T>(list: readonly [T, ...T[]]): T => list[Math.floor(next() * list.length)] ?? list[0],
    /** True this often. */
    happens: (share: number): boolean => next() < share,
  };
}

export type Chance = ReturnType<typeof createChance>;
