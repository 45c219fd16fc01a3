import { ANALYSIS_PREFIX, KEYS } from '@/utils/analyses/keys.ts';
import { beyond, capturedAt, type Retention } from '@/utils/analyses/retention.ts';
import type { WritableArea } from './area.ts';
import { idsSchema } from './lists.ts';
import { parseOr } from './parse.ts';

/** What a rule would let go of all that is kept. */
export interface Going {
  all: number;
  going: number;
  /** When the newest of those that would go was captured, in milliseconds since 1970; absent where none would. */
  newestAt?: number;
}

/** Read without the background, and without a record: an id tells the time. */
export async function whatGoes(
  area: Pick<WritableArea, 'get' | 'keys'>,
  rule: Retention,
  now: number,
): Promise<Going> {
  const ids = (await area.keys())
    .filter((key) => key.startsWith(ANALYSIS_PREFIX))
    .map((key) => key.slice(ANALYSIS_PREFIX.length));
  const open = parseOr(idsSchema, (await area.get([KEYS.unfinished]))[KEYS.unfinished], []);
  const [newest, ...others] = beyond(ids, new Set(open), rule, now);
  if (newest === undefined) return { all: ids.length, going: 0 };
  return { all: ids.length, going: 1 + others.length, newestAt: capturedAt(newest) };
}
