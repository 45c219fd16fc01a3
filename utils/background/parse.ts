import * as z from 'zod/mini';
import { type Analysis, analysisSchema } from '@/utils/analyses/analysis.ts';
import { migrateAnalysis } from '@/utils/analyses/migrate.ts';
import type { Settings } from '@/utils/analyses/settings.ts';
import { accountSchema, type Credentials, isSameAccount } from '@/utils/spectra/account.ts';

/** A stored value, or the given one where what stands there does not parse. */
export function parseOr<T>(schema: z.ZodMiniType<T>, value: unknown, fallback: T): T {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : fallback;
}

/** A stored analysis of this or an older version, or undefined where what stands there is none. */
export function parseAnalysis(value: unknown): Analysis | undefined {
  return parseOr<Analysis | undefined>(analysisSchema, migrateAnalysis(value, Date.now()), undefined);
}

const credentialsSchema = z.object({ ...accountSchema.shape, password: z.string() });

/** What is kept as credentials, if it belongs to the account that is set; else null. */
export function credentialsOf({ account }: Settings, value: unknown): Credentials | null {
  const kept = parseOr<Credentials | null>(credentialsSchema, value, null);
  return kept && account && isSameAccount(kept, account) ? kept : null;
}
