import { isOpen } from '@/utils/analyses/analysis.ts';
import { ANALYSIS_PREFIX, analysisKey, KEYS } from '@/utils/analyses/keys.ts';
import { beyond, capturedAt, type Retention } from '@/utils/analyses/retention.ts';
import type { Area, WritableArea } from './area.ts';
import { idsSchema } from './lists.ts';
import { parseAnalysis, parseOr } from './parse.ts';

/** What a rule would let go of all that is kept. */
export interface Going {
  all: number;
  going: number;
  /** When the newest of those that would go was captured, in milliseconds since 1970; absent where none would. */
  newestAt?: number;
}

/** So many records are read at a time. */
const AT_ONCE = 500;

/** Read without the background. An id tells the time: only the records that would go are read, since what can't be read stays. */
export async function whatGoes(
  area: Pick<WritableArea, 'get' | 'keys'>,
  rule: Retention,
  now: number,
): Promise<Going> {
  const ids = (await area.keys())
    .filter((key) => key.startsWith(ANALYSIS_PREFIX))
    .map((key) => key.slice(ANALYSIS_PREFIX.length));
  const open = parseOr(idsSchema, (await area.get([KEYS.unfinished]))[KEYS.unfinished], []);
  const going = await removable(area, beyond(ids, new Set(open), rule, now));
  const [newest] = going;
  if (newest === undefined) return { all: ids.length, going: 0 };
  return { all: ids.length, going: going.length, newestAt: capturedAt(newest) };
}

/** Those of these that can be read and are at their end, in their order. */
async function removable(area: Area, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (let index = 0; index < ids.length; index += AT_ONCE) {
    const some = ids.slice(index, index + AT_ONCE);
    const stored = await area.get(some.map(analysisKey));
    for (const id of some) {
      const analysis = parseAnalysis(stored[analysisKey(id)]);
      if (analysis && !isOpen(analysis)) found.push(id);
    }
  }
  return found;
}
