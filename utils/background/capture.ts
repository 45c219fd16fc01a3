import { monotonicFactory } from 'ulid';
import { type Analysis, isOpen, type Origin, type Sighting, VERSION } from '@/utils/analyses/analysis.ts';
import { isPrivateId, privateId } from '@/utils/analyses/keys.ts';
import { OFFERS, type Offer } from '@/utils/analyses/offer.ts';
import type { Settings } from '@/utils/analyses/settings.ts';
import { consent, discard } from '@/utils/analyses/transitions.ts';
import { defangHost } from '@/utils/capture/defang.ts';
import { parseTarget } from '@/utils/capture/target.ts';
import { readTyped } from '@/utils/capture/typed.ts';
import { isRefused, withoutSighted } from '@/utils/capture/watch.ts';
import { type Account, accountKey, isSameAccount } from '@/utils/spectra/account.ts';
import type { HistoryEntry } from '@/utils/spectra/history.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';
import { sightingsOf } from './again.ts';
import type { Problem } from './commands.ts';
import type { Store } from './store.ts';

export interface CaptureOptions {
  store: Store;
  now: () => number;
}

interface Pointing {
  origin: Origin;
  platforms: readonly Platform[];
  /** From a private window. */
  isPrivate?: true | undefined;
}

export interface Capture extends Pointing {
  /** The URL as it was met, from the popup also several; nothing else is ever taken in its place. */
  text: string;
}

export interface TargetsCapture extends Pointing {
  hrefs: readonly string[];
}

export interface Captured {
  /** What was written: queued, or held until the user decides. */
  batch: Analysis[];
  /** What was not queued since the same is under way. */
  offer: Offer | null;
  /** What was not taken since the same is held already. */
  stillHeld: Analysis[];
  /** The hosts that were refused. */
  refused: string[];
}

type Outcome = Captured | { problem: Problem };
type Item = Offer['items'][number];

/** Whose, in which batch, from where, and under which case. */
interface Frame {
  settings: Settings;
  batchId: string;
  origin: Origin;
  isPrivate?: true | undefined;
  case?: string | undefined;
}

/** Turns captures into analyses, one for each URL and platform: queued, or held where the guard saw something. Once a call resolves, they are in storage. */
export function createCapture({ store, now }: CaptureOptions) {
  const ulid = monotonicFactory();

  function newId(time: number, isPrivate?: true): string {
    return isPrivate ? privateId(ulid(time)) : ulid(time);
  }

  function written(items: readonly Item[], frame: Frame): Analysis[] {
    const time = now();
    const { settings, batchId, origin, isPrivate, case: under } = frame;
    const seenIn = sightingsIn(settings);
    return items.map(({ href, platform }) => {
      const sightings = seenIn(href);
      const isHeld = sightings.length > 0 && settings.guard === 'ask';
      return {
        version: VERSION,
        id: newId(time, isPrivate),
        batchId,
        origin,
        ...(isPrivate && { isPrivate }),
        ...(sightings.length > 0 && { sightings }),
        href,
        platform,
        account: settings.account,
        form: 'url_base64',
        state: isHeld ? 'held' : 'queued',
        capturedAt: time,
        queuedAt: time,
        attempts: 0,
        looks: 0,
        ...(under !== undefined && { case: under }),
      };
    });
  }

  async function captureTargets({ hrefs, origin, platforms, isPrivate }: TargetsCapture): Promise<Outcome> {
    if (platforms.length === 0) return { problem: { message: 'target_no_platform' } };
    return store.change<Outcome>(async () => {
      const [settings, open, under] = await Promise.all([
        store.settingsNow(),
        store.unfinished(),
        store.currentCase(),
      ]);
      const time = now();
      const isOut = new Set(hrefs.filter((href) => isRefused(href, settings)));
      const refused = [...new Set([...isOut].map((href) => defangHost(new URL(href).hostname)))];
      const taken = [...new Set(hrefs)].filter((href) => !isOut.has(href));
      if (taken.length === 0) {
        // A notification may be kept by the system: it names no host of a private window.
        const problem = isPrivate
          ? { message: 'target_private_unnamed' }
          : { message: 'target_private', substitutions: refused.slice(0, 1) };
        return { result: { problem } };
      }
      const batchId = newId(time, isPrivate);
      const wanted = taken.flatMap((href) => platforms.map((platform) => ({ href, platform })));
      const sameAs = underWay(open, settings.account);
      const analyses = written(
        wanted.filter((item) => !sameAs(item)),
        { settings, batchId, origin, isPrivate, case: under },
      );
      const same = wanted.flatMap((item) => sameAs(item) ?? []);
      const items = same
        .filter(({ state }) => state !== 'held')
        .map(({ href, platform }) => ({ href, platform }));
      const offer = items.length > 0 ? { batchId, origin, items, offeredAt: time } : null;
      return {
        ...(analyses.length > 0 && { analyses, ...(!isPrivate && { lastPlatforms: [...platforms] }) }),
        ...(offer && { offers: [offer, ...(await store.offers())].slice(0, OFFERS) }),
        result: { batch: analyses, offer, stillHeld: same.filter(({ state }) => state === 'held'), refused },
      };
    });
  }

  return {
    captureTargets,

    async capture({ text, ...pointing }: Capture): Promise<Outcome> {
      const targets = parse(text, pointing.origin);
      if ('problem' in targets) return targets;
      return captureTargets({ ...targets, ...pointing });
    },

    /** Queues what was offered as this batch. A second call finds no such offer any more, and queues nothing. */
    async sendAnyway(batchId: string): Promise<Analysis[]> {
      return store.change(async () => {
        const [settings, offers, open, under] = await Promise.all([
          store.settingsNow(),
          store.offers(),
          store.unfinished(),
          store.currentCase(),
        ]);
        const offer = offers.find((one) => one.batchId === batchId);
        const items = offer?.items.filter(({ href }) => !isRefused(href, settings)) ?? [];
        if (!offer || items.length === 0) return { result: [] };
        const isPrivate = isPrivateId(batchId) || undefined;
        const sameAs = underWay(open, settings.account);
        // The user has consented to the same already, and now said again that it is to be sent.
        const analyses = written(items, {
          settings,
          batchId,
          origin: offer.origin,
          isPrivate,
          case: under,
        }).map((one) => (sameAs(one)?.isConsented ? consent(one, now()) : one));
        return { analyses, offers: offers.filter((one) => one !== offer), result: analyses };
      });
    },

    /**
     * The user's decision on what is held: send it as it is, or without what the guard saw. What is the same as another that is
     * under way is not sent twice, but discarded. What is held no more stays as it is. Gives back what changed, as it is now.
     */
    async consent(ids: readonly string[], to: 'asItIs' | 'without'): Promise<Analysis[]> {
      return store.change(async () => {
        const [asked, settings, open] = await Promise.all([
          store.analyses(ids),
          store.settingsNow(),
          store.unfinished(),
        ]);
        const { account } = settings;
        const time = now();
        // The same for another account is not the same; what belongs to nobody yet goes to the one that is set.
        const keyOf = (one: Analysis) => ownedKey({ ...one, account: one.account ?? account });
        const sent = new Set(open.filter(({ state }) => state !== 'held').map(keyOf));
        const isTaken = (one: Analysis) => {
          const isThere = sent.has(keyOf(one));
          sent.add(keyOf(one));
          return isThere;
        };
        const held = asked.filter(({ state, href }) => state === 'held' && !isRefused(href, settings));
        const decided = held.flatMap((one) => decidedOn(one, to, time, isTaken) ?? []);
        return { ...(decided.length > 0 && { analyses: decided }), result: decided };
      });
    },

    /**
     * Takes an analysis that the service knows of into the list, as one of the account that is set. One that has a record
     * already is given back as it is.
     */
    async adopt(
      href: string,
      { analysisId, sha1, platform, at }: HistoryEntry,
      isPrivate?: true,
    ): Promise<Analysis[]> {
      return store.change(async () => {
        const [settings, owner, under] = await Promise.all([
          store.settings(),
          store.claimant(analysisId),
          store.currentCase(),
        ]);
        const known = owner ? await store.analyses([owner]) : [];
        if (known.length > 0 || !settings.account) return { result: known };
        const time = now();
        const batchId = newId(time, isPrivate);
        const frame: Frame = { settings, batchId, origin: 'popup', isPrivate, case: under };
        const [record] = written([{ href, platform }], frame);
        if (!record) return { result: [] };
        const started = { analysisId, sha1, url: '' };
        // It was sent by somebody already: there is nothing left to hold.
        const analysis: Analysis = {
          ...record,
          state: 'running',
          startedAt: at,
          started,
          lookAt: time,
          isFound: true,
        };
        return { analyses: [analysis], result: [analysis] };
      });
    },

    dismissOffer: (batchId: string): Promise<void> =>
      store.change(async () => ({
        offers: (await store.offers()).filter((one) => one.batchId !== batchId),
        result: undefined,
      })),
  };
}

/** The targets in a text, each once, or what is wrong with the first that is none. */
function parse(text: string, origin: Origin): { hrefs: string[] } | { problem: Problem } {
  const target = origin === 'popup' ? readTyped(text) : parseTarget(text);
  if ('problem' in target) {
    const substitutions = 'scheme' in target ? [target.scheme] : [];
    return { problem: { message: `target_${target.problem}`, substitutions } };
  }
  return 'hrefs' in target ? target : { hrefs: [target.href] };
}

/** What the guard sees in a URL, each looked at once. */
function sightingsIn(settings: Settings): (href: string) => Sighting[] {
  const seen = new Map<string, Sighting[]>();
  return (href) => {
    const found = seen.get(href) ?? sightingsOf(href, settings);
    seen.set(href, found);
    return found;
  };
}

/** One that was held, as it is now; undefined where nothing could be left out: as it is, it was not to be sent. */
function decidedOn(
  held: Analysis,
  to: 'asItIs' | 'without',
  time: number,
  isTaken: (one: Analysis) => boolean,
): Analysis | undefined {
  const rest = to === 'without' ? withoutSighted(held) : held.href;
  if (rest === undefined) return undefined;
  const next = consent(held, time, rest === held.href ? undefined : rest);
  return isTaken(next) ? discard(held, next.href) : next;
}

function ownedKey({ account, ...item }: Item & Pick<Analysis, 'account'>): string {
  return `${account ? accountKey(account) : ''} ${itemKey(item)}`;
}

function itemKey({ href, platform }: Item): string {
  return `${platform} ${href}`;
}

/** Finds what is the same and under way for the account, if something is. */
function underWay(open: readonly Analysis[], account: Account | null): (item: Item) => Analysis | undefined {
  const ours = open.filter((one) => isOpen(one) && isOf(one, account));
  const byItem = new Map(ours.map((one) => [itemKey(one), one]));
  return (item) => byItem.get(itemKey(item));
}

function isOf(analysis: Analysis, account: Account | null): boolean {
  // What was captured before there was an account belongs to the first one that is set.
  return !analysis.account || (account !== null && isSameAccount(analysis.account, account));
}
