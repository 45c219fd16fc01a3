import { MINUTE } from '@/utils/analyses/time.ts';

/** They are good for one hour; the last minutes are left to the download. */
const FRESH = 50 * MINUTE;

/** The links of a report, as they came, and when. */
export interface FreshLinks {
  links: Readonly<Record<string, string>>;
  at: number;
}

/** Whether they can still be opened. Such as came in the future (the clock was set back) can't be told. */
export function areFresh({ at }: FreshLinks, now: number): boolean {
  return now >= at && now - at < FRESH;
}
