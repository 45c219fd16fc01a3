import type * as z from 'zod/mini';
import { type Analysis, isBad, isUnfinished } from '@/utils/analyses/analysis.ts';
import { type Gate, gateSchema, OPEN_GATE } from '@/utils/analyses/gate.ts';
import { analysisKey, gateKey, KEYS, RECENT } from '@/utils/analyses/keys.ts';
import {
  DEFAULT_SETTINGS,
  lastPlatformsSchema,
  type Settings,
  settingsSchema,
} from '@/utils/analyses/settings.ts';
import { type Account, accountKey, type Credentials } from '@/utils/spectra/account.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';
import type { Area } from './overview.ts';
import { credentialsOf, idsSchema, parseAnalysis, parseOr } from './parse.ts';

export interface WritableArea extends Area {
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** `navigator.locks`, as far as it is used. The lock of a background that died is free at once. */
export type Locks = Pick<LockManager, 'request'>;

/** What one change writes. All of it lands in a single `set()`, which is all or nothing. */
export interface Changes {
  analyses?: Analysis[];
  gate?: { account: Account; gate: Gate };
  lastPlatforms?: Platform[];
}

export type Store = ReturnType<typeof createStore>;

/** The extension's storage as records. Every read is parsed; what does not parse is left alone and passed over. */
export function createStore({
  local,
  session,
  locks,
}: {
  local: WritableArea;
  session: WritableArea;
  locks: Locks;
}) {
  async function read<T>(key: string, schema: z.ZodMiniType<T>, fallback: T): Promise<T> {
    return parseOr(schema, (await local.get([key]))[key], fallback);
  }

  async function analyses(idList: readonly string[]): Promise<Analysis[]> {
    const stored = await local.get(idList.map(analysisKey));
    return idList.flatMap((id) => parseAnalysis(stored[analysisKey(id)]) ?? []);
  }

  async function write({ analyses: changed = [], gate, lastPlatforms }: Changes): Promise<void> {
    const lists = await local.get([KEYS.unfinished, KEYS.recent, KEYS.unseen]);
    const unfinished = new Set(parseOr(idsSchema, lists[KEYS.unfinished], []));
    const recent = parseOr(idsSchema, lists[KEYS.recent], []);
    // By the order of their capture, not by their ids: those follow the clock, which can be set back.
    const added = changed.map(({ id }) => id).filter((id) => !recent.includes(id));
    const unseen = new Set(parseOr(idsSchema, lists[KEYS.unseen], []));
    for (const analysis of changed) {
      put(unfinished, analysis.id, isUnfinished(analysis));
      put(unseen, analysis.id, isBad(analysis));
    }
    await local.set({
      ...Object.fromEntries(changed.map((analysis) => [analysisKey(analysis.id), analysis])),
      ...(gate && { [gateKey(accountKey(gate.account))]: gate.gate }),
      ...(lastPlatforms && { [KEYS.lastPlatforms]: lastPlatforms }),
      ...(changed.length > 0 && {
        [KEYS.unfinished]: [...unfinished],
        [KEYS.unseen]: [...unseen],
        [KEYS.recent]: [...added.reverse(), ...recent].slice(0, RECENT),
      }),
    });
  }

  return {
    analyses,
    unfinished: async () => analyses(await read(KEYS.unfinished, idsSchema, [])),
    recent: async () => analyses(await read(KEYS.recent, idsSchema, [])),
    unseen: async () => analyses(await read(KEYS.unseen, idsSchema, [])),
    gate: (account: Account): Promise<Gate> => read(gateKey(accountKey(account)), gateSchema, OPEN_GATE),
    settings: (): Promise<Settings> => read(KEYS.settings, settingsSchema, DEFAULT_SETTINGS),
    lastPlatforms: (): Promise<Platform[]> => read(KEYS.lastPlatforms, lastPlatformsSchema, []),

    /**
     * One read-modify-write, alone among all contexts. `decide` gets nothing and must read what it changes itself, inside.
     * Never to be held over the network. What it throws is thrown, and nothing is written.
     */
    change<T>(decide: () => Promise<Changes & { result: T }>): Promise<T> {
      return locks.request('store', async () => {
        const { result, ...changes } = await decide();
        await write(changes);
        return result;
      });
    },

    /** What the user was last told that the queue needs of them. */
    told: async () => (await local.get([KEYS.told]))[KEYS.told] ?? null,
    tell: (what: string | null): Promise<void> => local.set({ [KEYS.told]: what }),

    /** The user looked: nothing is unseen any more. */
    see: (): Promise<void> => locks.request('store', () => local.set({ [KEYS.unseen]: [] })),

    /** The account that is set with its password, or null where either is not there. */
    async credentials(): Promise<Credentials | null> {
      const settings = await read(KEYS.settings, settingsSchema, DEFAULT_SETTINGS);
      const area = settings.keep === 'device' ? local : session;
      return credentialsOf(settings, (await area.get([KEYS.credentials]))[KEYS.credentials]);
    },

    /**
     * Keeps settings and password. The password is kept together with the account that it was typed for, so that a save
     * which dies half-way can't join it to another address; it leaves the place where it is no longer to be kept.
     */
    saveSettings(settings: Settings, password: string | null): Promise<void> {
      const { account, keep } = settings;
      const credentials =
        account && password !== null ? { [KEYS.credentials]: { ...account, password } } : null;
      return locks.request('store', async () => {
        if (keep === 'device' && credentials) {
          await local.set({ [KEYS.settings]: settings, ...credentials });
          return session.remove([KEYS.credentials]);
        }
        await (credentials ? session.set(credentials) : session.remove([KEYS.credentials]));
        await local.remove([KEYS.credentials]);
        await local.set({ [KEYS.settings]: settings });
      });
    },
  };
}

function put(set: Set<string>, id: string, isIn: boolean): void {
  if (isIn) set.add(id);
  else set.delete(id);
}
