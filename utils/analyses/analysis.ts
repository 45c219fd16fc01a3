import * as z from 'zod/mini';
import { accountSchema } from '@/utils/spectra/account.ts';
import { PLATFORMS } from '@/utils/spectra/platforms.ts';
import { serviceErrorSchema } from '@/utils/spectra/service-error.ts';
import { formSchema, startedSchema } from '@/utils/spectra/submission.ts';
import { verdictSchema } from './verdict.ts';

/** Where a capture came from: the menu's element, or where else the user pointed at it. */
export const ORIGINS = [
  'link',
  'page',
  'image',
  'video',
  'audio',
  'frame',
  'selection',
  'popup',
  'paste',
  'tabs',
  'omnibox',
  'shortcut',
] as const;
export type Origin = (typeof ORIGINS)[number];

export const STATES = [
  'held',
  'queued',
  'submitting',
  'running',
  'finished',
  'noReport',
  'unconfirmed',
  'failed',
  'cancelled',
  'givenUp',
  'discarded',
] as const;
export type State = (typeof STATES)[number];

/** States at which an analysis is over; all others wait for something (law 4). */
const ENDS: readonly State[] = ['finished', 'noReport', 'failed', 'cancelled', 'givenUp', 'discarded'];

/** A time that a `Date` can hold. */
const timeSchema = z.number().check(z.gte(0), z.lte(8.64e15));
const hrefSchema = z.string().check(z.refine((href) => URL.canParse(href)));

/**
 * What the guard saw in a URL: of which kind, where it stands in `href`, and under which name. The kinds are the guard's; one that
 * a later version does not know is still something to ask about.
 */
const sightingSchema = z.object({
  kind: z.string(),
  start: z.number(),
  end: z.number(),
  name: z.optional(z.string()),
});
export type Sighting = z.infer<typeof sightingSchema>;

/** The schema that records are written in; older ones are brought to it by `migrateAnalysis`. */
export const VERSION = 3;

/** One target on one platform: our record of it. Times are milliseconds since 1970. */
export const analysisSchema = z.object({
  version: z.literal(VERSION),
  /** A ULID: sorts by the time of the capture. */
  id: z.string(),
  batchId: z.string(),
  origin: z.enum(ORIGINS),
  /** Captured in a private window: it is kept in memory only. */
  isPrivate: z.optional(z.literal(true)),
  /** What the guard saw in it. While it is held the user has not decided; later they have, or wanted but to be warned. */
  sightings: z.optional(z.array(sightingSchema)),
  /** The user let it go as it is: it is not held again. */
  isConsented: z.optional(z.literal(true)),
  href: hrefSchema,
  platform: z.enum(PLATFORMS),
  /** Whose it is. Null: captured before any account was set; the first one takes it. */
  account: z.nullable(accountSchema),
  form: formSchema,
  state: z.enum(STATES),
  capturedAt: timeSchema,
  /** Its place in the queue; later than `capturedAt` once it was sent again. */
  queuedAt: timeSchema,
  /** How often it was sent. An answer is applied only to the attempt that it belongs to. */
  attempts: z.number(),
  sentAt: z.optional(timeSchema),
  /** The same by the service's clock, as far as its `Date` headers told. */
  serviceSentAt: z.optional(timeSchema),
  /** While it is unconfirmed: how often it was looked for at the service. */
  looks: z.number(),
  /** When it is looked for next: what it started, while it is unconfirmed, or its report, while it runs. Absent: not any more. */
  lookAt: z.optional(timeSchema),
  startedAt: z.optional(timeSchema),
  started: z.optional(startedSchema),
  /** It was unconfirmed, and found at the service. */
  isFound: z.optional(z.literal(true)),
  /** What the last attempt came to, where it was no start; of one without a report, what the last look-up came to. */
  error: z.optional(serviceErrorSchema),
  finishedAt: z.optional(timeSchema),
  /** What its report says, in one line; the rest stands in its brief. */
  verdict: z.optional(verdictSchema),
  /** What the user wrote about it. */
  note: z.optional(z.string()),
  /** The ticket under which it is filed. */
  case: z.optional(z.string()),
});
export type Analysis = z.infer<typeof analysisSchema>;

/** Whether it is not yet at its end. */
export function isOpen({ state }: Analysis): boolean {
  return !ENDS.includes(state);
}

/** Whether it may still have to be sent, or waits for the user. */
export function isOutgoing(analysis: Analysis): boolean {
  return isOpen(analysis) && analysis.state !== 'running';
}

/** Whether its last attempt ended so that the user should know. */
export function isBad({ state }: Analysis): boolean {
  return state === 'failed' || state === 'unconfirmed';
}
