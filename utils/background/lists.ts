import * as z from 'zod/mini';
import { isUnderWay, VERSION } from '@/utils/analyses/analysis.ts';
import { ANALYSIS_PREFIX, claimKey, KEYS, RECENT } from '@/utils/analyses/keys.ts';
import type { WritableArea } from './area.ts';
import { parseAnalysis } from './parse.ts';

export const idsSchema = z.array(z.string());

/** Whether the lists can be read and are of this version, or nothing was ever captured. Wants the keys of both lists and the schema. */
export function areLists(stored: Record<string, unknown>): boolean {
  const lists = [stored[KEYS.unfinished], stored[KEYS.recent]];
  if (stored[KEYS.schema] === undefined && lists.every((list) => list === undefined)) return true;
  return stored[KEYS.schema] === VERSION && lists.every((list) => idsSchema.safeParse(list).success);
}

/**
 * What follows from the records themselves: the lists, which record has which id of the service, and the keys of what is no
 * record; those are listed, too, so that the user is told. Reads the whole store: after an update, or where lists were lost.
 */
export async function survey(
  area: WritableArea,
  now: number,
): Promise<{ found: Record<string, unknown>; unreadable: string[] }> {
  const keys = (await area.keys()).filter((key) => key.startsWith(ANALYSIS_PREFIX));
  const stored = await area.get(keys);
  const analyses = keys.flatMap((key) => parseAnalysis(stored[key]) ?? []);
  const unreadable = keys.filter((key) => !parseAnalysis(stored[key]));
  const listed = unreadable.map((key) => key.slice(ANALYSIS_PREFIX.length));
  const newest = analyses.map(({ id }) => id).sort();
  const claims = analyses.flatMap(({ id, started }) =>
    started ? [[claimKey(started.analysisId), id] as const] : [],
  );
  return {
    found: {
      ...Object.fromEntries(claims),
      [KEYS.schema]: VERSION,
      [KEYS.unfinished]: [...analyses.filter((one) => isUnderWay(one, now)).map(({ id }) => id), ...listed],
      [KEYS.recent]: newest.reverse().slice(0, RECENT),
    },
    unreadable,
  };
}
