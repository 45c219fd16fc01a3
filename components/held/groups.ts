import type { Analysis } from '@/utils/analyses/analysis.ts';
import type { Row } from '@/utils/background/overview.ts';

/** What is decided together: the analyses of one URL in one capture, held. */
export interface HeldGroup {
  /** The id of its first analysis. */
  id: string;
  analyses: [Analysis, ...Analysis[]];
}

/**
 * What is held, the newest first.
 * @param since what is captured later than this comes last, so that nothing moves from under the pointer
 */
export function groupsOf(rows: readonly Row[], since: number): HeldGroup[] {
  const groups = new Map<string, HeldGroup>();
  const held = rows.map(({ analysis }) => analysis).filter(({ state }) => state === 'held');
  for (const analysis of held.sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const key = `${analysis.batchId} ${analysis.href}`;
    const group = groups.get(key);
    if (group) group.analyses.push(analysis);
    else groups.set(key, { id: analysis.id, analyses: [analysis] });
  }
  const all = [...groups.values()];
  const isLate = ({ analyses: [first] }: HeldGroup) => first.capturedAt > since;
  return [...all.filter((group) => !isLate(group)).reverse(), ...all.filter(isLate)];
}

/** The ids of all analyses of some groups. */
export function idsIn(groups: readonly HeldGroup[]): string[] {
  return groups.flatMap(({ analyses }) => analyses.map(({ id }) => id));
}
