import * as z from 'zod/mini';
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
import { type News, NO_NEWS, newsSchema, unseenAmong } from '@/utils/analyses/news.ts';
import type { Locks, WritableArea } from './area.ts';
import { idsSchema, indexed } from './lists.ts';
import { parseAnalysis, parseOr } from './parse.ts';

interface RemoverOptions {
  local: WritableArea;
  locks: Locks;
  /** Sees to it that the background is woken again soon, should it die over an erasure. */
  arm: () => Promise<void>;
}

/** So many are removed at a time, so that a capture does not wait behind thousands. */
const AT_ONCE = 500;

/** What is being removed: written with the lists, taken off when nothing of it is left. */
const markSchema = z.object({ ids: idsSchema, isErase: z.boolean() });
type Mark = z.infer<typeof markSchema>;

/** What batches and targets have left. */
type Indexes = Record<string, string[]>;

/**
 * Takes analyses out of the storage for good, with all that hangs on them. Which id of the service belonged to one stays known
 * (`claim:`), so that what it started is not taken for another's. The lists go first, in one step with a mark that tells what
 * is to go: no list ever names what is not there, and what a death leaves behind goes before the next step.
 */
export function createRemover({ local, locks, arm }: RemoverOptions) {
  /** The analyses with these ids but for those that are not at their end. Gives back how many were removed. */
  async function remove(ids: readonly string[]): Promise<number> {
    let removed = 0;
    for (let index = 0; index < ids.length; index += AT_ONCE) {
      const some = ids.slice(index, index + AT_ONCE);
      removed += await locks.request('store', async () => {
        await finish();
        return removeSome(some);
      });
    }
    return removed;
  }

  async function removeSome(ids: readonly string[]): Promise<number> {
    const gone = (await recordsOf(ids)).filter((analysis) => !isOpen(analysis));
    if (gone.length === 0) return 0;
    // Somebody must come back where this dies before all of it is gone.
    await arm();
    const mark = { ids: gone.map(({ id }) => id), isErase: false };
    await takeOut(mark, await indexesWithout(indexKeys(gone), new Set(mark.ids)));
    return gone.length;
  }

  /** Every analysis, those on their way too. Account, settings, and what is known of the last requests stay. */
  function erase(): Promise<void> {
    return locks.request('store', async () => {
      await arm();
      const keys = await local.keys();
      const ids = new Set([...idsIn(keys, ANALYSIS_PREFIX), ...idsIn(keys, BRIEF_PREFIX)]);
      const indexes = Object.fromEntries(keys.filter(isIndex).map((key) => [key, []]));
      const lists = { [KEYS.unfinished]: [], [KEYS.recent]: [], [KEYS.unseen]: [], [KEYS.news]: NO_NEWS };
      await takeOut({ ids: [...ids], isErase: true }, indexes, lists);
    });
  }

  /** Removes what an earlier removal left when it died. Wants the lock. */
  async function finish(): Promise<void> {
    const stored = await local.get([KEYS.removing]);
    if (!(KEYS.removing in stored)) return;
    const { ids, isErase } = parseOr<Mark>(markSchema, stored[KEYS.removing], { ids: [], isErase: false });
    // Sent again since then, it is on its way, and stays; it has its places again.
    const open = isErase ? [] : (await recordsOf(ids)).filter((one) => isOpen(one));
    const isKept = new Set(open.map(({ id }) => id));
    if (open.length > 0) await local.set(indexed(open, await indexesWithout(indexKeys(open), isKept)));
    const isGone = new Set(ids.filter((id) => !isKept.has(id)));
    const indexes = await indexesWithout((await local.keys()).filter(isIndex), isGone);
    await takeOut({ ids: [...isGone], isErase }, indexes);
  }

  async function takeOut(mark: Mark, indexes: Indexes, lists?: Record<string, unknown>): Promise<void> {
    const left = Object.entries(indexes).filter(([, ids]) => ids.length > 0);
    await local.set({
      [KEYS.removing]: mark,
      ...Object.fromEntries(left),
      ...(lists ?? (await listsWithout(new Set(mark.ids), indexes))),
    });
    await local.remove([
      ...mark.ids.flatMap((id) => [analysisKey(id), briefKey(id)]),
      ...Object.keys(indexes).filter((key) => indexes[key]?.length === 0),
      ...(mark.isErase ? [KEYS.offers, KEYS.case, KEYS.lastPlatforms] : []),
    ]);
    await local.remove([KEYS.removing]);
  }

  async function recordsOf(ids: readonly string[]): Promise<Analysis[]> {
    const stored = await local.get(ids.map(analysisKey));
    return ids.flatMap((id) => parseAnalysis(stored[analysisKey(id)]) ?? []);
  }

  async function indexesWithout(keys: string[], isGone: ReadonlySet<string>): Promise<Indexes> {
    const stored = await local.get(keys);
    return Object.fromEntries(
      keys.map((key) => [key, parseOr(idsSchema, stored[key], []).filter((id) => !isGone.has(id))]),
    );
  }

  /** A list that can't be read is left as it is, to be found anew. */
  async function listsWithout(
    isGone: ReadonlySet<string>,
    indexes: Indexes,
  ): Promise<Record<string, unknown>> {
    const stored = await local.get([KEYS.unfinished, KEYS.recent, KEYS.unseen, KEYS.news]);
    const lists = [KEYS.unfinished, KEYS.recent, KEYS.unseen].flatMap((key) => {
      const ids = parseOr<string[] | null>(idsSchema, stored[key], null);
      return ids?.some((id) => isGone.has(id)) ? [[key, ids.filter((id) => !isGone.has(id))] as const] : [];
    });
    const changed: Record<string, string[]> = Object.fromEntries(lists);
    return {
      ...changed,
      // In the place of those that went come the next ones, as far as there are more.
      ...(KEYS.recent in changed && { [KEYS.recent]: await newest(isGone) }),
      [KEYS.news]: await newsWithout(parseOr(newsSchema, stored[KEYS.news], NO_NEWS), indexes),
    };
  }

  async function newsWithout(news: News, indexes: Indexes): Promise<News> {
    const { untold } = news;
    const unseenIn = news.unseen.map(({ batchId }) => batchId);
    const stored = await local.get([...untold.map(({ batchId }) => batchId), ...unseenIn].map(batchKey));
    const left = { ...stored, ...indexes };
    const idsOf = (batchId: string) => parseOr(idsSchema, left[batchKey(batchId)], []);
    const next = { ...news, untold: untold.filter(({ batchId }) => idsOf(batchId).length > 0) };
    const isTouched = unseenIn.some((batchId) => batchKey(batchId) in indexes);
    return isTouched ? unseenAmong(next, await recordsOf(unseenIn.flatMap(idsOf))) : next;
  }

  async function newest(isGone: ReadonlySet<string>): Promise<string[]> {
    const ids = idsIn(await local.keys(), ANALYSIS_PREFIX).filter((id) => !isGone.has(id));
    return ids.sort().reverse().slice(0, RECENT);
  }

  return { remove, erase, finish };
}

function indexKeys(analyses: readonly Analysis[]): string[] {
  return [...new Set(analyses.flatMap(({ batchId, href }) => [batchKey(batchId), targetKey(href)]))];
}

function isIndex(key: string): boolean {
  return key.startsWith(BATCH_PREFIX) || key.startsWith(TARGET_PREFIX);
}

function idsIn(keys: readonly string[], prefix: string): string[] {
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}
