import { POLICY_KEYS, type Policy, parsePolicy } from '@/utils/analyses/policy.ts';
import type { Area } from './area.ts';

const known = new WeakMap<Area, Promise<Policy>>();

/** What the organization fixed, as it was read last in this background's or page's life: each wake would pay for more. */
export function policyIn(managed: Area): Promise<Policy> {
  return known.get(managed) ?? readPolicy(managed);
}

/** The same read anew: Chromium hands policies over only some time after an extension has started. */
export function readPolicy(managed: Area): Promise<Policy> {
  const policy = managed.get([...POLICY_KEYS]).then(
    parsePolicy,
    // Firefox refuses where there is no policy for the extension.
    () => ({}),
  );
  known.set(managed, policy);
  return policy;
}
