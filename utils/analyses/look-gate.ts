import * as z from 'zod/mini';
import type { ServiceError } from '@/utils/spectra/service-error.ts';
import { growingPause, pauseSchema, quotaPause, soundPause } from './pause.ts';
import { MINUTE } from './time.ts';

/** The limit of TCA-0106 and TCA-0403 is not documented: this is ours, over all analyses of an account. */
export const LOOKUPS = 20;
const WINDOW = MINUTE;

/** What stands between an account's look-ups and the service. Times are milliseconds since 1970. */
export const lookGateSchema = z.object({
  /** When the last ones were made, oldest first. */
  times: z.array(z.number()),
  /** The account has no right to TCA-0106. */
  isForbidden: z.optional(z.literal(true)),
  /** Refused or out of reach until a time. */
  pause: z.optional(pauseSchema),
  /** Failures in a row. */
  failures: z.number(),
});
export type LookGate = z.infer<typeof lookGateSchema>;

export const OPEN_LOOK_GATE: LookGate = { times: [], failures: 0 };

/** With times that are sound, as `soundGate` makes those of submissions. */
export function soundLookGate({ times, pause, ...rest }: LookGate, now: number, ahead = 0): LookGate {
  return {
    ...rest,
    times: times.map((time) => Math.min(time + ahead, now)).filter((time) => time + WINDOW > now),
    ...(pause && { pause: soundPause(pause, now) }),
  };
}

export function isLookAhead({ times, pause }: LookGate, now: number): boolean {
  return times.some((time) => time > now) || (pause?.from ?? 0) > now;
}

/** As a look-up goes out. The gate must be sound. */
export function takeLook(gate: LookGate, now: number): LookGate {
  return { ...gate, times: [...gate.times, now] };
}

/** When the next look-up may go out by our own count; null: now. The gate must be sound. */
export function lookFreeAt({ times }: LookGate): number | null {
  const first = times[times.length - LOOKUPS];
  return first === undefined ? null : first + WINDOW;
}

/**
 * After a look-up ended. `random` is in [0, 1), `skew` how far the service's clock is ahead. A body that makes no sense says
 * something of that one report only: no other look-up waits for it.
 */
export function afterLookup(
  gate: LookGate,
  error: ServiceError | undefined,
  now: number,
  random: number,
  skew?: number,
): LookGate {
  const { pause: _, ...rest } = gate;
  switch (error?.kind) {
    case 'nonsense':
      return gate;
    case 'forbidden':
      return { ...rest, isForbidden: true };
    case 'quotaUsedUp':
      return { ...rest, pause: quotaPause(now, random, skew, error.retryAfter) };
    case 'rateLimited':
      return paused(rest, 'rateLimited', now, random, Math.max(error.retryAfter ?? 0, WINDOW));
    case 'serviceFault':
      return paused(rest, 'faulty', now, random, error.retryAfter);
    case 'intercepted':
      return paused(rest, 'intercepted', now, random);
    case 'noAnswer':
      return paused(rest, 'unreachable', now, random);
    default:
      return { ...rest, failures: 0 };
  }
}

function paused(
  gate: LookGate,
  kind: 'rateLimited' | 'faulty' | 'intercepted' | 'unreachable',
  now: number,
  random: number,
  retryAfter?: number,
): LookGate {
  const failures = gate.failures + 1;
  return {
    ...gate,
    failures,
    pause: { kind, from: now, until: now + growingPause(failures, random, retryAfter) },
  };
}

/** Once the user changed or tested the account, or the network came back. */
export function reopenedLook({ isForbidden: _, pause: __, ...gate }: LookGate): LookGate {
  return gate;
}
