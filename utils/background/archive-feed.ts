import type { Analysis } from '@/utils/analyses/analysis.ts';
import type { Archive } from '@/utils/analyses/archive.ts';
import { ANALYSIS_PREFIX, analysisKey } from '@/utils/analyses/keys.ts';
import type { WritableArea } from './area.ts';
import { parseAnalysis } from './parse.ts';

/** How many records are read at a time: fewer take longer in all, more would keep the page from answering. */
const PAGE = 1000;

/** How far all analyses are read; null once they are. `isFailed`: the storage refused the rest. */
export type Reading = { read: number; all: number; isFailed?: true } | null;

interface FeedOptions {
  area: Pick<WritableArea, 'get' | 'keys'>;
  archive: Archive;
}

/** Fills an archive from the storage, and keeps it true while that changes. */
export function createArchiveFeed({ area, archive }: FeedOptions) {
  /** What changed since the feed began: what was read before that must not take it back. */
  const changed = new Set<string>();
  const unreadable = new Set<string>();

  function take(id: string, value: unknown): void {
    const analysis = parseAnalysis(value);
    if (analysis) archive.put(analysis);
    else archive.drop(id);
    if (analysis || value === undefined) unreadable.delete(id);
    else unreadable.add(id);
  }

  /** The ids of all that is stored, newest first; what an older list brought and is not stored goes. */
  async function idsOfAll(): Promise<string[]> {
    const keys = (await area.keys()).filter((key) => key.startsWith(ANALYSIS_PREFIX));
    const ids = keys.map((key) => key.slice(ANALYSIS_PREFIX.length));
    const isThere = new Set(ids);
    for (const { id } of archive.all()) if (!isThere.has(id) && !changed.has(id)) archive.drop(id);
    return ids.sort().reverse();
  }

  async function readSome(ids: readonly string[]): Promise<void> {
    const stored = await area.get(ids.map(analysisKey));
    for (const id of ids) if (!changed.has(id)) take(id, stored[analysisKey(id)]);
  }

  return {
    /** Analyses that were read by another way, before all others are. */
    add(analyses: readonly Analysis[]): void {
      for (const analysis of analyses)
        if (!changed.has(analysis.id) && !archive.get(analysis.id)) archive.put(analysis);
    },

    /** The changes of the storage, key by key. */
    follow(changes: Readonly<Record<string, { newValue?: unknown }>>): void {
      for (const [key, { newValue }] of Object.entries(changes))
        if (key.startsWith(ANALYSIS_PREFIX)) {
          const id = key.slice(ANALYSIS_PREFIX.length);
          changed.add(id);
          take(id, newValue);
        }
    },

    /** How many of the records that were read so far are none that we understand. */
    unreadable: (): number => unreadable.size,

    /** Reads all, newest first, a page of keys at a time. Never rejects: `onPage` is told how far it came. */
    async readAll(onPage: (reading: Reading) => void): Promise<void> {
      let [read, all] = [0, 0];
      try {
        const ids = await idsOfAll();
        all = ids.length;
        for (; read < all; read = Math.min(read + PAGE, all)) {
          if (read > 0) onPage({ read, all });
          await readSome(ids.slice(read, read + PAGE));
        }
        onPage(null);
      } catch {
        onPage({ read, all, isFailed: true });
      }
    },
  };
}
