import * as z from 'zod/mini';
import { isDomain } from './own-domain.ts';
import { domainSchema, preferencesSchema, type Settings } from './settings.ts';

const { guard, allowPrivateHosts } = preferencesSchema.shape;

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
  ownDomains: z.catch(z.optional(z.pipe(z.unknown(), z.transform(domainsIn))), undefined),
  allowPrivateHosts: z.catch(z.optional(allowPrivateHosts), undefined),
});

/**
 * What in a value is a domain, one by one: an entry that is none must not open the guard for the others. Written by hand or by a
 * script, it may be a URL or several domains in one.
 */
function domainsIn(value: unknown): string[] | undefined {
  const entries: unknown[] = Array.isArray(value) ? value : [value];
  const domains = entries
    .flatMap((entry) => (typeof entry === 'string' ? entry.split(/[,;\r\n]/) : []))
    .map((entry) => hostIn(entry.trim()))
    .filter((entry) => domainSchema.safeParse(entry).success && isDomain(entry));
  return domains.length > 0 ? [...new Set(domains)] : undefined;
}

function hostIn(entry: string): string {
  return /^https?:\/\//i.test(entry) ? (URL.parse(entry)?.hostname ?? '') : entry;
}

export function parsePolicy(stored: Record<string, unknown>): Policy {
  const parsed = policySchema.parse(stored);
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined));
}

/** The settings that hold: what is fixed wins, and the organization's domains are added to the user's. */
export function withPolicy(settings: Settings, policy: Policy): Settings {
  const { ownDomains: theirs = [], ...fixed } = policy;
  return { ...settings, ...fixed, ownDomains: [...new Set([...theirs, ...settings.ownDomains])] };
}
