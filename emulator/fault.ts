import { z } from 'zod';
import { ENDPOINTS } from './route-table.ts';

const body = z.union([z.string(), z.record(z.string(), z.unknown())]);
// what node takes as a header's value without an exception
const headerValue = z.string().regex(/^[\x20-\x7e]*$/, 'A header holds printable ASCII only.');
const retryAfter = z.union([z.int().min(0).transform(String), headerValue]);
const MAX_TIMER = 2 ** 31 - 1;

/**
 * What goes wrong with a request. With `started` the request reaches the service, which counts it and starts the
 * analysis, and only its answer is lost or replaced; without, the service never sees it.
 */
const faultSchema = z.discriminatedUnion('kind', [
  /** The true answer, `ms` late. Started at once, or (`started: false`) only after the delay. */
  z.strictObject({
    kind: z.literal('delay'),
    ms: z.int().min(0).max(MAX_TIMER),
    started: z.boolean().default(true),
  }),
  /** Accepted, held open and never answered. */
  z.strictObject({ kind: z.literal('hang'), started: z.boolean().default(true) }),
  /** `before-body` starts nothing; `after-body` cuts instead of the answer, `mid-answer` in the middle of it. */
  z.strictObject({ kind: z.literal('cut'), when: z.enum(['before-body', 'after-body', 'mid-answer']) }),
  z.strictObject({
    kind: z.literal('server-error'),
    status: z.union([z.literal(500), z.literal(502), z.literal(503), z.literal(504)]),
    started: z.boolean().default(false),
    retryAfter: retryAfter.optional(),
    body: body.optional(),
  }),
  /** `retryAfter` is the header's value: seconds, or a date. */
  z.strictObject({
    kind: z.literal('too-many-requests'),
    cause: z.enum(['rate-limit', 'quota']),
    retryAfter: retryAfter.optional(),
  }),
  /** A page of a proxy or a sign-in. */
  z.strictObject({
    kind: z.literal('html'),
    status: z.int().min(200).max(599).default(200),
    started: z.boolean().default(false),
    body: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('redirect'),
    status: z
      .union([z.literal(301), z.literal(302), z.literal(303), z.literal(307), z.literal(308)])
      .default(302),
    location: headerValue,
  }),
  /** A success that makes no sense. */
  z.strictObject({
    kind: z.literal('nonsense'),
    status: z.int().min(200).max(299).default(200),
    started: z.boolean().default(false),
    body: body.default({}),
  }),
  z.strictObject({
    kind: z.literal('refusal'),
    status: z.int().min(400).max(499),
    body: body.optional(),
  }),
]);

/** A fault, and for which requests: the first one that matches, unless told otherwise. */
export const faultOrderSchema = z.strictObject({
  fault: faultSchema,
  match: z
    .strictObject({
      method: z.string().toUpperCase().optional(),
      pathPrefix: z.string().optional(),
      endpoint: z.enum(ENDPOINTS).optional(),
    })
    .default({}),
  /** The first request to hit, counted from 1 among those that match after the order. */
  nth: z.int().min(1).default(1),
  /** How many requests to hit. */
  times: z.union([z.int().min(1), z.literal('forever')]).default(1),
});

export type Fault = z.output<typeof faultSchema>;
export type FaultKind = Fault['kind'];
export type FaultOrderInput = z.input<typeof faultOrderSchema>;
export type FaultOrder = z.output<typeof faultOrderSchema>;
