import type { Analysis } from '@/utils/analyses/analysis.ts';
import { reconnected } from '@/utils/analyses/gate.ts';
import { SECOND } from '@/utils/analyses/time.ts';
import type { Credentials } from '@/utils/spectra/account.ts';
import type { Client } from '@/utils/spectra/client.ts';
import {
  attentionNotice,
  type Badge,
  badgeOf,
  type Notice,
  needy,
  noticeOf,
  refusalNotice,
} from './announcements.ts';
import { createCapture } from './capture.ts';
import { createCommander } from './commander.ts';
import { createMenus, type MenuApi, type MenuClick, menuChoice } from './menus.ts';
import { createOutbox } from './outbox.ts';
import { type Row, readOverview } from './overview.ts';
import { createStore, type Locks, type WritableArea } from './store.ts';
import type { Translate } from './texts.ts';

/** All that the background needs of the world. */
export interface World {
  local: WritableArea;
  session: WritableArea;
  locks: Locks;
  clientFor: (credentials: Credentials) => Client;
  hasPermission: (address: string) => Promise<boolean>;
  isOnline: () => boolean;
  now: () => number;
  random: () => number;
  setAlarm: (time: number | null) => Promise<void>;
  menus: MenuApi;
  notify: (notice: Notice) => Promise<void>;
  showBadge: (badge: Badge) => Promise<void>;
  openOptions: () => Promise<void>;
  openPopup: () => Promise<void>;
  t: Translate;
  timeOfDay: (time: number) => string;
}

/** A worker without an event ends after 30 s, and an alarm comes no sooner: for less than this a timer is the better clock. */
const SHORT = 20 * SECOND;

/** The use cases, joined: what each event of the browser sets off. */
export function createBackground(world: World) {
  const { now, t } = world;
  const store = createStore(world);
  const menus = createMenus(world.menus, t);
  const capture = createCapture({ store, now });
  const touched = new Set<string>();
  const outbox = createOutbox({ ...world, store, wakeAt, onChanged, onRest });
  const command = createCommander({ ...world, store, capture: captured, tick, onSeen });

  async function wakeAt(time: number | null): Promise<void> {
    await world.setAlarm(time);
    if (time !== null && time - now() < SHORT) setTimeout(tick, Math.max(0, time - now()));
  }

  function tick(): Promise<void> {
    return outbox.tick();
  }

  async function rows(): Promise<Row[]> {
    return (await readOverview(world, Number.POSITIVE_INFINITY)).rows;
  }

  async function showBadge(): Promise<void> {
    await quietly(async () => world.showBadge(badgeOf(await rows(), await store.unseen(), now(), t)));
  }

  async function onChanged(batchIds: string[]): Promise<void> {
    for (const id of batchIds) touched.add(id);
    await showBadge();
  }

  async function onRest(): Promise<void> {
    await showBadge();
    await quietly(async () => {
      const all = await rows();
      await tellNeed(all);
      for (const batchId of touched) {
        touched.delete(batchId);
        const notice = noticeOf(
          all.filter(({ analysis }) => analysis.batchId === batchId),
          world,
        );
        if (notice) await quietly(() => world.notify(notice));
      }
    });
  }

  /** Says once that the queue needs the user, where that is new and no batch says it anyway. */
  async function tellNeed(all: readonly Row[]): Promise<void> {
    const row = needy(all);
    const need = row?.wait?.wait.for ?? null;
    if (need === (await store.told())) return;
    await store.tell(need);
    const notice = row && !touched.has(row.analysis.batchId) && attentionNotice(row, world);
    if (notice) await world.notify(notice);
  }

  async function onSeen(): Promise<void> {
    await store.see();
    await showBadge();
  }

  async function captured(...args: Parameters<typeof capture>): ReturnType<typeof capture> {
    const outcome = await capture(...args);
    if ('batch' in outcome) await acknowledge(outcome.batch);
    return outcome;
  }

  async function acknowledge(batch: Analysis[]): Promise<void> {
    for (const { batchId } of batch) touched.add(batchId);
    // First of all: what is in storage goes out, whatever fails to be shown.
    void tick();
    await showBadge();
    await quietly(() => menus.retitle(batch.map(({ platform }) => platform)));
  }

  return {
    tick,
    command,

    async menuClicked(click: MenuClick): Promise<void> {
      const chosen = menuChoice(click);
      if (!chosen) return;
      const { origin, text, choice } = chosen;
      const { account, platforms: mine } = await store.settings();
      const platforms =
        choice === 'mine' ? mine : choice === 'again' ? await store.lastPlatforms() : [choice];
      const outcome = await captured({ origin, text, platforms });
      if ('problem' in outcome) await quietly(() => world.notify(refusalNotice(outcome.problem, t)));
      else if (!account) await world.openOptions();
    },

    async installed(isNew: boolean): Promise<void> {
      await menus.make(await store.lastPlatforms());
      const { account } = await store.settings();
      if (isNew && !account) await world.openOptions();
      await tick();
    },

    async started(): Promise<void> {
      await menus.make(await store.lastPlatforms());
      await tick();
    },

    async cameOnline(): Promise<void> {
      await store.change(async () => {
        const { account } = await store.settings();
        return account
          ? { gate: { account, gate: reconnected(await store.gate(account)) }, result: undefined }
          : { result: undefined };
      });
      await tick();
    },

    /** The user clicked a notice: to the options where only they help, else to the list. */
    async noticeClicked(): Promise<void> {
      const { isSignedIn, blocked } = await readOverview(world, 0);
      await (isSignedIn && blocked !== 'unauthorized' ? world.openPopup() : world.openOptions());
    },
  };
}

/** The system may refuse to show something; the queue does not stop for that, and the row in the popup says the same. */
async function quietly(show: () => Promise<void>): Promise<void> {
  await Promise.resolve()
    .then(show)
    .catch(() => undefined);
}
