import * as z from 'zod/mini';

/** What can go wrong with a request, by kind. Each has a sentence and a next step in `_locales` (`error_<kind>`). */
const ERROR_KINDS = [
  'badRequest', // 400
  'unauthorized', // 401
  'forbidden', // 403
  'notFound', // 404
  'fileTypeNotSupported', // 406
  'sampleTooLarge', // 406
  'tooManyFiles', // 406
  'notAcceptable', // 406 without one of the documented tokens
  'tooLarge', // 413
  'rateLimited', // 419, 429
  'quotaUsedUp', // 419, 429
  'refused', // any other 4xx
  'serviceFault', // 408, 5xx
  'nonsense', // a 2xx without what it should hold
  'intercepted', // a redirect: a proxy or a sign-in page is in between
  'noAnswer', // offline, DNS, TLS, refused, reset, time-out: fetch does not tell them apart
] as const;

export const serviceErrorSchema = z.object({
  kind: z.enum(ERROR_KINDS),
  status: z.optional(z.number()),
  /** The service's own words, at most 300 characters; shown as text, never logged. */
  detail: z.optional(z.string()),
  /** From `Retry-After`: how long to wait, in milliseconds. */
  retryAfter: z.optional(z.number()),
});
export type ServiceError = z.infer<typeof serviceErrorSchema>;
export type ErrorKind = ServiceError['kind'];

const MAX_DETAIL = 300;

/** The documented tokens are looked for anywhere in the body: where in it they stand is not documented. */
const TOKENS: readonly [token: string, kind: ErrorKind][] = [
  ['filetype_not_supported', 'fileTypeNotSupported'],
  ['sample_size_exceeds', 'sampleTooLarge'],
  ['too_many_files_in_archive', 'tooManyFiles'],
];

/** An answer that is no success, as an error. `body` is the text as it came; it may be JSON, XML, HTML or nothing. */
export function errorFromAnswer(status: number, body: string, headers: Headers, now: number): ServiceError {
  const detail = wordsOf(body);
  const retryAfter = parseRetryAfter(headers.get('retry-after'), now);
  return {
    kind: kindOf(status, body),
    status,
    ...(detail && { detail }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

function kindOf(status: number, body: string): ErrorKind {
  switch (status) {
    case 400:
      return 'badRequest';
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
      return 'notFound';
    case 406:
      return TOKENS.find(([token]) => body.includes(token))?.[1] ?? 'notAcceptable';
    case 408:
      return 'serviceFault';
    case 413:
      return 'tooLarge';
    case 419:
    case 429:
      return isQuotaMessage(body) ? 'quotaUsedUp' : 'rateLimited';
  }
  if (status >= 500) return 'serviceFault';
  if (status >= 400) return 'refused';
  return 'nonsense';
}

/** The rate limit's message says "Rate limit exceeded" [doc]; the quota's wording is unknown, so it must name the quota. */
function isQuotaMessage(body: string): boolean {
  return /quota|usage limit|(daily|monthly) limit/i.test(body) && !/rate limit/i.test(body);
}

function wordsOf(body: string): string {
  const text = messageInJson(body) ?? withoutCode(body).replace(/<[^<>]*>/g, ' ');
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_DETAIL);
}

/** A page without its scripts and styles: each from where it begins to where one ends. */
function withoutCode(body: string): string {
  const parts = body.split(/<\/(?:script|style)>/i);
  return parts.map((part) => part.replace(/<(?:script|style)\b.*/is, ' ')).join(' ');
}

const messageSchema = z.object({
  message: z.optional(z.string()),
  error: z.optional(z.string()),
  status: z.optional(z.string()),
  rl: z.optional(z.object({ message: z.optional(z.string()), error: z.optional(z.string()) })),
});

function messageInJson(body: string): string | undefined {
  const parsed = messageSchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { message, error, status, rl } = parsed.data;
  return message ?? error ?? rl?.message ?? rl?.error ?? status;
}

/** The value of a JSON text, or undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `Retry-After` in either of its forms (RFC 9110 §10.2.3) as milliseconds from now, at most a day. */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (!value) return undefined;
  const wait = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), 24 * 60 * 60 * 1000) : undefined;
}
