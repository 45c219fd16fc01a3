import * as z from 'zod/mini';
import { accountSchema } from '@/utils/spectra/account.ts';
import { PLATFORMS } from '@/utils/spectra/platforms.ts';

const platformsSchema = z.array(z.enum(PLATFORMS));

/** How long the password is kept: until the browser closes (in memory), or on this device (readable on disk). */
export const keepSchema = z.enum(['session', 'device']);
export type Keep = z.infer<typeof keepSchema>;

/** What the user set. The password is kept apart. */
export const settingsSchema = z.object({
  account: z.nullable(accountSchema),
  keep: keepSchema,
  /** "My platforms". */
  platforms: platformsSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = { account: null, keep: 'session', platforms: [...PLATFORMS] };

/** The platforms of the last capture, offered as "Again on …"; empty before the first. */
export const lastPlatformsSchema = platformsSchema;
