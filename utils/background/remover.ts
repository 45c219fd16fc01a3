import { type Analysis, isOpen } from '@/utils/analyses/analysis.ts';
import {
  ANALYSIS_PREFIX,
  analysisKey,
  BATCH_PREFIX,
  BRIEF_PREFIX,
  batchKey,
  briefKey,
  KEYS,
  RECENT,
  TARGET_PREFIX,
  targetKey,
} from '@/utils/analyses/keys.ts';
import { NO_NEWS, newsSchema } from '@/utils/analyses/news.ts';
import type { Locks, WritableArea } from './area.ts';
import { idsSchema } from './lists.ts';
import { parseAnalysis, parseOr } from './parse.ts';

interface RemoverOptions {
  local: WritableArea;
  locks: Locks;
}

/** So many are removed at a time, so that a capture does not wait behind thousands. */
const AT_ONCE = 500;

const OF_ANALYSES = [ANALYSIS_PREFIX, BRIEF_PREFIX, BATCH_PREFIX, TARGET_PREFIX];

/**
 * Takes analyses out of the storage for good, with all that hangs on them. Which id of the service belonged to one stays known
 * (`claim:`), so that what it started is not taken for another's. The records go first: a death before the lists are written
 * leaves ids of nothing there, which are passed over.
 */
export function createRemover({ local, locks }: RemoverOptions) {
  /** The analyses with these ids but for those that are not at their end. Gives back how many were removed. */
  async function remove(ids: readonly string[]): Promise<number> {
    let removed = 0;
    for (let index = 0; index < ids.length; index += AT_ONCE) {
      const some = ids.slice(index, index + AT_ONCE);
      removed += await locks.request('store', () => removeSome(some));
    }
    return removed;
  }

  async function removeSome(ids: readonly string[]): Promise<number> {
    const stored = await local.get(ids.map(analysisKey));
    const gone = ids
      .flatMap((id) => parseAnalysis(stored[analysisKey(id)]) ?? [])
      .filter((analysis) => !isOpen(analysis));
    if (gone.length === 0) return 0;
    const isGone = new Set(gone.map(({ id }) => id));
    const indexes = await indexesWithout(gone, isGone);
    await local.remove([
      ...[...isGone].flatMap((id) => [analysisKey(id), briefKey(id)]),
      ...Object.keys(indexes).filter((key) => indexes[key]?.length === 0),
    ]);
    await local.set({
      ...Object.fromEntries(Object.entries(indexes).filter(([, left]) => left.length > 0)),
      ...(await listsWithout(isGone)),
    });
    return gone.length;
  }

  /** What batches and targets have left. */
  async function indexesWithout(
    gone: readonly Analysis[],
    isGone: ReadonlySet<string>,
  ): Promise<Record<string, string[]>> {
    const keys = new Set(gone.flatMap(({ batchId, href }) => [batchKey(batchId), targetKey(href)]));
    const stored = await local.get([...keys]);
    return Object.fromEntries(
      [...keys].map((key) => [key, parseOr(idsSchema, stored[key], []).filter((id) => !isGone.has(id))]),
    );
  }

  async function listsWithout(isGone: ReadonlySet<string>): Promise<Record<string, unknown>> {
    const stored = await local.get([KEYS.recent, KEYS.unseen, KEYS.news]);
    const recent = parseOr(idsSchema, stored[KEYS.recent], []);
    const isStill = (id: string) => !isGone.has(id);
    const news = parseOr(newsSchema, stored[KEYS.news], NO_NEWS);
    const batches = await local.get(news.untold.map(({ batchId }) => batchKey(batchId)));
    return {
      // In the place of those that went come the next ones, as far as there are more.
      [KEYS.recent]: recent.every(isStill) ? recent : await newest(),
      [KEYS.unseen]: parseOr(idsSchema, stored[KEYS.unseen], []).filter(isStill),
      [KEYS.news]: { ...news, untold: news.untold.filter(({ batchId }) => batchKey(batchId) in batches) },
    };
  }

  async function newest(): Promise<string[]> {
    const ids = (await local.keys())
      .filter((key) => key.startsWith(ANALYSIS_PREFIX))
      .map((key) => key.slice(ANALYSIS_PREFIX.length));
    return ids.sort().reverse().slice(0, RECENT);
  }

  /** Every analysis, those on their way too. Account, settings, and what is known of the last requests stay. */
  function erase(): Promise<void> {
    return locks.request('store', async () => {
      const keys = (await local.keys()).filter((key) => OF_ANALYSES.some((prefix) => key.startsWith(prefix)));
      await local.remove([...keys, KEYS.offers, KEYS.case, KEYS.lastPlatforms]);
      await local.set({ [KEYS.unfinished]: [], [KEYS.recent]: [], [KEYS.unseen]: [], [KEYS.news]: NO_NEWS });
    });
  }

  return { remove, erase };
}
