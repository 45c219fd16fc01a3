import * as z from 'zod/mini';
import { type Analysis, isOpen, VERSION } from '@/utils/analyses/analysis.ts';
import { ANALYSIS_PREFIX, batchKey, claimKey, KEYS, RECENT, targetKey } from '@/utils/analyses/keys.ts';
import type { Area, WritableArea } from './area.ts';
import { parseAnalysis, parseOr } from './parse.ts';

export const idsSchema = z.array(z.string());

/** How many analyses of one target are listed. */
export const OF_TARGET = 20;

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
): Promise<{ found: Record<string, unknown>; unreadable: string[] }> {
  const keys = (await area.keys()).filter((key) => key.startsWith(ANALYSIS_PREFIX));
  const stored = await area.get(keys);
  const analyses = keys.flatMap((key) => parseAnalysis(stored[key]) ?? []);
  const unreadable = keys.filter((key) => !parseAnalysis(stored[key]));
  const listed = unreadable.map((key) => key.slice(ANALYSIS_PREFIX.length));
  const newest = analyses.map(({ id }) => id).sort();
  const inOrder = [...analyses].sort((one, other) => (one.id < other.id ? -1 : 1));
  return {
    found: {
      ...(await claimsOf(area, inOrder)),
      ...indexed(inOrder),
      [KEYS.schema]: VERSION,
      [KEYS.unfinished]: [...analyses.filter((one) => isOpen(one)).map(({ id }) => id), ...listed],
      [KEYS.recent]: newest.reverse().slice(0, RECENT),
    },
    unreadable,
  };
}

/** Whose their ids of the service are. One that has a record, or had one, stays with it; else it goes to the first. */
export async function claimsOf(area: Area, analyses: readonly Analysis[]): Promise<Record<string, string>> {
  const claims = analyses.flatMap(({ id, started }) =>
    started ? [[claimKey(started.analysisId), id] as const] : [],
  );
  const taken = await area.get(claims.map(([key]) => key));
  return Object.fromEntries(claims.filter(([key]) => !(key in taken)).reverse());
}

/** The indexes with these analyses added to them, each in the order of their capture. */
export function indexed(
  added: readonly Analysis[],
  stored: Record<string, unknown> = {},
): Record<string, string[]> {
  const idsAt = (key: string) => parseOr(idsSchema, stored[key], []);
  const batches = grouped(added, ({ batchId }) => batchKey(batchId));
  return {
    ...Object.fromEntries([...batches].map(([key, ids]) => [key, [...idsAt(key), ...ids]])),
    ...targetsWith(added, stored),
  };
}

/** The same for targets alone. What is held, or never got beyond that, is not listed: its URL may be one that is not to be kept. */
export function targetsWith(
  added: readonly Analysis[],
  stored: Record<string, unknown>,
): Record<string, string[]> {
  const targets = grouped(added.filter(isTold), ({ href }) => targetKey(href));
  const idsAt = (key: string) => parseOr(idsSchema, stored[key], []);
  return Object.fromEntries(
    [...targets].map(([key, ids]) => [
      key,
      [...new Set([...ids.reverse(), ...idsAt(key)])].slice(0, OF_TARGET),
    ]),
  );
}

/** Whether it counts as one of its target's analyses. */
export function isTold({ state }: Analysis): boolean {
  return state !== 'held' && state !== 'discarded';
}

/** The ids of analyses by a key, each group in the order in which they came. */
export function grouped(
  analyses: readonly Analysis[],
  keyOf: (analysis: Analysis) => string,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const analysis of analyses) {
    const key = keyOf(analysis);
    const group = groups.get(key);
    if (group) group.push(analysis.id);
    else groups.set(key, [analysis.id]);
  }
  return groups;
}

/** The ids that stand under a key. */
export async function idsAt(area: Area, key: string): Promise<string[]> {
  return parseOr(idsSchema, (await area.get([key]))[key], []);
}
