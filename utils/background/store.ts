import * as z from 'zod/mini';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { caseSchema } from '@/utils/analyses/case.ts';
import { closedGate, type Gate, gateSchema, OPEN_GATE, soundGate } from '@/utils/analyses/gate.ts';
import {
  analysisKey,
  batchKey,
  briefKey,
  claimKey,
  GATE_PREFIX,
  gateKey,
  KEYS,
} from '@/utils/analyses/keys.ts';
import { type News, NO_NEWS, newsSchema, seenAll, toldOf } from '@/utils/analyses/news.ts';
import { type Offer, offersSchema } from '@/utils/analyses/offer.ts';
import { DEFAULT_SETTINGS, lastPlatformsSchema, settingsSchema } from '@/utils/analyses/settings.ts';
import { type Account, accountKey, type Credentials } from '@/utils/spectra/account.ts';
import type { Brief } from '@/utils/spectra/brief.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';
import type { StoreOptions } from './area.ts';
import { createImporter } from './importer.ts';
import { createListKeeper } from './list-keeper.ts';
import { areLists, idsAt, idsSchema, survey } from './lists.ts';
import { credentialsOf, parseAnalysis, parseOr } from './parse.ts';
import { createRemover } from './remover.ts';
import { createSettingsStore } from './settings-store.ts';

/** What one change writes. All of it lands in a single `set()`, which is all or nothing. */
export interface Changes {
  analyses?: Analysis[];
  gate?: { account: Account; gate: Gate };
  lastPlatforms?: Platform[];
  offers?: Offer[];
  /** What reports say in brief, by the id of the analysis. */
  briefs?: Record<string, Brief>;
  /** Whose ids of the service are whose records have gone meanwhile. */
  claims?: Record<string, string>;
}

/** What is open, whose turn it is, and whether it may go on. */
export interface Open {
  analyses: Analysis[];
  account: Account | null;
  credentials: Credentials | null;
  isHeld: boolean;
  /** How long after its start a report is waited for, in milliseconds. */
  deadline: number;
}

export type Store = ReturnType<typeof createStore>;

/** The extension's storage as records. Every read is parsed; what does not parse is left alone and passed over. */
export function createStore(options: StoreOptions) {
  const { local, session, locks, now, arm } = options;

  async function read(key: string): Promise<unknown> {
    return (await local.get([key]))[key];
  }

  async function analyses(ids: readonly string[]): Promise<Analysis[]> {
    if (ids.length === 0) return [];
    const stored = await local.get(ids.map(analysisKey));
    return ids.flatMap((id) => parseAnalysis(stored[analysisKey(id)]) ?? []);
  }

  async function listed(key: string): Promise<Analysis[]> {
    return analyses(await idsAt(local, key));
  }

  async function news(): Promise<News> {
    return parseOr(newsSchema, await read(KEYS.news), NO_NEWS);
  }

  const keeper = createListKeeper({ local, analyses });

  /** What is known of an account's last requests. One that can't be read may have known of three a moment ago. */
  async function gate(account: Account): Promise<Gate> {
    const stored = await read(gateKey(accountKey(account)));
    return stored === undefined ? OPEN_GATE : parseOr(gateSchema, stored, closedGate(now()));
  }

  async function write({
    analyses: changed = [],
    gate,
    lastPlatforms,
    offers,
    briefs = {},
    claims = {},
  }: Changes): Promise<void> {
    const lists = changed.length > 0 ? await keeper.listsAfter(changed) : {};
    await local.set({
      ...Object.fromEntries(changed.map((analysis) => [analysisKey(analysis.id), analysis])),
      ...Object.fromEntries(
        changed.flatMap(({ id, started }) => (started ? [[claimKey(started.analysisId), id]] : [])),
      ),
      ...Object.fromEntries(Object.entries(claims).map(([analysisId, id]) => [claimKey(analysisId), id])),
      ...(gate && { [gateKey(accountKey(gate.account))]: gate.gate }),
      ...(lastPlatforms && { [KEYS.lastPlatforms]: lastPlatforms }),
      ...(offers && { [KEYS.offers]: offers }),
      ...Object.fromEntries(
        Object.entries(briefs).map(([id, brief]) => [briefKey(id), { ...brief, storedAt: now() }]),
      ),
      ...lists,
    });
  }

  const remover = createRemover(options);

  const settingsStore = createSettingsStore(options, {
    read: gate,
    write: (account, next) => local.set({ [gateKey(accountKey(account))]: next }),
  });

  return {
    ...settingsStore,
    remove: remover.remove,
    erase: remover.erase,
    importAnalyses: createImporter({ ...options, finish: remover.finish }),
    analyses,
    gate,
    unfinished: () => listed(KEYS.unfinished),

    /**
     * What the next step depends on but for the gate, in as few reads as can be: each wake makes them. Ends a removal that died
     * before; wants the lock for that.
     */
    async open(): Promise<Open> {
      const keys = [KEYS.unfinished, KEYS.settings, KEYS.hold, KEYS.credentials];
      let stored = await local.get([...keys, KEYS.removing]);
      if (KEYS.removing in stored) {
        await remover.finish();
        stored = await local.get(keys);
      }
      const settings = parseOr(settingsSchema, stored[KEYS.settings], DEFAULT_SETTINGS);
      const kept = settings.keep === 'device' ? stored : await session.get([KEYS.credentials]);
      return {
        analyses: await analyses(parseOr(idsSchema, stored[KEYS.unfinished], [])),
        account: settings.account,
        credentials: credentialsOf(settings, kept[KEYS.credentials]),
        isHeld: stored[KEYS.hold] === true,
        deadline: settings.deadline,
      };
    },

    recent: () => listed(KEYS.recent),
    unseen: () => listed(KEYS.unseen),
    batch: (batchId: string) => listed(batchKey(batchId)),
    news,
    lastPlatforms: async () => parseOr(lastPlatformsSchema, await read(KEYS.lastPlatforms), []),
    offers: async (): Promise<Offer[]> => parseOr(offersSchema, await read(KEYS.offers), []),

    /** The case that captures are filed under, if one is set. */
    currentCase: async () => parseOr(z.optional(caseSchema), await read(KEYS.case), undefined),
    setCase: (name: string): Promise<void> =>
      name === '' ? local.remove([KEYS.case]) : local.set({ [KEYS.case]: name }),

    /** Which of these ids of the service a record has. */
    async claimed(analysisIds: readonly string[]): Promise<Set<string>> {
      const stored = await local.get(analysisIds.map(claimKey));
      return new Set(analysisIds.filter((id) => stored[claimKey(id)] !== undefined));
    },

    /** The id of the record that has this id of the service. */
    async claimant(analysisId: string): Promise<string | undefined> {
      const owner = await read(claimKey(analysisId));
      return typeof owner === 'string' ? owner : undefined;
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
    async mend(): Promise<void> {
      const { account } = await settingsStore.settings();
      const key = account && gateKey(accountKey(account));
      const stored = await local.get([KEYS.unfinished, KEYS.recent, KEYS.schema, ...(key ? [key] : [])]);
      const gate = key && stored[key];
      const isGate = gate === undefined || gateSchema.safeParse(gate).success;
      if (areLists(stored) && isGate) return;
      await locks.request('store', async () => {
        const found = areLists(stored) ? {} : (await survey(local)).found;
        await local.set({ ...found, ...(key && !isGate && { [key]: closedGate(now()) }) });
      });
    },

    /** Removes the records that can't be read, and finds the lists anew. */
    async repair(): Promise<void> {
      await locks.request('store', async () => {
        await local.remove((await survey(local)).unreadable);
        await local.set((await survey(local)).found);
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

    /** The user was told of this batch's verdict. */
    tellVerdict: (told: News['untold'][number]): Promise<void> =>
      locks.request('store', async () => local.set({ [KEYS.news]: toldOf(await news(), told) })),

    /** The user looked: nothing is unseen any more. */
    see: (): Promise<void> =>
      locks.request('store', async () => {
        const [unseen, unread] = await Promise.all([idsAt(local, KEYS.unseen), news()]);
        if (unseen.length === 0 && unread.unseen.length === 0) return;
        await local.set({ [KEYS.unseen]: [], [KEYS.news]: seenAll(unread) });
      }),
  };
}
