import * as z from 'zod/mini';
import { type Analysis, isOpen } from './analysis.ts';
import { RANKS, type Rank, rankOf, worse, worstOf } from './verdict.ts';

/** What the user has yet to be told or to see. */
export const newsSchema = z.object({
  /** The batches of which a notification is due: a first malicious one, or their end; each with how many were at their end then. */
  untold: z.array(z.object({ batchId: z.string(), ended: z.number() })),
  /** The batches that are not at their end, and that already turned out malicious. */
  alarmed: z.array(z.string()),
  /** The batches that came to a verdict since the user last looked, each with its worst; what an older version wrote here is not kept. */
  unseen: z.catch(z.array(z.object({ batchId: z.string(), rank: z.enum(RANKS) })), []),
});
export type News = z.infer<typeof newsSchema>;

export const NO_NEWS: News = { untold: [], alarmed: [], unseen: [] };

/** How many batches are told of at most; after a long sleep the newest matter. */
const MOST = 50;

/**
 * The news after a change to a batch.
 * @param before the batch's analyses as they were, `after` as they are now
 */
export function newsAfter(news: News, before: readonly Analysis[], after: readonly Analysis[]): News {
  const [first] = after;
  const worst = worstOf(after);
  if (!first || !worst) return news;
  const { batchId } = first;
  const isOver = !after.some(isWaitedFor);
  // One that failed to be sent is told of by itself; a verdict needs a report that was waited for.
  const isEnd = isOver && before.some(isWaitedFor) && after.some(hasBeenWaitedFor);
  const isNew = (one: Analysis) =>
    isMalicious(one) && !before.some((old) => old.id === one.id && isMalicious(old));
  const isAlarm = !isOver && after.some(isNew) && !news.alarmed.includes(batchId);
  const alarmed = news.alarmed.filter((id) => id !== batchId || !isOver);
  if (!isEnd && !isAlarm) return isOver ? { ...news, alarmed } : news;
  return {
    untold: [
      ...news.untold.filter((one) => one.batchId !== batchId),
      { batchId, ended: after.filter((one) => !isWaitedFor(one)).length },
    ].slice(-MOST),
    alarmed: isAlarm ? [...alarmed, batchId].slice(-MOST) : alarmed,
    unseen: [...news.unseen.filter((one) => one.batchId !== batchId), { batchId, rank: worst.rank }].slice(
      -MOST,
    ),
  };
}

/** Whether it is still to come to something by itself: what only the user can send is not. */
export function isWaitedFor(analysis: Analysis): boolean {
  if (analysis.state === 'held') return false;
  return isOpen(analysis) && !(analysis.state === 'unconfirmed' && analysis.lookAt === undefined);
}

function isMalicious(analysis: Analysis): boolean {
  return rankOf(analysis) === 'malicious';
}

function hasBeenWaitedFor({ state }: Analysis): boolean {
  return state === 'finished' || state === 'noReport';
}

/** The user was told of this batch; if it came further meanwhile, that is still to be told. */
export function toldOf({ untold, ...news }: News, told: News['untold'][number]): News {
  const isTold = (one: News['untold'][number]) => one.batchId === told.batchId && one.ended === told.ended;
  return { ...news, untold: untold.filter((one) => !isTold(one)) };
}

/** The user looked: no verdict is unseen any more. */
export function seenAll(news: News): News {
  return { ...news, unseen: [] };
}

/** The worst verdict since the user last looked. */
export function worstUnseen({ unseen }: News): Rank | undefined {
  const [first, ...more] = unseen.map(({ rank }) => rank);
  return first && more.reduce(worse, first);
}

/** The unseen verdicts after analyses went: the worst of what is left of each batch; none where nothing is. */
export function unseenAmong(news: News, left: readonly Analysis[]): News {
  return {
    ...news,
    unseen: news.unseen.flatMap(({ batchId }) => {
      const worst = worstOf(left.filter((one) => one.batchId === batchId));
      return worst ? [{ batchId, rank: worst.rank }] : [];
    }),
  };
}
