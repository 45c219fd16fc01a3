import * as z from 'zod/mini';
import { PLATFORMS } from '@/utils/spectra/platforms.ts';
import { ORIGINS } from './analysis.ts';

/** What was not queued since the same is under way already: the user may send it anyway. */
const offerSchema = z.object({
  /** The batch that it would belong to; new for each offer. */
  batchId: z.string(),
  origin: z.enum(ORIGINS),
  items: z.array(z.object({ href: z.string(), platform: z.enum(PLATFORMS) })),
  /** Milliseconds since 1970. */
  offeredAt: z.number(),
});
export type Offer = z.infer<typeof offerSchema>;

/** Newest first. Each has a notice of its own, whose button must not send another's. */
export const offersSchema = z.array(offerSchema);

/** How many are kept. */
export const OFFERS = 5;
