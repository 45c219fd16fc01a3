import * as z from 'zod/mini';
import { isOpen } from '@/utils/analyses/analysis.ts';
import { ANALYSIS_PREFIX, KEYS, RECENT } from '@/utils/analyses/keys.ts';
import type { WritableArea } from './area.ts';
import { parseAnalysis } from './parse.ts';

export const idsSchema = z.array(z.string());

/** Whether the lists that belong together can be read: both, or neither where nothing was ever captured. */
export function areLists(stored: Record<string, unknown>): boolean {
  const lists = [stored[KEYS.unfinished], stored[KEYS.recent]];
  return (
    lists.every((list) => list === undefined) || lists.every((list) => idsSchema.safeParse(list).success)
  );
}

/** The lists as they follow from the records themselves, and the keys of what is no record. Reads the whole store. */
export async function survey(
  area: WritableArea,
): Promise<{ lists: Record<string, string[]>; unreadable: string[] }> {
  const keys = (await area.keys()).filter((key) => key.startsWith(ANALYSIS_PREFIX));
  const stored = await area.get(keys);
  const analyses = keys.flatMap((key) => parseAnalysis(stored[key]) ?? []);
  const newest = analyses.map(({ id }) => id).sort();
  return {
    lists: {
      [KEYS.unfinished]: analyses.filter(isOpen).map(({ id }) => id),
      [KEYS.recent]: newest.reverse().slice(0, RECENT),
    },
    unreadable: keys.filter((key) => !parseAnalysis(stored[key])),
  };
}
