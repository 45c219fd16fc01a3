import type * as Analyses from '@/utils/analyses/analysis.ts';
import type * as Gates from '@/utils/analyses/gate.ts';
import { claimKey, KEYS, TARGET_PREFIX } from '@/utils/analyses/keys.ts';
import type * as Lookups from '@/utils/analyses/lookup.ts';
import type * as News from '@/utils/analyses/news.ts';
import type * as Plans from '@/utils/analyses/plan.ts';
import type * as Slots from '@/utils/analyses/slots.ts';
import type * as Transitions from '@/utils/analyses/transitions.ts';
import type * as Watches from '@/utils/capture/watch.ts';
import type * as Accounts from '@/utils/spectra/account.ts';
import type { Locks, WritableArea } from '../area.ts';
import type * as Captures from '../capture.ts';
import type * as Clocks from '../clock.ts';
import type * as Outboxes from '../outbox.ts';
import type * as Removers from '../remover.ts';
import type * as SplitAreas from '../split-area.ts';
import type * as Stores from '../store.ts';

/** A fault that is put into a module, and the law that must be seen broken by it. */
export interface Mutation {
  law: number;
  name: string;
  path: string;
  // biome-ignore lint/suspicious/noExplicitAny: each mutation knows the module that it changes.
  change: (original: any) => object;
}

function mutation<Module>(
  law: number,
  name: string,
  path: string,
  change: (original: Module) => Partial<Record<keyof Module, unknown>>,
): Mutation {
  return { law, name, path, change };
}

/** A fault for each thing that a law rests on. */
export const MUTATIONS: Mutation[] = [
  mutation<typeof Analyses>(
    1,
    'the list forgets what is queued',
    '@/utils/analyses/analysis.ts',
    (original) => ({
      isOpen: (analysis: Analyses.Analysis) => analysis.state !== 'queued' && original.isOpen(analysis),
    }),
  ),
  mutation<typeof Captures>(
    1,
    'a capture is acknowledged before it is stored',
    '../capture.ts',
    ({ createCapture }) => ({
      createCapture: (options: Parameters<typeof createCapture>[0]) =>
        createCapture({ ...options, store: hasty(options.store) }),
    }),
  ),
  mutation<typeof Transitions>(
    2,
    'what ended unknown goes out again',
    '@/utils/analyses/transitions.ts',
    (original) => ({
      applyOutcome: (...args: Parameters<typeof original.applyOutcome>) => {
        const next = original.applyOutcome(...args);
        return next.state === 'unconfirmed' ? { ...next, state: 'queued' } : next;
      },
    }),
  ),
  mutation<typeof Transitions>(
    2,
    'what a dead background was sending goes out again',
    '@/utils/analyses/transitions.ts',
    () => ({
      toUnconfirmed: (analysis: Analyses.Analysis) => ({ ...analysis, state: 'queued' }),
    }),
  ),
  mutation<typeof Captures>(2, 'the same is queued again', '../capture.ts', ({ createCapture }) => ({
    createCapture: (options: Parameters<typeof createCapture>[0]) =>
      createCapture({ ...options, store: { ...options.store, unfinished: async () => [] } }),
  })),
  mutation<typeof Outboxes>(2, 'two senders at once', '../outbox.ts', ({ createOutbox }) => ({
    createOutbox: (options: Parameters<typeof createOutbox>[0]) =>
      createOutbox({ ...options, locks: unlocked(options.locks, 'tick') }),
  })),
  mutation<typeof Stores>(2, 'changes that are not alone', '../store.ts', ({ createStore }) => ({
    createStore: (options: Parameters<typeof createStore>[0]) =>
      createStore({ ...options, locks: unlocked(options.locks, 'store') }),
  })),
  mutation<typeof Removers>(2, 'what is removed takes its claims along', '../remover.ts', (original) => ({
    createRemover: (options: Parameters<typeof original.createRemover>[0]) => {
      const { local } = options;
      const remove = async (keys: string[]) => {
        const stored = Object.values(await local.get(keys)) as Partial<Analyses.Analysis>[];
        const claims = stored.flatMap(({ started }) => (started ? [claimKey(started.analysisId)] : []));
        await local.remove([...keys, ...claims]);
      };
      return original.createRemover({ ...options, local: { ...local, remove } });
    },
  })),
  mutation<typeof Removers>(4, 'what an erasure left when it died stays', '../remover.ts', (original) => ({
    createRemover: (options: Parameters<typeof original.createRemover>[0]) => ({
      ...original.createRemover(options),
      finish: async () => undefined,
    }),
  })),
  mutation<typeof Gates>(
    3,
    'the slot is taken after the sending',
    '@/utils/analyses/gate.ts',
    (original) => ({
      takeSlot: (gate: Gates.Gate) => gate,
      afterSubmit: (...[gate, sentAt, outcome, now, random]: Parameters<typeof original.afterSubmit>) =>
        original.afterSubmit(original.takeSlot(gate, sentAt), sentAt, outcome, now, random),
    }),
  ),
  mutation<typeof Slots>(
    3,
    'a request that is not answered is over at its time-out',
    '@/utils/analyses/slots.ts',
    (original) => ({
      freeAt: (slot: Slots.Slot) =>
        slot.answeredAt === undefined ? slot.sentAt + 85_000 : original.freeAt(slot),
      soundSlots: (slots: readonly Slots.Slot[], now: number) =>
        original
          .soundSlots(slots, now)
          .filter((one) => one.answeredAt !== undefined || one.sentAt + 85_000 > now),
    }),
  ),
  mutation<typeof Slots>(3, 'four a minute', '@/utils/analyses/slots.ts', () => ({ LIMIT: 4 })),
  mutation<typeof Clocks>(3, 'a clock that is set forward goes unseen', '../clock.ts', () => ({
    createClockWatch: () => ({ ahead: () => 0, reckon: () => undefined }),
  })),
  mutation<typeof Plans>(4, 'no alarm for what waits', '@/utils/analyses/plan.ts', (original) => ({
    plan: (...args: Parameters<typeof original.plan>) => {
      const step = original.plan(...args);
      return step.do === 'wait' ? { do: 'wait', until: null } : step;
    },
  })),
  mutation<typeof Stores>(4, 'no alarm before a write', '../store.ts', ({ createStore }) => ({
    createStore: (options: Parameters<typeof createStore>[0]) =>
      createStore({ ...options, arm: async () => undefined }),
  })),
  mutation<typeof News>(4, 'nobody is told of a verdict', '@/utils/analyses/news.ts', () => ({
    newsAfter: (news: News.News) => news,
  })),
  mutation<typeof Lookups>(4, 'no report is asked for', '@/utils/analyses/lookup.ts', (original) => ({
    lookedFor: (...args: Parameters<typeof original.lookedFor>) =>
      original.lookedFor(...args).filter(({ state }) => state !== 'running'),
  })),
  mutation<typeof Transitions>(
    1,
    'the verdict of another report is taken',
    '@/utils/analyses/transitions.ts',
    (original) => ({
      toFinished: (...[analysis, id, verdict, now]: Parameters<typeof original.toFinished>) =>
        original.toFinished(analysis, id, { ...verdict, classification: 'NO_THREATS_FOUND' }, now),
    }),
  ),
  mutation<typeof Gates>(4, 'a refusal outlives the sign-in', '@/utils/analyses/gate.ts', () => ({
    reopened: (gate: Gates.Gate) => gate,
  })),
  mutation<typeof Plans>(
    5,
    'an alarm each minute, come what may',
    '@/utils/analyses/plan.ts',
    (original) => ({
      plan: (...[outbox, now]: Parameters<typeof original.plan>) => {
        const step = original.plan(outbox, now);
        return step.do === 'wait' ? { do: 'wait', until: step.until ?? now + 60_000 } : step;
      },
    }),
  ),
  mutation<typeof Watches>(8, 'the guard looks away', '@/utils/capture/watch.ts', () => ({
    watch: () => [],
  })),
  mutation<typeof Transitions>(
    8,
    'what was to be left out is sent',
    '@/utils/analyses/transitions.ts',
    (original) => ({
      consent: (...[analysis, now]: Parameters<typeof original.consent>) => original.consent(analysis, now),
    }),
  ),
  mutation<typeof Accounts>(6, 'all accounts are one', '@/utils/spectra/account.ts', () => ({
    isSameAccount: () => true,
  })),
  mutation<typeof SplitAreas>(
    7,
    'the URL of a private capture is a name on the disk',
    '../split-area.ts',
    ({ createSplitArea }) => ({
      createSplitArea: (...[local, session]: Parameters<typeof createSplitArea>) => {
        const area = createSplitArea(local, session);
        const set = async (items: Record<string, unknown>) => {
          await area.set(items);
          const targets = Object.keys(items).filter((key) => key.startsWith(TARGET_PREFIX));
          const stored = await local.get(targets);
          const named = targets.filter((key) => !(key in stored)).map((key) => [key, []]);
          if (named.length > 0) await local.set(Object.fromEntries(named));
        };
        return { ...area, set };
      },
    }),
  ),
  mutation<typeof SplitAreas>(7, 'what is private is on the disk', '../split-area.ts', () => ({
    createSplitArea: (local: WritableArea) => local,
  })),
  mutation<typeof SplitAreas>(
    1,
    'the lists forget what is private once something else is written',
    '../split-area.ts',
    ({ createSplitArea }) => ({
      createSplitArea: (...[local, session]: Parameters<typeof createSplitArea>) => {
        const area = createSplitArea(local, session);
        const get = async (keys: string[]) => ({
          ...(await area.get(keys)),
          ...(await local.get(keys.filter((key) => key === KEYS.unfinished))),
        });
        return { ...area, get };
      },
    }),
  ),
];

/** A store that says that it is done before it is. */
function hasty(store: Stores.Store): Stores.Store {
  const change: Stores.Store['change'] = (decide) =>
    new Promise((resolve, reject) => {
      store
        .change(async () => {
          const decided = await decide();
          resolve(decided.result);
          return decided;
        })
        .catch(reject);
    });
  return { ...store, change };
}

/** Locks of which one holds nobody up. */
function unlocked(locks: Locks, name: string): Locks {
  return {
    request: (asked: string, callback: () => unknown) =>
      asked === name ? callback() : locks.request(asked, callback as LockGrantedCallback<unknown>),
  } as Locks;
}
