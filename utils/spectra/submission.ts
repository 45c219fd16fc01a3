import * as z from 'zod/mini';
import { encodeBase64 } from './base64.ts';
import { PLATFORMS, type Platform } from './platforms.ts';
import { parseJson } from './service-error.ts';

/** In which of TCA-0207's mutually exclusive fields the URL goes. `url` only after the service refused `url_base64`. */
export const formSchema = z.enum(['url_base64', 'url']);
type UrlForm = z.infer<typeof formSchema>;

export interface Submission {
  /** The target as `new URL(text).href` gives it. */
  href: string;
  platform: Platform;
  form: UrlForm;
}

export const SUBMIT_PATH = '/api/dynamic/analysis/analyze/v1/query/json';

/** The body of a submission (TCA-0207, request body). */
export function submissionBody({ href, platform, form }: Submission): string {
  const target = form === 'url' ? { url: href } : { url_base64: encodeBase64(href) };
  return JSON.stringify({ rl: { ...target, platform, response_format: 'json' } });
}

/**
 * The body of a request that can't start anything: it names a sample that nobody has. TCA-0207 answers 404 `sample_not_found`
 * where it works. The hash is a new one each time, so that no cache answers.
 */
export function trialBody(): string {
  const sha1 = Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return JSON.stringify({ rl: { sha1, platform: PLATFORMS[0], response_format: 'json' } });
}

/** What the service says of an analysis that it started. The sha1 is the service's, and the only handle for the report. */
export const startedSchema = z.object({ analysisId: z.string(), sha1: z.string(), url: z.string() });
export type Started = z.infer<typeof startedSchema>;

const replySchema = z.object({
  rl: z.object({ analysis_id: z.string(), sha1: z.optional(z.unknown()), url: z.optional(z.unknown()) }),
});

/**
 * The analysis that a 200 speaks of, or undefined where the body names no analysis id.
 * An answer with an id but without a sound sha1 or url is still a start: the id is what must not be lost.
 */
export function parseStarted(body: string): Started | undefined {
  const reply = replySchema.safeParse(parseJson(body));
  if (!reply.success || !reply.data.rl.analysis_id) return undefined;
  const { analysis_id, sha1, url } = reply.data.rl;
  return { analysisId: analysis_id, sha1: textOf(sha1), url: textOf(url) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
