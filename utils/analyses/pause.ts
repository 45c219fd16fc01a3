import * as z from 'zod/mini';
import { HOUR, MINUTE, SECOND } from './time.ts';

const FIRST_PAUSE = 30 * SECOND;
const LONGEST_PAUSE = 30 * MINUTE;

const PAUSE_KINDS = [
  'rateLimited',
  'quotaUsedUp',
  'intercepted',
  'unreachable',
  'faulty',
  'unconfirmed',
] as const;

/** A time until which nothing is asked, since when, and why. Times are milliseconds since 1970. */
export const pauseSchema = z.object({ until: z.number(), from: z.number(), kind: z.enum(PAUSE_KINDS) });
export type Pause = z.infer<typeof pauseSchema>;

/** The pause with a beginning that is not in the future (the clock was set back): it lasts as long from now. */
export function soundPause(pause: Pause, now: number): Pause {
  return pause.from <= now ? pause : { ...pause, from: now, until: now + (pause.until - pause.from) };
}

/**
 * How long to wait after so many failures in a row, in milliseconds: from 30 s, each time twice as long, up to 30 min, or as
 * long as the service asked. `random` is in [0, 1): jitter of up to a fifth, so that many clients do not come back at once.
 */
export function growingPause(failures: number, random: number, retryAfter = 0): number {
  const pause = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
  return Math.max(retryAfter, pause * (1 + random / 5));
}

/**
 * When a quota that is used up is asked after again. Daily quotas start again at 00:00 UTC by the service's clock, which is
 * `skew` ahead of ours; a monthly one is asked after once a day.
 */
export function quotaPause(now: number, random: number, skew = 0, retryAfter = 0): Pause {
  const day = 24 * HOUR;
  const midnight = (Math.floor((now + skew) / day) + 1) * day - skew;
  const until = retryAfter ? now + retryAfter : midnight + random * MINUTE;
  return { kind: 'quotaUsedUp', from: now, until };
}
