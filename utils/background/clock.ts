/** Two clocks never run quite alike; only a larger difference is a clock that was set. */
const DRIFT = 250;

export type ClockWatch = ReturnType<typeof createClockWatch>;

/**
 * Notices that the clock was set forward while this background is awake: then stored times look older than they are, and
 * requests that still count would seem to be past. A sleep of the machine looks the same, and is treated the same.
 * @param elapsed milliseconds by a clock that nobody sets
 */
export function createClockWatch({ now, elapsed }: { now: () => number; elapsed: () => number }) {
  let base = now() - elapsed();
  return {
    /** How far it was set forward since the start or the last `reckon`, in milliseconds. */
    ahead(): number {
      const gained = now() - elapsed() - base;
      // Set back: stored times show that by themselves.
      if (gained < 0) base += gained;
      return gained > DRIFT ? gained : 0;
    },
    /** The stored times were shifted by so much. */
    reckon(ahead: number): void {
      base += ahead;
    },
  };
}
