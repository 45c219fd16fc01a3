import * as z from 'zod/mini';
import { preferencesSchema, type Settings } from './settings.ts';

const { guard, ownDomains, allowPrivateHosts } = preferencesSchema.shape;

/** What an organization fixes for its users, by its browsers' policies. */
export interface Policy {
  guard?: Settings['guard'];
  ownDomains?: string[];
  allowPrivateHosts?: boolean;
}

/** The names under which these stand in the managed storage. */
export const POLICY_KEYS = ['guard', 'ownDomains', 'allowPrivateHosts'] as const;

/** A value that does not parse counts as absent: a slip in one must not take the others with it. */
const policySchema = z.object({
  guard: z.catch(z.optional(guard), undefined),
  ownDomains: z.catch(z.optional(ownDomains), undefined),
  allowPrivateHosts: z.catch(z.optional(allowPrivateHosts), undefined),
});

export function parsePolicy(stored: Record<string, unknown>): Policy {
  const parsed = policySchema.parse(stored);
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined));
}

/** The settings that hold: what is fixed wins, and the organization's domains are added to the user's. */
export function withPolicy(settings: Settings, policy: Policy): Settings {
  const { ownDomains: theirs = [], ...fixed } = policy;
  return { ...settings, ...fixed, ownDomains: [...new Set([...theirs, ...settings.ownDomains])] };
}
