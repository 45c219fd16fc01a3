import { MINUTE } from './time.ts';

/** Requests in the last 60 seconds by key, such as product and account (TCA-0207: "rate limited to 3 requests per minute"). */
export function createRateWindow() {
  const requestedAt = new Map<string, number[]>();

  return {
    /** Counts a request at `at` (ms), refused or not, and says whether it is within the limit. */
    take(key: string, at: number, limit: number | 'off'): boolean {
      const earlier = (requestedAt.get(key) ?? []).filter((time) => time > at - MINUTE);
      requestedAt.set(key, [...earlier, at].slice(-MAX_KEPT));
      return limit === 'off' || earlier.length < limit;
    },
    reset(): void {
      requestedAt.clear();
    },
  };
}

// what the highest limit that can be set needs: with it off, thousands a minute come
export const MAX_KEPT = 1000;

export type RateWindow = ReturnType<typeof createRateWindow>;
