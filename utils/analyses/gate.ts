import * as z from 'zod/mini';
import { isContact, type SubmitOutcome, type UsageOutcome } from '@/utils/spectra/client.ts';
import type { ServiceError } from '@/utils/spectra/service-error.ts';
import { HOUR, MINUTE, SECOND } from './time.ts';

/** TCA-0207: "This API is rate limited to 3 requests per minute." */
export const LIMIT = 3;
const WINDOW = MINUTE;
/** When a slot without an answer is free again: the longest request, and the window after it. */
const UNANSWERED = 85 * SECOND;
/** A POST goes out only this soon after an answer of the service; otherwise the usage call goes first. */
const CONTACT = MINUTE;
const FIRST_PAUSE = 30 * SECOND;
const LONGEST_PAUSE = 30 * MINUTE;

const slotSchema = z.object({ sentAt: z.number(), answeredAt: z.optional(z.number()) });

/** What stands between an account's queue and the service. Times are milliseconds since 1970. */
export const gateSchema = z.object({
  slots: z.array(slotSchema),
  /** When the service last answered by itself. */
  contactAt: z.optional(z.number()),
  /** Refused until the user acts; nothing is asked meanwhile. */
  blocked: z.optional(z.enum(['unauthorized', 'forbidden'])),
  /** Refused or out of reach until a time. */
  pause: z.optional(
    z.object({
      until: z.number(),
      from: z.number(),
      kind: z.enum(['rateLimited', 'quotaUsedUp', 'intercepted', 'unreachable', 'unconfirmed']),
    }),
  ),
  /** How often the user changed or tested the credentials: tells an answer to the old ones from one to the new. */
  reopenings: z.optional(z.number()),
  /** Failures in a row, of a kind that makes pauses grow. */
  failures: z.number(),
});
export type Gate = z.infer<typeof gateSchema>;
export type Pause = NonNullable<Gate['pause']>;

export const OPEN_GATE: Gate = { slots: [], failures: 0 };

/** The gate with its stored times made sound: one in the future (the clock was set back) counts as now. */
export function soundGate(gate: Gate, now: number): Gate {
  const slots = gate.slots
    .map(({ sentAt, answeredAt }) => ({
      sentAt: Math.min(sentAt, now),
      ...(answeredAt !== undefined && { answeredAt: Math.min(answeredAt, now) }),
    }))
    .filter((slot) => freeAt(slot) > now);
  const { contactAt, pause, ...rest } = gate;
  return {
    ...rest,
    slots,
    ...(contactAt !== undefined && contactAt <= now && { contactAt }),
    ...(pause && { pause: soundPause(pause, now) }),
  };
}

/** Whether a stored time is in the future, which only a clock that was set back explains. */
export function isAhead({ slots, pause }: Gate, now: number): boolean {
  return (
    slots.some(({ sentAt, answeredAt }) => Math.max(sentAt, answeredAt ?? 0) > now) ||
    (pause?.from ?? 0) > now
  );
}

function soundPause(pause: Pause, now: number): Pause {
  return pause.from <= now ? pause : { ...pause, from: now, until: now + (pause.until - pause.from) };
}

function freeAt({ sentAt, answeredAt }: Gate['slots'][number]): number {
  return answeredAt === undefined ? sentAt + UNANSWERED : answeredAt + WINDOW;
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
  return gate.contactAt !== undefined && now - gate.contactAt <= CONTACT;
}

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
  const isAnswered = outcome.result === 'started' || outcome.error.kind !== 'noAnswer';
  const slots = isAnswered ? answerSlot(gate.slots, sentAt, now) : gate.slots;
  const { blocked: _, pause: __, ...rest } = { ...gate, slots };
  if (outcome.result === 'started') return { ...rest, contactAt: now, failures: 0 };
  if (outcome.result === 'unknown') return paused(rest, 'unconfirmed', now, random);
  return afterRefusal(rest, outcome.error, now, random);
}

/** The gate after a submission of which nothing more will be heard: the background died under it. */
export function afterLoss(gate: Gate, now: number, random: number): Gate {
  return paused(gate, 'unconfirmed', now, random);
}

/** The gate after the usage call that goes before a submission. */
export function afterProbe(gate: Gate, outcome: UsageOutcome, now: number, random: number): Gate {
  const { pause: _, ...rest } = gate;
  const { error } = outcome;
  if (!isContact(outcome))
    return paused(rest, error?.kind === 'intercepted' ? 'intercepted' : 'unreachable', now, random);
  // The right to the usage call is another than the right to submit: its refusal only shows that the service is there.
  const isForbidden = error?.kind === 'forbidden';
  return error && !isForbidden ? afterRefusal(rest, error, now, random) : { ...rest, contactAt: now };
}

/** The gate once the user changed or successfully tested the account: what was refused before counts no more. */
export function reopened(gate: Gate): Gate {
  const { blocked: _, ...rest } = withoutPause(gate, ['intercepted', 'unreachable', 'unconfirmed']);
  return { ...rest, reopenings: (gate.reopenings ?? 0) + 1 };
}

/** The gate once the network came back: the service may be reached again before its pause is over. */
export function reconnected(gate: Gate): Gate {
  return withoutPause(gate, ['unreachable']);
}

/** What the service refused is of no account where the credentials were changed since it was asked. */
export function sinceReopening(gate: Gate, reopenings: number | undefined): Gate {
  if (gate.reopenings === reopenings) return gate;
  const { blocked: _, ...rest } = gate;
  return rest;
}

function withoutPause(gate: Gate, kinds: readonly Pause['kind'][]): Gate {
  const { pause, ...rest } = gate;
  return pause && !kinds.includes(pause.kind) ? gate : rest;
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
    case 'quotaUsedUp': {
      const until = error.retryAfter ? now + error.retryAfter : nextMidnight(now) + random * MINUTE;
      return { ...reached, pause: { kind: 'quotaUsedUp', from: now, until } };
    }
    default:
      return reached;
  }
}

/** Whatever answered before: after this the service must show itself before the next POST. */
function paused({ contactAt: _, ...gate }: Gate, kind: Pause['kind'], now: number, random: number): Gate {
  const failures = gate.failures + 1;
  const pause = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
  // Jitter of up to a fifth, so that many clients do not come back at the same moment.
  return { ...gate, failures, pause: { kind, from: now, until: now + pause * (1 + random / 5) } };
}

/** Daily quotas start again at 00:00 UTC. A monthly one is asked after once a day. */
function nextMidnight(now: number): number {
  const day = 24 * HOUR;
  return (Math.floor(now / day) + 1) * day;
}

function answerSlot(slots: Gate['slots'], sentAt: number, now: number): Gate['slots'] {
  const index = slots.findIndex((slot) => slot.sentAt === sentAt && slot.answeredAt === undefined);
  return slots.map((slot, at) => (at === index ? { ...slot, answeredAt: now } : slot));
}
