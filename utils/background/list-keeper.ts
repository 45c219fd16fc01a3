import { type Analysis, isBad, isOpen, VERSION } from '@/utils/analyses/analysis.ts';
import { batchKey, KEYS, RECENT, targetKey } from '@/utils/analyses/keys.ts';
import { isWaitedFor, NO_NEWS, newsAfter, newsSchema } from '@/utils/analyses/news.ts';
import type { WritableArea } from './area.ts';
import { areLists, idsSchema, indexed, survey, targetsWith } from './lists.ts';
import { parseOr } from './parse.ts';

interface ListKeeperOptions {
  local: WritableArea;
  /** The stored analyses with these ids. */
  analyses: (ids: readonly string[]) => Promise<Analysis[]>;
}

/** The lists and indexes that are written in one step with the records that they follow from. */
export function createListKeeper({ local, analyses }: ListKeeperOptions) {
  /** What is to be written beside these records. */
  async function listsAfter(changed: readonly Analysis[]): Promise<Record<string, unknown>> {
    const stored = await local.get([KEYS.unfinished, KEYS.recent, KEYS.unseen, KEYS.schema]);
    // Lists that can't be read are found anew, or what they held would be forgotten by this very write.
    const lists = areLists(stored) ? stored : (await survey(local)).found;
    const before = new Map((await analyses(changed.map(({ id }) => id))).map((one) => [one.id, one]));
    const unfinished = new Set(parseOr(idsSchema, lists[KEYS.unfinished], []));
    const unseen = new Set(parseOr(idsSchema, stored[KEYS.unseen], []));
    const recent = parseOr(idsSchema, lists[KEYS.recent], []);
    // By the order of their capture, not by their ids: those follow the clock, which can be set back.
    const added = changed.map(({ id }) => id).filter((id) => !before.has(id) && !recent.includes(id));
    for (const analysis of changed) {
      const old = before.get(analysis.id);
      put(unfinished, analysis.id, isOpen(analysis));
      // What the user saw go wrong is not news again while it is looked for.
      if (!isBad(analysis) || !old || old.state !== analysis.state) put(unseen, analysis.id, isBad(analysis));
    }
    const isNew = (one: Analysis) => !before.has(one.id);
    const isFreed = (one: Analysis) => before.get(one.id)?.state === 'held';
    return {
      ...lists,
      ...(await indexes(changed.filter(isNew))),
      ...(await targets(changed.filter(isFreed))),
      ...(await news(changed.filter((one) => !isNew(one)))),
      [KEYS.schema]: VERSION,
      [KEYS.unfinished]: [...unfinished],
      [KEYS.unseen]: [...unseen],
      [KEYS.recent]: [...added.reverse(), ...recent].slice(0, RECENT),
    };
  }

  /** Which analyses a batch and a target have. */
  async function indexes(added: readonly Analysis[]): Promise<Record<string, string[]>> {
    if (added.length === 0) return {};
    const keys = new Set(added.flatMap(({ batchId, href }) => [batchKey(batchId), targetKey(href)]));
    return indexed(added, await local.get([...keys]));
  }

  /** Which analyses a target has, once they are held no more. */
  async function targets(freed: readonly Analysis[]): Promise<Record<string, string[]>> {
    if (freed.length === 0) return {};
    return targetsWith(freed, await local.get(freed.map(({ href }) => targetKey(href))));
  }

  async function news(changed: readonly Analysis[]): Promise<Record<string, unknown>> {
    const atEnd = changed.filter((one) => !isWaitedFor(one));
    if (atEnd.length === 0) return {};
    const stored = await local.get([KEYS.news, ...new Set(atEnd.map(({ batchId }) => batchKey(batchId)))]);
    const changes = new Map(changed.map((one) => [one.id, one]));
    let next = parseOr(newsSchema, stored[KEYS.news], NO_NEWS);
    for (const batchId of new Set(atEnd.map((one) => one.batchId))) {
      const before = await analyses(parseOr(idsSchema, stored[batchKey(batchId)], []));
      const after = before.map((one) => changes.get(one.id) ?? one);
      next = newsAfter(next, before, after);
    }
    return { [KEYS.news]: next };
  }

  return { listsAfter };
}

function put(set: Set<string>, id: string, isIn: boolean): void {
  if (isIn) set.add(id);
  else set.delete(id);
}
