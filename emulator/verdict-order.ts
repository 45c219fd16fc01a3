import { z } from 'zod';
import { normaliseUrl } from './normalised-url.ts';
import { PLATFORMS } from './platforms.ts';
import { CLASSIFICATIONS } from './verdict.ts';

const MAX_SIZE = 64 * 1024 * 1024;

const href = z.string().transform((text, context) => {
  try {
    return normaliseUrl(text).url;
  } catch {
    context.addIssue('That is no http(s) URL.');
    return z.NEVER;
  }
});

/** What reports are to say, and which: those of all analyses, unless told otherwise. */
export const verdictOrderSchema = z.strictObject({
  match: z
    .strictObject({
      /** The URL; it is normalised like a submitted one. */
      href: href.optional(),
      /** Of the file, or of the normalised URL. */
      sha1: z.string().toLowerCase().optional(),
      platform: z.enum(PLATFORMS).optional(),
    })
    .default({}),
  /** What is left out follows from the classification, and that one from target and platform. */
  report: z.strictObject({
    classification: z.enum(CLASSIFICATIONS).optional(),
    /** 0 to 10, or to 100 as in bodies of 2023. */
    riskScore: z.number().min(0).max(100).optional(),
    threatNames: z.array(z.string()).readonly().optional(),
    warnings: z.array(z.string()).readonly().optional(),
    /** Descriptions, each of risk 10. */
    signatures: z.array(z.string()).readonly().optional(),
    /** In `network.url`, whatever text they are. */
    urls: z.array(z.string()).readonly().optional(),
    /** About how many bytes the answer has at least: `behavioral` fills it up. */
    size: z.int().min(0).max(MAX_SIZE).optional(),
    /** In place of the whole `rl.report`. A merged report has the one of the newest analysis. */
    body: z.unknown().optional(),
  }),
});

export type VerdictOrderInput = z.input<typeof verdictOrderSchema>;
export type VerdictOrder = z.output<typeof verdictOrderSchema>;
