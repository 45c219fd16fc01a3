import * as z from 'zod/mini';
import { accountSchema } from '@/utils/spectra/account.ts';
import { PLATFORMS } from '@/utils/spectra/platforms.ts';
import { serviceErrorSchema } from '@/utils/spectra/service-error.ts';
import { formSchema, startedSchema } from '@/utils/spectra/submission.ts';

/** Where a capture came from: the menu's element or the popup. */
export const ORIGINS = ['link', 'page', 'image', 'video', 'audio', 'frame', 'popup'] as const;
export type Origin = (typeof ORIGINS)[number];

const STATES = ['queued', 'submitting', 'running', 'unconfirmed', 'failed', 'cancelled', 'givenUp'] as const;
export type State = (typeof STATES)[number];

/** States at which an analysis is over; all others wait for something (law 4). */
const ENDS: readonly State[] = ['failed', 'cancelled', 'givenUp'];

/** One target on one platform: our record of it. Times are milliseconds since 1970. */
export const analysisSchema = z.object({
  version: z.literal(1),
  /** A ULID: sorts by the time of the capture. */
  id: z.string(),
  batchId: z.string(),
  origin: z.enum(ORIGINS),
  href: z.string(),
  platform: z.enum(PLATFORMS),
  /** Whose it is. Null: captured before any account was set; the first one takes it. */
  account: z.nullable(accountSchema),
  form: formSchema,
  state: z.enum(STATES),
  capturedAt: z.number(),
  /** Its place in the queue; later than `capturedAt` once it was sent again. */
  queuedAt: z.number(),
  /** How often it was sent. An answer is applied only to the attempt that it belongs to. */
  attempts: z.number(),
  sentAt: z.optional(z.number()),
  startedAt: z.optional(z.number()),
  started: z.optional(startedSchema),
  /** What the last attempt came to, where it was no start. */
  error: z.optional(serviceErrorSchema),
});
export type Analysis = z.infer<typeof analysisSchema>;

/** Whether it is not yet at its end. */
export function isOpen(analysis: Analysis): boolean {
  return !ENDS.includes(analysis.state);
}

/** Whether it may still have to be sent, or waits for the user: what is looked at each time. A running one waits for nothing here. */
export function isUnfinished(analysis: Analysis): boolean {
  return isOpen(analysis) && analysis.state !== 'running';
}

/** Whether its last attempt ended so that the user should know. */
export function isBad({ state }: Analysis): boolean {
  return state === 'failed' || state === 'unconfirmed';
}
