import type { Account } from '@/utils/spectra/account.ts';
import type { HistoryEntry } from '@/utils/spectra/history.ts';
import type { Analysis, State } from './analysis.ts';
import { isOurs } from './outbox.ts';
import { HOUR, MINUTE, SECOND } from './time.ts';

/** How long after the sending an unconfirmed one is looked for; then no more, since a look-up that finds something costs quota. */
const AGES = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, 120 * MINUTE];
const LAST_AGE = 24 * HOUR;
const LOOKED_FOR: readonly State[] = ['unconfirmed', 'running'];
/** A service's clock and ours are never the same. */
const TOLERANCE = 2 * MINUTE;
/** TCA-0106: "The time to report takes around 15 minutes"; another client of the vendor says 5 to 10. */
const FIRST_POLL = 3 * MINUTE;
/** Until this age a finished report is noticed within two minutes, with room for an alarm that comes late. */
const BUSY_AGE = 20 * MINUTE;
const BUSY_PAUSE = 100 * SECOND;
/** Later within 15 % of its age. */
const LATER_SHARE = 0.13;
const LONGEST_POLL = HOUR;
const SHORTEST_RETRY = MINUTE;
const LONGEST_RETRY = 30 * MINUTE;

/** When to look next for what was sent at `sentAt` and looked for so often; undefined: not any more. */
export function nextLook(sentAt: number, now: number, looks = 0): number | undefined {
  return AGES.slice(looks)
    .map((age) => sentAt + age)
    .find((time) => time > now);
}

/** When to try again after a look-up that got no answer: the later, the older it is, or as the service asked. `random` is in [0, 1). */
export function retryLook(sentAt: number, now: number, random: number, retryAfter = 0): number | undefined {
  const age = Math.max(0, now - sentAt);
  if (age > LAST_AGE) return undefined;
  const pause = Math.min(Math.max(age / 4, SHORTEST_RETRY), LONGEST_RETRY);
  // No later than any schedule gives, or it would look like a time from before the clock was set back.
  return now + Math.max(Math.min(retryAfter, Math.max(...AGES)), pause * (1 + random / 5));
}

/** When to ask for the report next of what started at `startedAt`. A start in the future (the clock was set back) counts as now. */
export function nextPoll(startedAt: number, now: number): number {
  const age = Math.max(0, now - startedAt);
  if (age < FIRST_POLL) return now + FIRST_POLL - age;
  return now + (age < BUSY_AGE ? BUSY_PAUSE : Math.min(age * LATER_SHARE, LONGEST_POLL));
}

/** When it is due: a time so far ahead that no schedule gives it was stored before the clock was set back. */
export function lookTime({ state, lookAt, startedAt = 0 }: Analysis, now: number): number | undefined {
  if (lookAt === undefined) return undefined;
  const latest = state === 'running' ? nextPoll(startedAt, now) : now + Math.max(...AGES);
  return lookAt > latest + SECOND ? now : lookAt;
}

/** The analyses of an account that will be looked for, or whose report will be: first the one that is due first. */
export function lookedFor(analyses: readonly Analysis[], account: Account | null, now: number): Analysis[] {
  const time = (one: Analysis) => lookTime(one, now) ?? 0;
  return analyses
    .filter(({ state, lookAt }) => LOOKED_FOR.includes(state) && lookAt !== undefined)
    .filter((one) => isOurs(one, account))
    .sort((one, other) => time(one) - time(other));
}

/**
 * Which of the service's analyses of a URL is the one that this record started, if any: on its platform, not from before its
 * sending, claimed by no other record. Of several unconfirmed records that could be it, the oldest claims the oldest.
 * @param rivals all unconfirmed records of the same account, this one among them
 * @param isClaimed whether a record has this analysis id already
 */
export function findStart(
  analysis: Analysis,
  rivals: readonly Analysis[],
  history: readonly HistoryEntry[],
  isClaimed: (analysisId: string) => boolean,
): HistoryEntry | undefined {
  const free = history.filter(({ analysisId }) => !isClaimed(analysisId));
  const left = new Set(free.sort((one, other) => one.at - other.at));
  const line = rivals
    .filter(({ href, platform }) => href === analysis.href && platform === analysis.platform)
    .sort((one, other) => sentAt(one) - sentAt(other));
  for (const rival of line) {
    const found = [...left].find((entry) => isOf(rival, entry));
    if (rival.id === analysis.id) return found;
    if (found) left.delete(found);
  }
  return undefined;
}

function isOf(analysis: Analysis, { platform, at }: HistoryEntry): boolean {
  return platform === analysis.platform && at >= sentAt(analysis) - TOLERANCE;
}

function sentAt({ serviceSentAt, sentAt }: Analysis): number {
  return serviceSentAt ?? sentAt ?? 0;
}
