import * as z from 'zod/mini';
import { PLATFORMS } from '@/utils/spectra/platforms.ts';
import { ORIGINS } from './analysis.ts';

/** What the user pointed at and has yet to look at: the page with the tick list takes it from session storage. */
export const draftSchema = z.object({
  origin: z.enum(ORIGINS),
  /** The text that URLs are looked for in. */
  text: z.string(),
  /** The tabs whose addresses are meant, in place of a text; by the browser's ids. */
  tabIds: z.optional(z.array(z.number())),
  /** The platforms that were chosen already; "my platforms" where none were. */
  platforms: z.optional(z.array(z.enum(PLATFORMS))),
  isPrivate: z.optional(z.literal(true)),
});
export type Draft = z.infer<typeof draftSchema>;
