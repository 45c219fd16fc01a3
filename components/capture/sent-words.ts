import { listed, problemSentence } from '@/components/words.ts';
import type { Reply } from '@/utils/background/commands.ts';
import { t } from '@/utils/browser/i18n.ts';

type Done = Extract<Reply, { ok: true }>;

/** What came of what was sent until now. */
export interface Sent {
  /** How many analyses were asked for. */
  asked: number;
  queued: number;
  held: number;
  /** Hosts that are refused: the page offers none of them, unless the setting changed meanwhile. */
  refused: number;
}

export const NOTHING_SENT: Sent = { asked: 0, queued: 0, held: 0, refused: 0 };

export function sentWith(before: Sent, asked: number, { queued = 0, held = 0, refused = 0 }: Done): Sent {
  return {
    asked: before.asked + asked,
    queued: before.queued + queued,
    held: before.held + held,
    refused: before.refused + refused,
  };
}

/** "68 queued, 4 held until you decide." */
export function sentWords({ asked, queued, held, refused }: Sent): string {
  // How many analyses the refused hosts stood for is not told.
  const underWay = refused > 0 ? 0 : asked - queued - held;
  const parts = [
    t('sent_queued', queued),
    held > 0 && t('sent_held', held),
    underWay > 0 && t('sent_under_way', underWay),
    refused > 0 && t('sent_refused', refused),
  ].filter((part) => part !== false);
  return t('sentence', listed(parts));
}

/** Why the rest was not taken; null where no answer came. What was sent before stands. */
export function brokenOffWords(sent: Sent, reply: Exclude<Reply, Done> | null): string {
  const why = reply && 'problem' in reply ? problemSentence(reply.problem) : t('answer_none');
  return sent.asked > 0 ? t('sentences', sentWords(sent), why) : why;
}
