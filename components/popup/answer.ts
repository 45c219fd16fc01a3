import { isShortWait, problemSentence, waitPhrase } from '@/components/words.ts';
import type { Reply } from '@/utils/background/commands.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t, tn } from '@/utils/browser/i18n.ts';

/** A capture that was just acknowledged: how many analyses it queued. */
export interface Captured {
  count: number;
  since: number;
}

/** What to say of a reply to what was asked at `since`: `done`, or what follows the analyses that it queued. */
export function answerOf(reply: Reply | null, done: string, since: number): string | Captured {
  if (!reply) return t('answer_none');
  if (!reply.ok) return 'problem' in reply ? problemSentence(reply.problem) : t('answer_none');
  if (reply.queued === undefined) return done;
  return reply.queued > 0 ? { count: reply.queued, since } : t('answer_under_way');
}

/** How far a capture has come, in a sentence that follows its analyses. */
export function capturedSentence({ count, since }: Captured, rows: readonly Row[], now: number): string {
  const newest = rows[0]?.analysis;
  const batch = rows.filter(
    ({ analysis }) => analysis.batchId === newest?.batchId && analysis.capturedAt >= since,
  );
  const started = batch.filter(({ analysis }) => analysis.state === 'running').length;
  if (started > 0) return tn('answer_started', count, started);
  // The newest stands first; the first of the batch goes out first.
  const first = batch.at(-1);
  if (first?.analysis.state === 'failed') return t('answer_failed');
  if (first?.analysis.state === 'unconfirmed') return t('answer_unconfirmed');
  if (first && isShortWait(first)) return t('answer_goes_out', waitPhrase(first, now));
  if (first?.wait) return t('answer_waits');
  return tn('answer_queued', count);
}
