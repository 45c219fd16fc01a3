import { KEYS } from '@/utils/analyses/keys.ts';
import { DEFAULT_SETTINGS } from '@/utils/analyses/settings.ts';
import type {
  Client,
  HistoryOutcome,
  HistorySource,
  QuotaOutcome,
  ReportOutcome,
  SubmitOutcome,
} from '@/utils/spectra/client.ts';
import type { Submission } from '@/utils/spectra/submission.ts';
import type { Badge, Notice } from '../announcements.ts';
import { createBackground, type World } from '../background.ts';
import type { MenuEntry } from '../menus.ts';
import { createSplitArea } from '../split-area.ts';
import { createStore } from '../store.ts';
import { memoryArea, memoryLocks, turn } from './memory.ts';

const ACCOUNT = { address: 'https://data.reversinglabs.com', userName: 'u/test/analyst' };
const EPOCH = Date.UTC(2026, 0, 5, 12);

export interface Posted extends Submission {
  at: number;
}

/** A background in a world made of memory: a clock that stands still unless moved, a service that answers as told. */
export function createTestWorld({ isSignedIn = true } = {}) {
  const state = {
    now: EPOCH,
    /** By the clock that nobody sets. */
    elapsed: 0,
    isOnline: true,
    hasPermission: true,
    alarm: null as number | null,
    posts: [] as Posted[],
    usageCalls: 0,
    notices: [] as Notice[],
    badge: undefined as Badge | undefined,
    optionsOpened: 0,
    menu: [] as MenuEntry[],
    menusMade: 0,
    answer: (_post: Posted): SubmitOutcome | Promise<SubmitOutcome> => started(state.posts.length),
    usage: (): ReturnType<Client['usage']> => Promise.resolve({}),
    quotaCalls: 0,
    quota: (): QuotaOutcome | Promise<QuotaOutcome> => ({ quotas: [] }),
    trials: 0,
    trial: (): ReturnType<Client['trial']> => Promise.resolve({}),
    looks: [] as { href: string; source: HistorySource; at: number }[],
    history: (_href: string, _source: HistorySource): HistoryOutcome => ({ history: [] }),
    reportsAsked: [] as { analysisId: string; at: number }[],
    report: (_analysisId: string): ReportOutcome => ({ error: { kind: 'notFound', status: 404 } }),
    reportsOpened: [] as string[],
    /** Pages that were opened: `held`, or `draft` with its id. */
    opened: [] as string[],
    timers: [] as { at: number; callback: () => void }[],
    reloads: 0,
  };
  const client: Client = {
    async submit(submission) {
      const post = { ...submission, at: state.now };
      state.posts.push(post);
      await turn();
      return state.answer(post);
    },
    async usage() {
      state.usageCalls += 1;
      await turn();
      return state.usage();
    },
    async quota() {
      state.quotaCalls += 1;
      await turn();
      return state.quota();
    },
    async trial() {
      state.trials += 1;
      await turn();
      return state.trial();
    },
    async history(href, source) {
      state.looks.push({ href, source, at: state.now });
      await turn();
      return state.history(href, source);
    },
    async report({ analysisId }) {
      state.reportsAsked.push({ analysisId, at: state.now });
      await turn();
      return state.report(analysisId);
    },
  };
  const local = memoryArea(isSignedIn ? { [KEYS.settings]: { ...DEFAULT_SETTINGS, account: ACCOUNT } } : {});
  const session = memoryArea(isSignedIn ? { [KEYS.credentials]: { ...ACCOUNT, password: 'secret' } } : {});
  const managed = memoryArea();
  const world = (): World => ({
    local,
    session,
    // Another one each time: what a background knows of it dies with it.
    managed: { get: (keys) => managed.get(keys) },
    locks: memoryLocks(),
    clientFor: () => client,
    hasPermission: async () => state.hasPermission,
    isOnline: () => state.isOnline,
    now: () => state.now,
    elapsed: () => state.elapsed,
    after: (ms, callback) => void state.timers.push({ at: state.elapsed + ms, callback }),
    random: () => 0,
    setAlarm: async (time) => {
      state.alarm = time;
    },
    menus: {
      removeAll: async () => {
        state.menusMade += 1;
        state.menu = [];
      },
      create: async (entry) => {
        if (state.menu.some(({ id }) => id === entry.id)) throw new Error(`duplicate id ${entry.id}`);
        state.menu.push(entry);
      },
      update: async (id, change) => {
        const entry = state.menu.find((one) => one.id === id);
        if (!entry) throw new Error(`no entry ${id}`);
        Object.assign(entry, change);
      },
    },
    notify: async (notice) => {
      state.notices = [...state.notices.filter(({ id }) => id !== notice.id), notice];
    },
    showBadge: async (badge) => {
      state.badge = badge;
    },
    openOptions: async () => {
      state.optionsOpened += 1;
    },
    openPopup: async () => undefined,
    openHeld: async () => void state.opened.push('held'),
    openDraft: async (id) => void state.opened.push(`draft ${id}`),
    openReport: async (batchId) => void state.reportsOpened.push(batchId),
    reload: () => {
      state.reloads += 1;
    },
    t: (key, ...substitutions) => [key, ...substitutions].join(' '),
    timeOfDay: (time) => new Date(time).toISOString().slice(11, 19),
  });

  function moveTo(time: number): void {
    state.elapsed += time - state.now;
    state.now = time;
  }

  return {
    state,
    local,
    session,
    managed,
    store: createStore({
      local: createSplitArea(local, session),
      session,
      managed,
      locks: memoryLocks(),
      now: () => state.now,
      arm: async () => undefined,
    }),
    /** A background that starts on what is in storage, as after the death of the one before. */
    start: (changes: Partial<World> = {}) => createBackground({ ...world(), ...changes }),
    /** Lets time pass, waking the background at its alarms, until the given time. */
    async pass(background: { tick(): Promise<void> }, ms: number) {
      const end = state.now + ms;
      while (state.alarm !== null && state.alarm <= end) {
        moveTo(Math.max(state.now, state.alarm));
        state.alarm = null;
        await background.tick();
      }
      moveTo(end);
    },
  };
}

export function started(number: number): SubmitOutcome {
  return {
    result: 'started',
    started: { analysisId: `analysis-${number}`, sha1: 'da39', url: 'http://a.test/' },
  };
}

/** Lets all that is ready happen. */
export async function rest(): Promise<void> {
  for (let turns = 0; turns < 200; turns++) await turn();
}
