import * as z from 'zod/mini';
import { MINUTE, SECOND } from './time.ts';

/** TCA-0207: "This API is rate limited to 3 requests per minute." */
export const LIMIT = 3;
export const WINDOW = MINUTE;
/** A request that is not answered may reach the service until its time-out of 25 s, and, out of our hands, a while longer. */
const UNDER_WAY = 60 * SECOND;

export const slotSchema = z.object({ sentAt: z.number(), answeredAt: z.optional(z.number()) });

/** One request that counts against the limit. Times are milliseconds since 1970. */
export type Slot = z.infer<typeof slotSchema>;

/** The slots that are not free yet, with times that are sound: one in the future (the clock was set back) counts as now. */
export function soundSlots(slots: readonly Slot[], now: number): Slot[] {
  return slots
    .map(({ sentAt, answeredAt }) => ({
      sentAt: Math.min(sentAt, now),
      ...(answeredAt !== undefined && { answeredAt: Math.min(answeredAt, now) }),
    }))
    .filter((slot) => freeAt(slot) > now);
}

/** The slots after the clock was set forward by so many milliseconds: they are no older than they were. */
export function shiftSlots(slots: readonly Slot[], ahead: number): Slot[] {
  return slots.map(({ sentAt, answeredAt }) => ({
    sentAt: sentAt + ahead,
    ...(answeredAt !== undefined && { answeredAt: answeredAt + ahead }),
  }));
}

/** Notes the answer to what was sent at `sentAt`. */
export function answerSlot(slots: readonly Slot[], sentAt: number, now: number): Slot[] {
  const index = slots.findIndex((slot) => slot.sentAt === sentAt && slot.answeredAt === undefined);
  return slots.map((slot, at) => (at === index ? { ...slot, answeredAt: now } : slot));
}

/** When a slot is free again: the service may have counted the request at any moment up to its answer. */
export function freeAt({ sentAt, answeredAt }: Slot): number {
  return answeredAt === undefined ? sentAt + UNDER_WAY + WINDOW : answeredAt + WINDOW;
}

/** Slots of which nothing is known: the worst is taken for true. */
export function allTaken(now: number): Slot[] {
  return Array.from({ length: LIMIT }, () => ({ sentAt: now }));
}
