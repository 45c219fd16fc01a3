import { POLICY_KEYS, type Policy, parsePolicy } from '@/utils/analyses/policy.ts';
import type { Area } from './area.ts';

const known = new WeakMap<Area, Promise<Policy>>();

/**
 * What the organization fixed. Read once in a background's or a page's life: each wake would pay for more, and policies change
 * seldom.
 */
export function policyIn(managed: Area): Promise<Policy> {
  const policy =
    known.get(managed) ??
    managed.get([...POLICY_KEYS]).then(
      parsePolicy,
      // Firefox refuses where there is no policy for the extension.
      () => ({}),
    );
  known.set(managed, policy);
  return policy;
}
