import type { Analysis } from '@/utils/analyses/analysis.ts';
import { analysisKey, batchKey, briefKey, KEYS, RECENT, targetKey } from '@/utils/analyses/keys.ts';
import { toImported } from '@/utils/analyses/transitions.ts';
import type { Brief } from '@/utils/spectra/brief.ts';
import type { Locks, WritableArea } from './area.ts';
import { claimsOf, grouped, idsSchema, isTold, OF_TARGET } from './lists.ts';
import { parseOr } from './parse.ts';

interface ImporterOptions {
  /** Ends a removal that died, or it would take what is taken in here. Wants the lock. */
  finish: () => Promise<void>;
  local: WritableArea;
  locks: Locks;
  now: () => number;
}

/** Takes in analyses that were saved before, as their records stand; what has a record already stays as it is. */
export function createImporter({ local, locks, now, finish }: ImporterOptions) {
  /** Gives back how many were new. They are news to nobody: nothing is told, and nothing is sent by it. */
  return (analyses: readonly Analysis[], briefs: Readonly<Record<string, Brief>>): Promise<number> =>
    locks.request('store', async () => {
      await finish();
      const known = await local.get(analyses.map(({ id }) => analysisKey(id)));
      const added = analyses.filter(({ id }) => !(analysisKey(id) in known)).map(toImported);
      if (added.length === 0) return 0;
      await local.set({
        ...Object.fromEntries(added.map((analysis) => [analysisKey(analysis.id), analysis])),
        ...briefsOf(added, briefs),
        ...(await claimsOf(local, added)),
        ...(await indexesWith(added)),
        [KEYS.recent]: await recentWith(added),
      });
      return added.length;
    });

  function briefsOf(added: readonly Analysis[], briefs: Readonly<Record<string, Brief>>) {
    return Object.fromEntries(
      added.flatMap(({ id }) =>
        briefs[id] ? [[briefKey(id), { ...briefs[id], storedAt: now() }] as const] : [],
      ),
    );
  }

  async function indexesWith(added: readonly Analysis[]): Promise<Record<string, string[]>> {
    const batches = grouped(added, ({ batchId }) => batchKey(batchId));
    const targets = grouped(added.filter(isTold), ({ href }) => targetKey(href));
    const stored = await local.get([...batches.keys(), ...targets.keys()]);
    const merged = (key: string, ids: string[]) => [
      ...new Set([...parseOr(idsSchema, stored[key], []), ...ids].sort()),
    ];
    return Object.fromEntries([
      ...[...batches].map(([key, ids]) => [key, merged(key, ids)] as const),
      ...[...targets].map(([key, ids]) => [key, merged(key, ids).reverse().slice(0, OF_TARGET)] as const),
    ]);
  }

  async function recentWith(added: readonly Analysis[]): Promise<string[]> {
    const stored = await local.get([KEYS.recent]);
    const ids = new Set([...parseOr(idsSchema, stored[KEYS.recent], []), ...added.map(({ id }) => id)]);
    return [...ids].sort().reverse().slice(0, RECENT);
  }
}
