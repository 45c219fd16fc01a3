import { sightedKinds } from '@/components/sighted-words.ts';
import { isShortWait, problemSentence, waitPhrase } from '@/components/words.ts';
import type { Reply } from '@/utils/background/commands.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t, tn } from '@/utils/browser/i18n.ts';

/** A capture that was just acknowledged: how many analyses it queued and how many are held, and how many hosts were refused. */
export interface Captured {
  count: number;
  held: number;
  refused: number;
  since: number;
}

/** What to say of a reply to what was asked at `since`: `done`, or what follows the analyses that it queued. */
export function answerOf(reply: Reply | null, done: string, since: number): string | Captured {
  if (!reply) return t('answer_none');
  if (!reply.ok) return 'problem' in reply ? problemSentence(reply.problem) : t('answer_none');
  const { queued, held = 0, refused = 0 } = reply;
  if (queued === undefined) return done;
  return queued + held + refused > 0 ? { count: queued, held, refused, since } : t('answer_under_way');
}

/** How far a capture has come, in sentences that follow its analyses. */
export function capturedSentence(captured: Captured, rows: readonly Row[], now: number): string {
  const { count, held, refused, since } = captured;
  const newest = rows[0]?.analysis;
  const batch = rows.filter(
    ({ analysis }) => analysis.batchId === newest?.batchId && analysis.capturedAt >= since,
  );
  return [
    held > 0 && heldSentence(batch),
    count > 0 && queuedSentence(count, batch, now),
    count > 0 && warning(batch),
    refused > 0 && tn('answer_refused', refused),
  ]
    .filter((sentence) => sentence !== false && sentence !== '')
    .reduce<string>((all, sentence) => (all ? t('sentences', all, String(sentence)) : String(sentence)), '');
}

/** What was held before already stands elsewhere in the list, with its reason. */
function heldSentence(batch: readonly Row[]): string {
  const seen = batch.flatMap(({ analysis }) => (analysis.state === 'held' ? (analysis.sightings ?? []) : []));
  return seen.length > 0 ? t('answer_held', sightedKinds(seen)) : t('answer_held_plain');
}

/** What the guard saw in what is sent all the same. */
function warning(batch: readonly Row[]): string {
  const seen = batch.flatMap(({ analysis }) => (analysis.state === 'held' ? [] : (analysis.sightings ?? [])));
  return seen.length > 0 ? t('notify_warned', sightedKinds(seen)) : '';
}

function queuedSentence(count: number, batch: readonly Row[], now: number): string {
  const started = batch.filter(({ analysis }) => analysis.state === 'running').length;
  if (started > 0) return tn('answer_started', count, started);
  // The newest stands first; the first of the batch goes out first.
  const first = batch.findLast(({ analysis }) => analysis.state !== 'held');
  if (first?.analysis.state === 'failed') return t('answer_failed');
  if (first?.analysis.state === 'unconfirmed') return t('answer_unconfirmed');
  if (first && isShortWait(first)) return t('answer_goes_out', waitPhrase(first, now));
  if (first?.wait) return t('answer_waits');
  return tn('answer_queued', count);
}
