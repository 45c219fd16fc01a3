import { decodeTime } from 'ulid';
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
    const old = keys.filter((key) => now() - capturedAt(key) > keepBriefs * DAY);
    if (old.length > 0) await local.remove(old);
    await local.set({ [KEYS.prunedAt]: now() });
  };
}

/** An id begins with the time of the capture. */
function capturedAt(key: string): number {
  try {
    return decodeTime(key.slice(BRIEF_PREFIX.length));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
