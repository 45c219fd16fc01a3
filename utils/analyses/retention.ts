import { decodeTime } from 'ulid';
import { ulidOf } from './keys.ts';
import { DAY } from './time.ts';

/** How many analyses are kept, and for how many days. */
export interface Retention {
  keepAnalyses: number;
  keepDays: number;
}

/**
 * Which analyses the rule lets go: all but the newest so many, and what is older than so many days. What is not at its end never goes.
 * @param ids in any order; an id begins with the time of the capture
 * @param open the ids of those that are not at their end
 */
export function beyond(
  ids: readonly string[],
  open: ReadonlySet<string>,
  { keepAnalyses, keepDays }: Retention,
  now: number,
): string[] {
  const newestFirst = [...ids].sort().reverse();
  return newestFirst.filter(
    (id, place) => !open.has(id) && (place >= keepAnalyses || now - capturedAt(id) > keepDays * DAY),
  );
}

/** When an analysis was captured, by its id; an id that tells no time is as new as can be, so that age takes nothing away. */
export function capturedAt(id: string): number {
  try {
    return decodeTime(ulidOf(id));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
