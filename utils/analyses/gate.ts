import * as z from 'zod/mini';
import {
  type HistorySource,
  isContact,
  type ProbeOutcome,
  type SubmitOutcome,
} from '@/utils/spectra/client.ts';
import type { ServiceError } from '@/utils/spectra/service-error.ts';
import {
  afterLookup,
  isLookAhead,
  LOOKUPS,
  lookGateSchema,
  OPEN_LOOK_GATE,
  reopenedLook,
  soundLookGate,
  takeLook,
} from './look-gate.ts';
import { growingPause, type Pause, pauseSchema, quotaPause, soundPause } from './pause.ts';
import { allTaken, answerSlot, freeAt, LIMIT, shiftSlots, slotSchema, soundSlots, WINDOW } from './slots.ts';
import { MINUTE } from './time.ts';

/** A POST goes out only this soon after an answer of the service; otherwise a probe goes first. */
const CONTACT = MINUTE;

/** What stands between an account's queue and the service. Times are milliseconds since 1970. */
export const gateSchema = z.object({
  slots: z.array(slotSchema),
  /** When the service last answered by itself. */
  contactAt: z.optional(z.number()),
  /** How far the service's clock is ahead of ours, by the `Date` header of its last answer. */
  skew: z.optional(z.number()),
  /** The last submission ended unknown: the endpoint itself must show that it answers before the next one. */
  isDoubtful: z.optional(z.literal(true)),
  /** Refused until the user acts; nothing is asked meanwhile. */
  blocked: z.optional(z.enum(['unauthorized', 'forbidden'])),
  /** Refused or out of reach until a time. */
  pause: z.optional(pauseSchema),
  /** How often the user changed or tested the credentials: tells an answer to the old ones from one to the new. */
  reopenings: z.optional(z.number()),
  /** The account has no right to TCA-0403. */
  hasNoUrlReport: z.optional(z.literal(true)),
  /** Failures in a row, of a kind that makes pauses grow. */
  failures: z.number(),
  /** The same for look-ups, which are no submissions. */
  look: z.optional(lookGateSchema),
});
export type Gate = z.infer<typeof gateSchema>;

export const OPEN_GATE: Gate = { slots: [], failures: 0 };

/** In place of a gate that can't be read: what it knew of the last requests is lost, so that they may all have been just now. */
export function closedGate(now: number): Gate {
  return {
    slots: allTaken(now),
    failures: 0,
    look: { times: Array<number>(LOOKUPS).fill(now), failures: 0 },
  };
}

/**
 * The gate with its stored times made sound: one in the future (the clock was set back) counts as now.
 * @param ahead how far the clock was set forward since they were stored, in milliseconds
 */
export function soundGate(gate: Gate, now: number, ahead = 0): Gate {
  const { contactAt, pause, look, ...rest } = gate;
  return {
    ...rest,
    ...(look && { look: soundLookGate(look, now, ahead) }),
    slots: soundSlots(shiftSlots(gate.slots, ahead), now),
    ...(contactAt !== undefined && contactAt <= now && { contactAt }),
    ...(pause && { pause: soundPause(pause, now) }),
  };
}

/** Whether a stored time is in the future, which only a clock that was set back explains. */
export function isAhead({ slots, pause, look = OPEN_LOOK_GATE }: Gate, now: number): boolean {
  return (
    isLookAhead(look, now) ||
    slots.some(({ sentAt, answeredAt }) => Math.max(sentAt, answeredAt ?? 0) > now) ||
    (pause?.from ?? 0) > now
  );
}

/** How many requests may still go out now. The gate must be sound. */
export function freeSlots(gate: Gate): number {
  return Math.max(0, LIMIT - gate.slots.length);
}

/** When the slots that are taken now become free, soonest first. */
export function slotTimes(gate: Gate): number[] {
  return gate.slots.map(freeAt).sort((one, other) => one - other);
}

/** Whether the service answered so recently that a POST may go out. */
export function hasContact(gate: Gate, now: number): boolean {
  return !gate.isDoubtful && gate.contactAt !== undefined && now - gate.contactAt <= CONTACT;
}

/** The gate as a request that counts goes out. */
export function takeSlot(gate: Gate, now: number): Gate {
  const { pause: _, ...rest } = gate;
  return { ...rest, slots: [...gate.slots, { sentAt: now }] };
}

/** The gate after a submission that was sent at `sentAt` ended. `random` is in [0, 1). */
export function afterSubmit(
  gate: Gate,
  sentAt: number,
  outcome: SubmitOutcome,
  now: number,
  random: number,
): Gate {
  const answered = outcome.result === 'started' ? gate : answeredGate(gate, sentAt, outcome.error, now);
  const { blocked: _, pause: __, ...rest } = answered;
  const timed = withSkew(rest, outcome.date, now);
  if (outcome.result === 'unknown') return afterLoss(timed, now, random, outcome.error.retryAfter);
  const { isDoubtful: ___, ...sure } = timed;
  if (outcome.result === 'refused') return afterRefusal(sure, outcome.error, now, random);
  return { ...sure, slots: answerSlot(gate.slots, sentAt, now), contactAt: now, failures: 0 };
}

/** The gate after a submission of which nothing more will be heard: whether the endpoint works is in doubt. */
export function afterLoss(gate: Gate, now: number, random: number, retryAfter?: number): Gate {
  return doubted(paused(gate, 'unconfirmed', now, random, retryAfter));
}

/** The gate after the usage call that goes before a submission. */
export function afterUsage(gate: Gate, outcome: ProbeOutcome, now: number, random: number): Gate {
  const { pause: _, ...rest } = withSkew(gate, outcome.date, now);
  const { error } = outcome;
  if (error && !isContact(outcome)) return paused(rest, pauseOf(error), now, random, error.retryAfter);
  // The right to the usage call is another than the right to submit: its refusal only shows that the service is there.
  const isRefusal = error && error.kind !== 'forbidden';
  return isRefusal ? afterRefusal(rest, error, now, random) : { ...rest, contactAt: now };
}

/** The gate after a trial of the endpoint itself, sent at `sentAt`. Pauses go on growing until a submission is answered. */
export function afterTrial(
  gate: Gate,
  sentAt: number,
  outcome: ProbeOutcome,
  now: number,
  random: number,
): Gate {
  const { isDoubtful, ...sure } = afterUsage(
    answeredGate(gate, sentAt, outcome.error, now),
    outcome,
    now,
    random,
  );
  return outcome.error && isDoubtful ? doubted(sure) : sure;
}

/** The gate as a look-up goes out; sound. */
export function takeLookup(gate: Gate, now: number): Gate {
  return { ...gate, look: takeLook(gate.look ?? OPEN_LOOK_GATE, now) };
}

/**
 * The gate after a look-up. What fails there says nothing of submissions, but for a refused password; and what TCA-0403
 * (`urlReport`) answers nothing of TCA-0106.
 */
export function afterLook(
  gate: Gate,
  { error, date }: ProbeOutcome,
  now: number,
  random: number,
  source?: HistorySource,
): Gate {
  const timed = withSkew(gate, date, now);
  if (source === 'urlReport') {
    return error?.kind === 'unauthorized' ? { ...timed, blocked: 'unauthorized' } : timed;
  }
  const look = afterLookup(timed.look ?? OPEN_LOOK_GATE, error, now, random, timed.skew);
  return { ...timed, look, ...(error?.kind === 'unauthorized' && { blocked: 'unauthorized' }) };
}

/** The gate once the user changed or successfully tested the account: what was refused before counts no more. */
export function reopened(gate: Gate): Gate {
  const {
    blocked: _,
    hasNoUrlReport: __,
    ...rest
  } = withoutPause(gate, ['intercepted', 'unreachable', 'faulty', 'unconfirmed']);
  return {
    ...rest,
    ...(rest.look && { look: reopenedLook(rest.look) }),
    reopenings: (gate.reopenings ?? 0) + 1,
  };
}

/** The gate once the network came back: the service may be reached again before its pause is over. */
export function reconnected(gate: Gate): Gate {
  const { look, ...rest } = withoutPause(gate, ['unreachable', 'unconfirmed']);
  return look?.pause?.kind === 'unreachable' ? { ...rest, look: reopenedLook(look) } : { ...rest, look };
}

/** What the service refused is of no account where the credentials were changed since it was asked. */
export function sinceReopening(gate: Gate, reopenings: number | undefined): Gate {
  if (gate.reopenings === reopenings) return gate;
  const { blocked: _, ...rest } = gate;
  return rest;
}

/**
 * Once in so many failures a submission itself is the trial: should the service answer a trial with a fault for ever, the
 * queue goes on nevertheless, though slowly. With the growing pauses that is after three and a half hours for the first time.
 */
const TRUSTED_EVERY = 12;

function doubted({ isDoubtful: _, ...gate }: Gate): Gate {
  return gate.failures % TRUSTED_EVERY === 0 ? gate : { ...gate, isDoubtful: true };
}

function withoutPause(gate: Gate, kinds: readonly Pause['kind'][]): Gate {
  const { pause, ...rest } = gate;
  return pause && !kinds.includes(pause.kind) ? gate : rest;
}

function withSkew(gate: Gate, date: number | undefined, now: number): Gate {
  return date === undefined ? gate : { ...gate, skew: date - now };
}

function answeredGate(gate: Gate, sentAt: number, error: ServiceError | undefined, now: number): Gate {
  return error?.kind === 'noAnswer' ? gate : { ...gate, slots: answerSlot(gate.slots, sentAt, now) };
}

function pauseOf({ kind }: ServiceError): Pause['kind'] {
  if (kind === 'intercepted') return 'intercepted';
  return kind === 'noAnswer' ? 'unreachable' : 'faulty';
}

function afterRefusal(gate: Gate, error: ServiceError, now: number, random: number): Gate {
  if (error.kind === 'intercepted') return paused(gate, 'intercepted', now, random);
  const reached: Gate = { ...gate, contactAt: now, failures: 0 };
  switch (error.kind) {
    case 'unauthorized':
    case 'forbidden':
      return { ...reached, blocked: error.kind };
    case 'rateLimited':
      return {
        ...reached,
        pause: { kind: 'rateLimited', from: now, until: now + (error.retryAfter ?? WINDOW) },
      };
    case 'quotaUsedUp':
      return { ...reached, pause: quotaPause(now, random, gate.skew, error.retryAfter) };
    default:
      return reached;
  }
}

/** Whatever answered before: after this the service must show itself before the next POST. */
function paused(
  { contactAt: _, ...gate }: Gate,
  kind: Pause['kind'],
  now: number,
  random: number,
  retryAfter = 0,
): Gate {
  const failures = gate.failures + 1;
  const until = now + growingPause(failures, random, retryAfter);
  return { ...gate, failures, pause: { kind, from: now, until } };
}
