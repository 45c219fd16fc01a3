import * as z from 'zod/mini';
import { accountSchema } from '@/utils/spectra/account.ts';
import { PLATFORMS } from '@/utils/spectra/platforms.ts';
import { DAY, HOUR } from './time.ts';

const platformsSchema = z.array(z.enum(PLATFORMS));

/** How long the password is kept: until the browser closes (in memory), or on this device (readable on disk). */
export const keepSchema = z.enum(['session', 'device']);
export type Keep = z.infer<typeof keepSchema>;

const notifySchema = z.enum(['always', 'bad', 'never']);

/** What concerns neither account nor password. */
export const preferencesSchema = z.object({
  /** Which verdicts are told by a notification. */
  notify: z._default(notifySchema, 'always'),
  /** How long after its start a report is waited for, in milliseconds. */
  deadline: z._default(z.number().check(z.gte(HOUR), z.lte(7 * DAY)), 2 * HOUR),
  /** How long the reports in brief are kept, in days; the verdicts stay. */
  keepBriefs: z._default(z.number().check(z.gte(1), z.lte(3650)), 90),
  /** Whether the service is asked for earlier analyses of what stands in the popup, without a click. */
  lookFirst: z._default(z.boolean(), false),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** What the user set. The password is kept apart. */
export const settingsSchema = z.object({
  account: z.nullable(accountSchema),
  keep: keepSchema,
  /** "My platforms". */
  platforms: platformsSchema,
  ...preferencesSchema.shape,
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  account: null,
  keep: 'session',
  platforms: [...PLATFORMS],
  notify: 'always',
  deadline: 2 * HOUR,
  keepBriefs: 90,
  lookFirst: false,
};

/** The platforms of the last capture, offered as "Again on …"; empty before the first. */
export const lastPlatformsSchema = platformsSchema;
