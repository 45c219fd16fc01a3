import { z } from 'zod';
import { parseEnvelope } from './envelope.ts';
import { expectJson, Refusal } from './refusal.ts';

const rlSchema = z.strictObject({
  query: z.strictObject({ url: z.string(), response_format: z.string().optional() }),
});

/** The URL that a body of TCA-0403 asks for. Throws a 400 with the reason where it asks for none, or for XML. */
export function parseUrlQuery(body: string): string {
  const parsed = rlSchema.safeParse(parseEnvelope(body));
  if (!parsed.success) throw new Refusal(400, z.prettifyError(parsed.error));
  const { url, response_format } = parsed.data.query;
  expectJson(response_format, 'response_format');
  return url;
}
