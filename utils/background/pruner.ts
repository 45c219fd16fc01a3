import { decodeTime } from 'ulid';
import * as z from 'zod/mini';
import { BRIEF_PREFIX, KEYS } from '@/utils/analyses/keys.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '@/utils/analyses/settings.ts';
import { DAY } from '@/utils/analyses/time.ts';
import type { WritableArea } from './area.ts';
import { parseOr } from './parse.ts';

/**
 * Removes the reports in brief that are older than the user wants to keep; once a day at most, when the background is awake
 * anyway. Their verdicts stay with the records.
 */
export function createPruner({ local, now }: { local: WritableArea; now: () => number }) {
  return async (): Promise<void> => {
    const stored = await local.get([KEYS.settings, KEYS.prunedAt]);
    const last = stored[KEYS.prunedAt];
    if (typeof last === 'number' && Math.abs(now() - last) < DAY) return;
    const { keepBriefs } = parseOr(settingsSchema, stored[KEYS.settings], DEFAULT_SETTINGS);
    const keys = (await local.keys()).filter((key) => key.startsWith(BRIEF_PREFIX));
    const isOld = (time: number) => now() - time > keepBriefs * DAY;
    const candidates = keys.filter((key) => isOld(capturedAt(key)));
    // Read a few at a time, since each has up to 8 kB: one that was fetched again is as young as that.
    for (let index = 0; index < candidates.length; index += AT_ONCE) {
      const some = await local.get(candidates.slice(index, index + AT_ONCE));
      const old = Object.keys(some).filter((key) => isOld(storedAt(some[key])));
      if (old.length > 0) await local.remove(old);
    }
    await local.set({ [KEYS.prunedAt]: now() });
  };
}

const AT_ONCE = 100;
const storedSchema = z.object({ storedAt: z.number() });

function storedAt(brief: unknown): number {
  return parseOr(storedSchema, brief, { storedAt: 0 }).storedAt;
}

/** An id begins with the time of the capture. */
function capturedAt(key: string): number {
  try {
    return decodeTime(key.slice(BRIEF_PREFIX.length));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
