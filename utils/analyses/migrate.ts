import { nextLook, nextPoll } from './lookup.ts';

type Stored = Record<string, unknown>;

/**
 * A stored analysis in the present schema, still to be parsed. What is of no older one is given back as it is.
 */
export function migrateAnalysis(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('version' in value)) return value;
  if (value.version === 1) return toThird(toSecond(value as Stored));
  return value.version === 2 ? toThird(value as Stored) : value;
}

/** The first knew no look-ups: what was unconfirmed then is looked for now. */
function toSecond(first: Stored): Stored {
  const { state, sentAt } = first;
  const isLookedFor = state === 'unconfirmed' && typeof sentAt === 'number';
  return { ...first, looks: 0, ...(isLookedFor && { lookAt: nextLook(sentAt, sentAt) }) };
}

/** The second knew no reports: those of what was started then are asked for now. */
function toThird(second: Stored): Stored {
  const { state, startedAt } = second;
  const isPolled = state === 'running' && typeof startedAt === 'number';
  return { ...second, version: 3, ...(isPolled && { lookAt: nextPoll(startedAt, startedAt) }) };
}
