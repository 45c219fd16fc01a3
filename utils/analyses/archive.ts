import type { Analysis } from './analysis.ts';
import { isNarrowed, type Query } from './query.ts';
import { matcher, searchText } from './search.ts';
import { RANKS, worstOf } from './verdict.ts';

interface Entry {
  analysis: Analysis;
  /** What is searched, made when it is first asked for. */
  text?: string;
}

/** The analyses of one capture, in its order, and the ids of those that were asked for. */
export interface FoundBatch {
  id: string;
  analyses: readonly [Analysis, ...Analysis[]];
  matching: ReadonlySet<string>;
}

export interface Found {
  batches: FoundBatch[];
  /** How many analyses were asked for and found. */
  count: number;
}

export type Archive = ReturnType<typeof createArchive>;

/** All analyses that were read so far, in memory, where a search takes no reading. */
export function createArchive() {
  const entries = new Map<string, Entry>();
  /** The ids in the order of capture, oldest first; null after one came or went. */
  let order: string[] | null = null;
  let version = 0;

  function put(analysis: Analysis): void {
    if (!entries.has(analysis.id)) order = null;
    entries.set(analysis.id, { analysis });
    version += 1;
  }

  function drop(id: string): void {
    if (!entries.delete(id)) return;
    order = null;
    version += 1;
  }

  function textOf(entry: Entry): string {
    entry.text ??= searchText(entry.analysis);
    return entry.text;
  }

  /** What a query asks for, each capture whole, in the query's order. */
  function find(query: Query): Found {
    order ??= [...entries.keys()].sort();
    const isWanted = isNarrowed(query) ? matcher(query) : null;
    const batches = new Map<string, { analyses: Analysis[]; matching: Set<string> }>();
    let count = 0;
    for (const id of order) {
      const entry = entries.get(id);
      if (!entry) continue;
      const { batchId } = entry.analysis;
      const batch = batches.get(batchId) ?? { analyses: [], matching: new Set() };
      batches.set(batchId, batch);
      batch.analyses.push(entry.analysis);
      if (isWanted && !isWanted(entry.analysis, () => textOf(entry))) continue;
      batch.matching.add(id);
      count += 1;
    }
    const found = [...batches].flatMap(([id, { analyses, matching }]) => {
      const [first, ...more] = analyses;
      return first && matching.size > 0 ? [{ id, analyses: [first, ...more] as const, matching }] : [];
    });
    return { batches: sorted(found, query), count };
  }

  return {
    put,
    drop,
    find,
    get: (id: string): Analysis | undefined => entries.get(id)?.analysis,
    all: (): Analysis[] => [...entries.values()].map(({ analysis }) => analysis),
    size: (): number => entries.size,
    /** Another number after each change. */
    version: (): number => version,
    /** The names of all cases, each once. */
    cases: (): string[] => [...new Set([...entries.values()].flatMap(({ analysis }) => analysis.case ?? []))],
  };
}

/** Newest first unless asked for in another way; what is alike stays in that order. */
function sorted(batches: FoundBatch[], { sort, isReversed }: Query): FoundBatch[] {
  const newestFirst = batches.reverse();
  if (sort !== 'sent') {
    const keys = new Map(newestFirst.map((batch) => [batch, keyOf(batch, sort)]));
    newestFirst.sort((one, other) => compare(keys.get(one) ?? '', keys.get(other) ?? ''));
  }
  return isReversed ? newestFirst.reverse() : newestFirst;
}

function keyOf({ analyses }: FoundBatch, sort: Exclude<Query['sort'], 'sent'>): string {
  const [{ href, case: name }] = analyses;
  if (sort === 'case') return name === undefined ? '\uffff' : name.toLowerCase();
  if (sort === 'verdict') {
    const rank = worstOf(analyses)?.rank;
    return String(rank ? RANKS.indexOf(rank) : RANKS.length);
  }
  return href.replace(/^https?:\/\//, '');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
