import { monotonicFactory } from 'ulid';
import { type Analysis, isOpen, type Origin, VERSION } from '@/utils/analyses/analysis.ts';
import { OFFERS, type Offer } from '@/utils/analyses/offer.ts';
import {
  parseTarget,
  parseTyped,
  splitTyped,
  type Target,
  type TargetProblem,
} from '@/utils/capture/target.ts';
import { type Account, isSameAccount } from '@/utils/spectra/account.ts';
import type { HistoryEntry } from '@/utils/spectra/history.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';
import type { Problem } from './commands.ts';
import type { Store } from './store.ts';

export interface CaptureOptions {
  store: Store;
  now: () => number;
}

export interface Capture {
  /** The URL as it was met, from the popup also several; nothing else is ever taken in its place. */
  text: string;
  origin: Origin;
  platforms: readonly Platform[];
}

/** What was queued, and what was not since the same is under way: both may be there. */
export interface Captured {
  batch: Analysis[];
  offer: Offer | null;
}

type Item = Offer['items'][number];

/** Turns captures into queued analyses, one for each URL and platform. Once a call resolves, they are in storage. */
export function createCapture({ store, now }: CaptureOptions) {
  const ulid = monotonicFactory();

  function queued(
    items: readonly Item[],
    account: Account | null,
    batchId: string,
    origin: Origin,
    under?: string,
  ): Analysis[] {
    const time = now();
    return items.map(({ href, platform }) => ({
      version: VERSION,
      id: ulid(time),
      batchId,
      origin,
      href,
      platform,
      account,
      form: 'url_base64',
      state: 'queued',
      capturedAt: time,
      queuedAt: time,
      attempts: 0,
      looks: 0,
      ...(under !== undefined && { case: under }),
    }));
  }

  return {
    async capture({ text, origin, platforms }: Capture): Promise<Captured | { problem: Problem }> {
      const targets = parse(text, origin);
      if ('problem' in targets) return targets;
      if (platforms.length === 0) return { problem: { message: 'target_no_platform' } };
      const wanted = targets.flatMap(({ href }) => platforms.map((platform) => ({ href, platform })));
      return store.change(async () => {
        const [{ account }, open, under] = await Promise.all([
          store.settings(),
          store.unfinished(),
          store.currentCase(),
        ]);
        const time = now();
        const batchId = ulid(time);
        const underWay = open.filter((one) => isOpen(one) && isOf(one, account));
        const isNew = (item: Item) => !underWay.some((one) => isSame(one, item));
        const analyses = queued(wanted.filter(isNew), account, batchId, origin, under);
        const items = wanted.filter((item) => !isNew(item));
        const offer = items.length > 0 ? { batchId, origin, items, offeredAt: time } : null;
        return {
          ...(analyses.length > 0 && { analyses, lastPlatforms: [...platforms] }),
          ...(offer && { offers: [offer, ...(await store.offers())].slice(0, OFFERS) }),
          result: { batch: analyses, offer },
        };
      });
    },

    /** Queues what was offered as this batch. A second call finds no such offer any more, and queues nothing. */
    async sendAnyway(batchId: string): Promise<Analysis[]> {
      return store.change(async () => {
        const [{ account }, offers, under] = await Promise.all([
          store.settings(),
          store.offers(),
          store.currentCase(),
        ]);
        const offer = offers.find((one) => one.batchId === batchId);
        if (!offer) return { result: [] };
        const analyses = queued(offer.items, account, offer.batchId, offer.origin, under);
        return { analyses, offers: offers.filter((one) => one !== offer), result: analyses };
      });
    },

    /**
     * Takes an analysis that the service knows of into the list, as one of the account that is set. One that has a record
     * already is given back as it is.
     */
    async adopt(href: string, { analysisId, sha1, platform, at }: HistoryEntry): Promise<Analysis[]> {
      return store.change(async () => {
        const [{ account }, owner, under] = await Promise.all([
          store.settings(),
          store.claimant(analysisId),
          store.currentCase(),
        ]);
        const known = owner ? await store.analyses([owner]) : [];
        if (known.length > 0 || !account) return { result: known };
        const time = now();
        const [queuedOne] = queued([{ href, platform }], account, ulid(time), 'popup', under);
        if (!queuedOne) return { result: [] };
        const started = { analysisId, sha1, url: '' };
        const analysis: Analysis = {
          ...queuedOne,
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
function parse(text: string, origin: Origin): Target[] | { problem: Problem } {
  const parsed = origin === 'popup' ? splitTyped(text).map(parseTyped) : [parseTarget(text)];
  const bad = parsed.find((target): target is TargetProblem => 'problem' in target);
  if (bad) {
    const substitutions = 'scheme' in bad ? [bad.scheme] : [];
    return { problem: { message: `target_${bad.problem}`, substitutions } };
  }
  const hrefs = parsed.flatMap((target) => ('href' in target ? target.href : []));
  return [...new Set(hrefs)].map((href) => ({ href }));
}

function isSame(analysis: Analysis, { href, platform }: Item): boolean {
  return analysis.href === href && analysis.platform === platform;
}

function isOf(analysis: Analysis, account: Account | null): boolean {
  // What was captured before there was an account belongs to the first one that is set.
  return !analysis.account || (account !== null && isSameAccount(analysis.account, account));
}
