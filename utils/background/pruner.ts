import * as z from 'zod/mini';
import {
  ANALYSIS_PREFIX,
  analysisKey,
  BRIEF_PREFIX,
  briefKey,
  CLAIM_PREFIX,
  KEYS,
} from '@/utils/analyses/keys.ts';
import { beyond, capturedAt } from '@/utils/analyses/retention.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '@/utils/analyses/settings.ts';
import { DAY } from '@/utils/analyses/time.ts';
import type { Locks, WritableArea } from './area.ts';
import { idsSchema } from './lists.ts';
import { parseOr } from './parse.ts';

interface PrunerOptions {
  local: WritableArea;
  locks: Locks;
  now: () => number;
  remove: (ids: readonly string[]) => Promise<unknown>;
}

/** How long it stays known which record an id of the service belonged to, after the record went. */
const CLAIM_DAYS = 30;

/** So long after the last round the clock is not believed at once. */
const LONG = 7 * DAY;

/**
 * Removes the analyses and the reports in brief that the user's rule does not keep; once a day at most, when the background is
 * awake anyway, or at once where the rule was changed. The verdicts of removed briefs stay with the records.
 *
 * A clock that stands years ahead makes everything old. Where the last round is long ago, in the future, or unknown (the first
 * round of all has nothing to remove but by a wrong clock), this one only notes the time, and the next, a day later, removes.
 */
export function createPruner({ local, locks, now, remove }: PrunerOptions) {
  return async ({ isAtOnce = false } = {}): Promise<void> => {
    const stored = await local.get([KEYS.settings, KEYS.prunedAt, KEYS.unfinished]);
    const last = stored[KEYS.prunedAt];
    const since = typeof last === 'number' ? now() - last : null;
    if (!isAtOnce && since !== null && Math.abs(since) < DAY) return;
    if (!isAtOnce && (since === null || since > LONG || since < 0)) return noteRound();
    const settings = parseOr(settingsSchema, stored[KEYS.settings], DEFAULT_SETTINGS);
    // Where the list of what is open can't be read nothing tells what must stay.
    const open = parseOr<string[] | null>(idsSchema, stored[KEYS.unfinished] ?? [], null);
    const keys = await local.keys();
    if (open) await remove(beyond(idsIn(keys, ANALYSIS_PREFIX), new Set(open), settings, now()));
    await pruneBriefs(idsIn(keys, BRIEF_PREFIX), settings.keepBriefs);
    await pruneClaims(keys);
    await noteRound();
  };

  function noteRound(): Promise<void> {
    return local.set({ [KEYS.prunedAt]: now() });
  }

  async function pruneBriefs(ids: readonly string[], days: number): Promise<void> {
    const isOld = (time: number) => now() - time > days * DAY;
    const candidates = ids.filter((id) => isOld(capturedAt(id))).map(briefKey);
    // Read a few at a time, since each has up to 8 kB: one that was fetched again is as young as that.
    await removeWhere(candidates, 100, async (stored) =>
      Object.keys(stored).filter((key) => isOld(storedAt(stored[key]))),
    );
  }

  /** Those of records that are gone, and so old that no look-up can find what they started. */
  async function pruneClaims(keys: readonly string[]): Promise<void> {
    const records = new Set(idsIn(keys, ANALYSIS_PREFIX));
    const isOver = (id: unknown): id is string =>
      typeof id === 'string' && !records.has(id) && now() - capturedAt(id) > CLAIM_DAYS * DAY;
    const claims = keys.filter((key) => key.startsWith(CLAIM_PREFIX));
    await removeWhere(claims, 500, async (stored) => {
      const over = Object.entries(stored).flatMap(([key, id]) => (isOver(id) ? [[key, id] as const] : []));
      // One whose record was taken in again since the keys were read has its claim by right.
      const again = over.length > 0 ? await local.get(over.map(([, id]) => analysisKey(id))) : {};
      return over.filter(([, id]) => !(analysisKey(id) in again)).map(([key]) => key);
    });
  }

  /** Reads and removes in one step, alone with the storage: what is written in between would be taken for what was read. */
  async function removeWhere(
    keys: readonly string[],
    atOnce: number,
    choose: (stored: Record<string, unknown>) => Promise<string[]>,
  ): Promise<void> {
    for (let index = 0; index < keys.length; index += atOnce) {
      const some = keys.slice(index, index + atOnce);
      await locks.request('store', async () => {
        const over = await choose(await local.get(some));
        if (over.length > 0) await local.remove(over);
      });
    }
  }
}

const storedSchema = z.object({ storedAt: z.number() });

function storedAt(brief: unknown): number {
  return parseOr(storedSchema, brief, { storedAt: 0 }).storedAt;
}

function idsIn(keys: readonly string[], prefix: string): string[] {
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}
