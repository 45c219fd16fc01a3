import { type Analysis, isOutgoing } from '@/utils/analyses/analysis.ts';
import { reconnected } from '@/utils/analyses/gate.ts';
import { DRAFT_PREFIX } from '@/utils/analyses/keys.ts';
import { SECOND } from '@/utils/analyses/time.ts';
import { defang } from '@/utils/capture/defang.ts';
import type { Credentials } from '@/utils/spectra/account.ts';
import type { Client } from '@/utils/spectra/client.ts';
import {
  type Badge,
  heldBatch,
  heldNotice,
  type Notice,
  offerNotice,
  offerOf,
  refusalNotice,
} from './announcements.ts';
import type { Places } from './area.ts';
import { type Capture, type Captured, createCapture, type TargetsCapture } from './capture.ts';
import { createClockWatch } from './clock.ts';
import { createCommander } from './commander.ts';
import type { Problem } from './commands.ts';
import { createInquiries } from './inquiries.ts';
import { createLookUps } from './look-ups.ts';
import { createMenus, type MenuApi, type MenuClick, menuChoice } from './menus.ts';
import { createOutbox } from './outbox.ts';
import { readOverview } from './overview.ts';
import { isList } from './parting.ts';
import { createPointer, plainUrl } from './pointer.ts';
import { createPruner } from './pruner.ts';
import { quietly } from './quietly.ts';
import { createSplitArea } from './split-area.ts';
import { createStore } from './store.ts';
import { createTeller } from './teller.ts';
import type { Translate } from './texts.ts';
import { verdictBatch } from './verdict-notice.ts';

/** All that the background needs of the world; `local` is what stands on the disk. */
export interface World extends Places {
  clientFor: (credentials: Credentials) => Client;
  hasPermission: (address: string) => Promise<boolean>;
  isOnline: () => boolean;
  now: () => number;
  /** Milliseconds by a clock that nobody sets. */
  elapsed: () => number;
  /** Calls back after so many milliseconds, if this background still lives then. */
  after: (ms: number, callback: () => void) => void;
  random: () => number;
  setAlarm: (time: number | null) => Promise<void>;
  menus: MenuApi;
  notify: (notice: Notice) => Promise<void>;
  showBadge: (badge: Badge) => Promise<void>;
  openOptions: () => Promise<void>;
  /** Opens the reports of a batch. */
  openReport: (batchId: string) => Promise<void>;
  /** Opens the page with the tick list on a draft. */
  openDraft: (id: string) => Promise<void>;
  /** Opens what is held, to decide on it. */
  openHeld: () => Promise<void>;
  openPopup: () => Promise<void>;
  /** Ends this background and starts the extension anew, with an update that waits. */
  reload: () => void;
  t: Translate;
  timeOfDay: (time: number) => string;
}

/** A worker without an event ends after 30 s, and an alarm comes no sooner: for less than this a timer is the better clock. */
const SHORT = 20 * SECOND;
const SOON = 30 * SECOND;

/** The use cases, joined: what each event of the browser sets off. */
export function createBackground(outside: World) {
  const world = { ...outside, local: createSplitArea(outside.local, outside.session) };
  const { now, t } = world;
  const store = createStore({ ...world, arm: () => world.setAlarm(now() + SOON) });
  const menus = createMenus(world.menus, t);
  const captures = createCapture({ store, now });
  const pointer = createPointer({ ...world, capture, captureTargets });
  const teller = createTeller({ ...world, store });
  const clock = createClockWatch(world);
  const lookUps = createLookUps({ ...world, store, clock });
  const prune = createPruner({
    ...world,
    remove: async (ids) => {
      if ((await store.remove(ids)) === 0) return;
      await teller.showBadge();
      // A removal arms the alarm; whether it is still needed the next look tells.
      void tick();
    },
  });
  const outbox = createOutbox({
    ...world,
    store,
    clock,
    lookUps,
    wakeAt,
    onChanged: teller.changed,
    onRest: async () => {
      await teller.rested();
      await quietly(() => prune());
    },
  });
  const command = createCommander({
    ...world,
    store,
    capture,
    captureTargets,
    consent,
    sendAnyway,
    dismissOffer: captures.dismissOffer,
    inquiries: createInquiries({
      ...world,
      store,
      lookUps,
      adopt: captures.adopt,
      tick,
      onEnded: teller.changed,
    }),
    tick,
    prune,
    onRemoved,
    onSeen: teller.seen,
  });

  async function wakeAt(time: number | null): Promise<void> {
    await world.setAlarm(time);
    if (time !== null && time - now() < SHORT) world.after(Math.max(0, time - now()), tick);
  }

  /** Never rejects: what fails here is the storage, which the user is told of and which is tried again. */
  async function tick(): Promise<void> {
    try {
      await outbox.tick();
      await teller.untroubled();
    } catch {
      await teller.troubled();
    }
  }

  async function capture(what: Capture): Promise<Captured | { problem: Problem }> {
    return acknowledged(await captures.capture(what));
  }

  async function captureTargets(what: TargetsCapture): Promise<Captured | { problem: Problem }> {
    return acknowledged(await captures.captureTargets(what));
  }

  async function acknowledged<T extends Captured | { problem: Problem }>(outcome: T): Promise<T> {
    if (!('batch' in outcome)) return outcome;
    await acknowledge(outcome.batch);
    await tellHeld([...outcome.batch, ...outcome.stillHeld]);
    return outcome;
  }

  async function tellHeld(batch: readonly Analysis[]): Promise<void> {
    const notice = heldNotice(
      batch.filter(({ state }) => state === 'held'),
      t,
    );
    if (notice) await quietly(() => world.notify(notice));
  }

  async function consent(...args: Parameters<typeof captures.consent>): Promise<Analysis[]> {
    const decided = await captures.consent(...args);
    await acknowledge(decided);
    return decided;
  }

  async function sendAnyway(batchId: string): Promise<Analysis[]> {
    const batch = await captures.sendAnyway(batchId);
    await acknowledge(batch);
    await tellHeld(batch);
    return batch;
  }

  async function acknowledge(batch: readonly Analysis[]): Promise<void> {
    if (batch.length === 0) return;
    teller.touch(batch);
    // First of all: what is in storage goes out, whatever fails to be shown.
    void tick();
    await teller.showBadge();
    await quietly(() => menus.retitle([...new Set(batch.map(({ platform }) => platform))]));
  }

  async function onRemoved({ isAll }: { isAll: boolean }): Promise<void> {
    await teller.showBadge();
    if (isAll) await quietly(() => menus.retitle([]));
  }

  async function captureFromMenu(click: MenuClick): Promise<Captured | { problem: Problem } | null> {
    const chosen = menuChoice(click);
    if (!chosen) return null;
    const { origin, text, choice } = chosen;
    const { platforms: mine } = await store.settings();
    const platforms = choice === 'mine' ? mine : choice === 'again' ? await store.lastPlatforms() : [choice];
    const pointed = { origin, text, platforms, isPrivate: click.isPrivate };
    return origin === 'selection' ? pointer.text(pointed) : pointer.url(pointed);
  }

  /** Where the user can't see it otherwise: what a capture came to that is more than a start. */
  async function report(capturing: Promise<Captured | { problem: Problem } | null>): Promise<void> {
    const outcome = await capturing.catch(() => {
      void tick();
      return { problem: { message: 'storage_failed' } };
    });
    if (!outcome) return;
    if ('problem' in outcome) return quietly(() => world.notify(refusalNotice(outcome.problem, t)));
    const { batch, offer } = outcome;
    if (offer) await quietly(() => world.notify(offerNotice(offer, batch.length > 0, t)));
    if (batch.some(({ account }) => account === null)) await world.openOptions();
  }

  /** From the omnibox or by a key: on the user's platforms. */
  async function pointOnMine(
    how: 'text' | 'url',
    origin: 'omnibox' | 'shortcut',
    text: string,
    isPrivate?: true,
  ): Promise<void> {
    await report(
      store.settings().then(({ platforms }) => pointer[how]({ origin, text, platforms, isPrivate })),
    );
  }

  return {
    tick,
    command,

    menuClicked: (click: MenuClick): Promise<void> => report(captureFromMenu(click)),

    /** Text was entered in the address bar behind our keyword. */
    omniboxEntered: (text: string, isPrivate?: true): Promise<void> =>
      pointOnMine('text', 'omnibox', text, isPrivate),

    /** What Enter would do with the text behind our keyword. */
    async omniboxHint(text: string): Promise<string> {
      if (text.trim() === '') return t('omnibox_hint');
      const href = plainUrl(text);
      if (href === undefined) return t('omnibox_look');
      const { platforms } = await store.settings();
      return t('omnibox_goes', defang(href), platforms.map((id) => t(`platform_${id}_name`)).join(', '));
    },

    /** The key for "this page on my platforms" was pressed; an empty address where the browser gave none. */
    pageKeyPressed: (url: string, isPrivate?: true): Promise<void> =>
      pointOnMine('url', 'shortcut', url, isPrivate),

    /** The background runs: what is due is derived anew, and what an earlier one left half done is mended. */
    async woke(): Promise<void> {
      await Promise.all([tick(), quietly(() => menus.mend(store.lastPlatforms))]);
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
      await quietly(() =>
        store.change(async () => {
          const { account } = await store.settings();
          return account
            ? { gate: { account, gate: reconnected(await store.gate(account)) }, result: undefined }
            : { result: undefined };
        }),
      );
      await tick();
    },

    /** The user clicked a notice: to the report where it tells a verdict, to the options where only they help, else to the list. */
    async noticeClicked(id: string): Promise<void> {
      const batchId = verdictBatch(id);
      if (batchId) return world.openReport(batchId);
      if (heldBatch(id)) return world.openHeld();
      // Where nothing can be read the options say what to do about that.
      const overview = await readOverview(world, {}).catch(() => null);
      const isForPopup = overview?.isSignedIn && overview.blocked !== 'unauthorized';
      await (isForPopup ? world.openPopup() : world.openOptions());
    },

    /** The user pressed the one button that a notice can have. */
    async noticeButtonClicked(id: string): Promise<void> {
      const batchId = offerOf(id);
      if (!batchId) return;
      await sendAnyway(batchId).catch(() =>
        quietly(() => world.notify(refusalNotice({ message: 'storage_failed' }, t))),
      );
    },

    /**
     * An update empties session storage, the password and what is private with it, and takes Chromium's alarms. It waits for
     * the browser's next start where anything could suffer by it.
     */
    async updateAvailable(): Promise<void> {
      const [open, sessionKeys] = await Promise.all([store.unfinished(), world.session.keys()]);
      // A draft goes with it, and can be pasted again; a list of what is private says nothing without its analyses.
      const isEmpty = sessionKeys.every((key) => key.startsWith(DRAFT_PREFIX) || isList(key));
      if (!open.some(isOutgoing) && isEmpty) world.reload();
    },
  };
}
