import { nextLook, nextPoll } from './lookup.ts';
import { HOUR } from './time.ts';

type Stored = Record<string, unknown>;

/**
 * A stored analysis in the present schema, still to be parsed. What is of no older one is given back as it is.
 * @param now milliseconds since 1970
 */
export function migrateAnalysis(value: unknown, now: number): unknown {
  if (typeof value !== 'object' || value === null || !('version' in value)) return value;
  if (value.version === 1) return toThird(toSecond(value as Stored), now);
  return value.version === 2 ? toThird(value as Stored, now) : value;
}

/** The first knew no look-ups: what was unconfirmed then is looked for now. */
function toSecond(first: Stored): Stored {
  const { state, sentAt } = first;
  const isLookedFor = state === 'unconfirmed' && typeof sentAt === 'number';
  return { ...first, looks: 0, ...(isLookedFor && { lookAt: nextLook(sentAt, sentAt) }) };
}

/**
 * The second knew no reports: those of what was started just then are asked for now. What is older was at its end there, in
 * all but name; the user can check it again.
 */
function toThird(second: Stored, now: number): Stored {
  const { state, startedAt } = second;
  if (state !== 'running' || typeof startedAt !== 'number') return { ...second, version: 3 };
  return Math.abs(now - startedAt) < 2 * HOUR
    ? { ...second, version: 3, lookAt: nextPoll(startedAt, startedAt) }
    : { ...second, version: 3, state: 'noReport' };
}
