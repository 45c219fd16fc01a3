import type { Analysis } from '@/utils/analyses/analysis.ts';
import { KEYS } from '@/utils/analyses/keys.ts';
import { worstUnseen } from '@/utils/analyses/news.ts';
import {
  attentionNotice,
  type Badge,
  badgeOf,
  type Notice,
  needy,
  noticeOf,
  plainNotice,
  troubleBadge,
  type Voice,
  waitFor,
} from './announcements.ts';
import type { WritableArea } from './area.ts';
import { type Overview, readOverview, type Surroundings } from './overview.ts';
import { quietly } from './quietly.ts';
import type { Store } from './store.ts';
import { verdictNotice } from './verdict-notice.ts';

export interface TellerOptions extends Surroundings, Voice {
  store: Store;
  session: WritableArea;
  notify: (notice: Notice) => Promise<void>;
  showBadge: (badge: Badge) => Promise<void>;
}

/** Tells the user how things stand, by badge and notices. What can't be shown stops nothing: none of this rejects but `seen`. */
export function createTeller(options: TellerOptions) {
  const { store, session, notify, t } = options;
  /** The batches that the user has yet to be told of, with those of their analyses that changed. */
  const touched = new Map<string, Set<string>>();
  let isTroubled = false;

  /** Said once, not with each try: whether it was said outlives this background in session storage. */
  async function troubled(): Promise<void> {
    await quietly(() => options.showBadge(troubleBadge(t)));
    isTroubled = true;
    const isSaid = await session.get([KEYS.troubled]).then(
      (stored) => KEYS.troubled in stored,
      () => false,
    );
    if (isSaid) return;
    await quietly(() => notify(plainNotice('storage', t)));
    await quietly(() => session.set({ [KEYS.troubled]: true }));
    // A run may have gone well meanwhile.
    if (!isTroubled) await quietly(() => session.remove([KEYS.troubled]));
  }

  async function showBadge(): Promise<void> {
    await quietly(async () => {
      await present(await readOverview(options, {}));
    });
  }

  async function present(overview: Overview): Promise<void> {
    const [unseen, news] = await Promise.all([store.unseen(), store.news()]);
    await options.showBadge(badgeOf(overview, unseen, worstUnseen(news), t));
  }

  function touch(analyses: readonly Analysis[]): void {
    for (const { batchId, id } of analyses) {
      touched.set(batchId, (touched.get(batchId) ?? new Set()).add(id));
    }
  }

  async function changed(analyses: readonly Analysis[]): Promise<void> {
    if (analyses.length === 0) return;
    // What came to its end by a report is told as a verdict.
    touch(analyses.filter(({ state }) => state !== 'finished' && state !== 'noReport'));
    await quietly(tellVerdicts);
    await showBadge();
  }

  /** Whose turn it is stands in storage: the background may die between the report and its notice. */
  async function tellVerdicts(): Promise<void> {
    const { untold } = await store.news();
    if (untold.length === 0) return;
    const { notify: wanted } = await store.settings();
    for (const told of untold) {
      const notice = verdictNotice(await store.batch(told.batchId), wanted, t);
      if (notice) await quietly(() => notify(notice));
      await store.tellVerdict(told);
    }
  }

  async function rested(): Promise<void> {
    await quietly(async () => {
      const also = [...touched.values()].flatMap((ids) => [...ids]);
      const overview = await readOverview(options, { also });
      await quietly(() => present(overview));
      let isNeedTold = false;
      for (const [batchId] of touched) {
        touched.delete(batchId);
        const notice = noticeOf(
          overview.rows.filter(({ analysis }) => analysis.batchId === batchId),
          options,
        );
        if (!notice) continue;
        isNeedTold ||= notice.isNeed === true;
        await quietly(() => notify(notice));
      }
      await tellNeed(overview, isNeedTold);
      await tellVerdicts();
    });
  }

  /** Says once that the queue needs the user, where that is new and no batch's notice has just said it. */
  async function tellNeed({ rows, unreadable }: Overview, isTold: boolean): Promise<void> {
    const row = needy(rows);
    const need = (row && waitFor(row)?.for) ?? (unreadable > 0 ? 'unreadable' : null);
    if (need === (await store.told())) return;
    await store.tell(need);
    if (!row) return need ? notify(plainNotice('unreadable', t)) : undefined;
    const notice = !isTold && attentionNotice(row, options);
    if (notice) await notify(notice);
  }

  async function seen(): Promise<void> {
    await store.see();
    await showBadge();
  }

  /** The storage works: what was said of its failure is said no more. */
  async function untroubled(): Promise<void> {
    isTroubled = false;
    await quietly(() => session.remove([KEYS.troubled]));
  }

  return { touch, showBadge, changed, rested, seen, troubled, untroubled };
}
