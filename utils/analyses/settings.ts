import * as z from 'zod/mini';
import { accountSchema } from '@/utils/spectra/account.ts';
import { PLATFORMS } from '@/utils/spectra/platforms.ts';
import { DAY, HOUR } from './time.ts';

const platformsSchema = z.array(z.enum(PLATFORMS));

/** How long the password is kept: until the browser closes (in memory), or on this device (readable on disk). */
export const keepSchema = z.enum(['session', 'device']);
export type Keep = z.infer<typeof keepSchema>;

/** As long as a host's name may be. */
export const domainSchema = z.string().check(z.maxLength(253));

/** What concerns neither account nor password. */
export const preferencesSchema = z.object({
  /** Which verdicts are told by a notification. */
  notify: z.enum(['always', 'bad', 'never']),
  /** How long after its start a report is waited for, in milliseconds. */
  deadline: z.number().check(z.gte(HOUR), z.lte(7 * DAY)),
  /** How long the reports in brief are kept, in days; the verdicts stay. */
  keepBriefs: z.number().check(z.gte(1), z.lte(3650)),
  /** How many analyses are kept, and for how many days; those that are not at their end are kept for ever. */
  keepAnalyses: z.number().check(z.int(), z.gte(1), z.lte(1_000_000)),
  keepDays: z.number().check(z.int(), z.gte(1), z.lte(3650)),
  /** What the guard does on a finding: hold the analysis until the user decides, only say so, or nothing. */
  guard: z.enum(['ask', 'warn', 'off']),
  /** The company's domains; their subdomains belong to them. */
  ownDomains: z.array(domainSchema).check(z.maxLength(1000)),
  /** Whether hosts that only a private network knows may be sent. */
  allowPrivateHosts: z.boolean(),
  /** Whether the service is asked for earlier analyses of what stands in the popup, without a click. */
  lookFirst: z.boolean(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const DEFAULT_PREFERENCES: Preferences = {
  notify: 'always',
  deadline: 2 * HOUR,
  keepBriefs: 90,
  keepAnalyses: 5000,
  keepDays: 365,
  guard: 'ask',
  ownDomains: [],
  allowPrivateHosts: false,
  lookFirst: false,
};

/** What the user set. The password is kept apart. */
export const settingsSchema = z.object({
  account: z.nullable(accountSchema),
  keep: keepSchema,
  /** "My platforms". */
  platforms: platformsSchema,
  // Those of a version that did not know them are as if they had never been touched.
  notify: z._default(preferencesSchema.shape.notify, DEFAULT_PREFERENCES.notify),
  deadline: z._default(preferencesSchema.shape.deadline, DEFAULT_PREFERENCES.deadline),
  keepBriefs: z._default(preferencesSchema.shape.keepBriefs, DEFAULT_PREFERENCES.keepBriefs),
  keepAnalyses: z._default(preferencesSchema.shape.keepAnalyses, DEFAULT_PREFERENCES.keepAnalyses),
  keepDays: z._default(preferencesSchema.shape.keepDays, DEFAULT_PREFERENCES.keepDays),
  guard: z._default(preferencesSchema.shape.guard, DEFAULT_PREFERENCES.guard),
  ownDomains: z._default(preferencesSchema.shape.ownDomains, DEFAULT_PREFERENCES.ownDomains),
  allowPrivateHosts: z._default(
    preferencesSchema.shape.allowPrivateHosts,
    DEFAULT_PREFERENCES.allowPrivateHosts,
  ),
  lookFirst: z._default(preferencesSchema.shape.lookFirst, DEFAULT_PREFERENCES.lookFirst),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  account: null,
  keep: 'session',
  platforms: [...PLATFORMS],
  ...DEFAULT_PREFERENCES,
};

/** The platforms of the last capture, offered as "Again on …"; empty before the first. */
export const lastPlatformsSchema = platformsSchema;
