import type { LedgerEntry } from './ledger-entry.ts';

type Opening = Pick<LedgerEntry, 'receivedAt' | 'method' | 'path' | 'endpoint' | 'headers' | 'fault'>;

/** Writes what became of a request into its entry; the body is written once. */
type Note = (changes: Partial<Omit<LedgerEntry, 'seq'>>) => void;

const UNANSWERED = {
  answeredAt: null,
  body: null,
  target: null,
  platform: null,
  account: null,
  status: 'none',
  ended: 'pending',
  aborted: false,
  analysisIds: [],
} as const;

/** All requests in the order of their arrival; the oldest go where entries or their bodies are too many. */
export function createLedger({ maxEntries = 50_000, maxBodyChars = 64 * 1024 * 1024 } = {}) {
  const stored = new Set<LedgerEntry>();
  const watchers = new Set<() => void>();
  let lastSeq = 0;
  let bodyChars = 0;

  function changed(): void {
    evict();
    for (const watch of watchers) watch();
  }

  function evict(): void {
    for (const entry of stored) {
      if (stored.size <= maxEntries && bodyChars <= maxBodyChars) return;
      stored.delete(entry);
      bodyChars -= entry.body?.length ?? 0;
    }
  }

  function find(matches: (entry: LedgerEntry) => boolean): LedgerEntry | undefined {
    return [...stored].find(matches);
  }

  return {
    /** Starts an entry: `entry` is as it is at any moment, `note` writes into it. */
    open(opening: Opening): { entry: Readonly<LedgerEntry>; note: Note } {
      lastSeq += 1;
      const entry: LedgerEntry = { seq: lastSeq, ...opening, ...UNANSWERED };
      stored.add(entry);
      changed();
      function note(changes: Parameters<Note>[0]): void {
        Object.assign(entry, changes);
        if (!stored.has(entry)) return;
        bodyChars += changes.body?.length ?? 0;
        changed();
      }
      return { entry, note };
    },

    /** Copies of the entries, in the order of arrival. */
    entries: (): LedgerEntry[] => [...stored].map((entry) => ({ ...entry })),

    /** The first entry that matches, now or within `timeout` ms; rejects when there is none by then. */
    waitFor(matches: (entry: LedgerEntry) => boolean, timeout = 5000): Promise<LedgerEntry> {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(look);
          reject(new Error(`No entry of the ledger matched within ${timeout} ms.`));
        }, timeout);
        function look(): void {
          const entry = find(matches);
          if (entry === undefined) return;
          clearTimeout(timer);
          watchers.delete(look);
          resolve({ ...entry });
        }
        watchers.add(look);
        look();
      });
    },

    reset(): void {
      stored.clear();
      lastSeq = 0;
      bodyChars = 0;
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;
