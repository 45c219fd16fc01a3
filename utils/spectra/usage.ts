import * as z from 'zod/mini';
import { parseJson } from './service-error.ts';

export const USAGE_PATH = '/api/customer_usage/v1/usage/daily?format=json';

const usageSchema = z.object({ rl: z.object({}) });

/** Whether a body is TCA-9999's: a proxy's page with status 200 is not. */
export function isUsage(body: string): boolean {
  return usageSchema.safeParse(parseJson(body)).success;
}
