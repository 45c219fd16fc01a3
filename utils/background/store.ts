import { type Analysis, isBad, isOpen } from '@/utils/analyses/analysis.ts';
import { closedGate, type Gate, gateSchema, OPEN_GATE, soundGate } from '@/utils/analyses/gate.ts';
import { analysisKey, claimKey, GATE_PREFIX, gateKey, KEYS, RECENT } from '@/utils/analyses/keys.ts';
import { type Offer, offerSchema } from '@/utils/analyses/offer.ts';
import { lastPlatformsSchema } from '@/utils/analyses/settings.ts';
import { type Account, accountKey } from '@/utils/spectra/account.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';
import type { StoreOptions } from './area.ts';
import { areLists, idsSchema, survey } from './lists.ts';
import { parseAnalysis, parseOr } from './parse.ts';
import { createSettingsStore } from './settings-store.ts';

/** What one change writes. All of it lands in a single `set()`, which is all or nothing. */
export interface Changes {
  analyses?: Analysis[];
  gate?: { account: Account; gate: Gate };
  lastPlatforms?: Platform[];
  /** Null: there is none any more. */
  offer?: Offer | null;
}

export type Store = ReturnType<typeof createStore>;

/** The extension's storage as records. Every read is parsed; what does not parse is left alone and passed over. */
export function createStore(options: StoreOptions) {
  const { local, locks, now, arm } = options;

  async function read(key: string): Promise<unknown> {
    return (await local.get([key]))[key];
  }

  async function analyses(ids: readonly string[]): Promise<Analysis[]> {
    const stored = await local.get(ids.map(analysisKey));
    return ids.flatMap((id) => parseAnalysis(stored[analysisKey(id)]) ?? []);
  }

  async function listed(key: string): Promise<Analysis[]> {
    return analyses(parseOr(idsSchema, await read(key), []));
  }

  /** What is known of an account's last requests. One that can't be read may have known of three a moment ago. */
  async function gate(account: Account): Promise<Gate> {
    const stored = await read(gateKey(accountKey(account)));
    return stored === undefined ? OPEN_GATE : parseOr(gateSchema, stored, closedGate(now()));
  }

  async function write({ analyses: changed = [], gate, lastPlatforms, offer }: Changes): Promise<void> {
    const lists = changed.length > 0 ? await changedLists(changed) : {};
    await local.set({
      ...Object.fromEntries(changed.map((analysis) => [analysisKey(analysis.id), analysis])),
      ...Object.fromEntries(
        changed.flatMap(({ id, started }) => (started ? [[claimKey(started.analysisId), id]] : [])),
      ),
      ...(gate && { [gateKey(accountKey(gate.account))]: gate.gate }),
      ...(lastPlatforms && { [KEYS.lastPlatforms]: lastPlatforms }),
      ...(offer !== undefined && { [KEYS.offer]: offer }),
      ...lists,
    });
  }

  async function changedLists(changed: readonly Analysis[]): Promise<Record<string, string[]>> {
    const lists = await local.get([KEYS.unfinished, KEYS.recent, KEYS.unseen]);
    const unfinished = new Set(parseOr(idsSchema, lists[KEYS.unfinished], []));
    const unseen = new Set(parseOr(idsSchema, lists[KEYS.unseen], []));
    const recent = parseOr(idsSchema, lists[KEYS.recent], []);
    // By the order of their capture, not by their ids: those follow the clock, which can be set back.
    const added = changed.map(({ id }) => id).filter((id) => !recent.includes(id));
    for (const analysis of changed) {
      put(unfinished, analysis.id, isOpen(analysis));
      put(unseen, analysis.id, isBad(analysis));
    }
    return {
      [KEYS.unfinished]: [...unfinished],
      [KEYS.unseen]: [...unseen],
      [KEYS.recent]: [...added.reverse(), ...recent].slice(0, RECENT),
    };
  }

  return {
    ...createSettingsStore(options),
    analyses,
    gate,
    unfinished: () => listed(KEYS.unfinished),
    recent: () => listed(KEYS.recent),
    unseen: () => listed(KEYS.unseen),
    lastPlatforms: async () => parseOr(lastPlatformsSchema, await read(KEYS.lastPlatforms), []),
    offer: async () => parseOr<Offer | null>(offerSchema, await read(KEYS.offer), null),

    /** Which of these ids of the service a record has. */
    async claimed(analysisIds: readonly string[]): Promise<Set<string>> {
      const stored = await local.get(analysisIds.map(claimKey));
      return new Set(analysisIds.filter((id) => stored[claimKey(id)] !== undefined));
    },

    /**
     * One read-modify-write, alone among all contexts. `decide` gets nothing and must read what it changes itself, inside.
     * Never to be held over the network. What it throws is thrown, and nothing is written.
     */
    change<T>(decide: () => Promise<Changes & { result: T }>): Promise<T> {
      return locks.request('store', async () => {
        const { result, ...changes } = await decide();
        if (Object.keys(changes).length === 0) return result;
        if (changes.analyses || changes.gate) await arm();
        await write(changes);
        return result;
      });
    },

    /** Finds the lists anew where they can't be read, and closes a gate that can't be: neither is to be met again. */
    async mend(account: Account | null): Promise<void> {
      const key = account && gateKey(accountKey(account));
      const stored = await local.get([KEYS.unfinished, KEYS.recent, ...(key ? [key] : [])]);
      const gate = key && stored[key];
      const isGate = gate === undefined || gateSchema.safeParse(gate).success;
      if (areLists(stored) && isGate) return;
      await locks.request('store', async () => {
        const lists = areLists(stored) ? {} : (await survey(local)).lists;
        await local.set({ ...lists, ...(key && !isGate && { [key]: closedGate(now()) }) });
      });
    },

    /** Removes the records that can't be read, and finds the lists anew. */
    async repair(): Promise<void> {
      await locks.request('store', async () => {
        const { lists, unreadable } = await survey(local);
        await local.set(lists);
        await local.remove(unreadable);
      });
    },

    /** Makes the times of all gates sound after the clock was set forward by `ahead` milliseconds. */
    shiftGates(ahead: number): Promise<void> {
      return locks.request('store', async () => {
        const keys = (await local.keys()).filter((key) => key.startsWith(GATE_PREFIX));
        const gates = Object.entries(await local.get(keys)).flatMap(([key, value]) => {
          const parsed = gateSchema.safeParse(value);
          return parsed.success ? [[key, soundGate(parsed.data, now(), ahead)]] : [];
        });
        if (gates.length > 0) await local.set(Object.fromEntries(gates));
      });
    },

    /** What the user was last told that the queue needs of them. */
    told: async () => (await read(KEYS.told)) ?? null,
    tell: (what: string | null): Promise<void> => local.set({ [KEYS.told]: what }),

    /** The user looked: nothing is unseen any more. */
    see: (): Promise<void> => locks.request('store', () => local.set({ [KEYS.unseen]: [] })),
  };
}

function put(set: Set<string>, id: string, isIn: boolean): void {
  if (isIn) set.add(id);
  else set.delete(id);
}
