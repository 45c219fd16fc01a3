import { listed, problemSentence } from '@/components/words.ts';
import type { Reply } from '@/utils/background/commands.ts';
import { t } from '@/utils/browser/i18n.ts';

/** What came of a capture of so many analyses, in words. Null: no answer came. */
export function sentWords(reply: Reply | null, asked: { urls: number; platforms: number }): string {
  if (!reply) return t('answer_none');
  if (!reply.ok) return 'problem' in reply ? problemSentence(reply.problem) : t('answer_none');
  const { queued = 0, held = 0, refused = 0 } = reply;
  // The background tells of hosts that it refused; the page offers none of them, unless the setting changed meanwhile.
  const underWay = refused > 0 ? 0 : asked.urls * asked.platforms - queued - held;
  const parts = [
    t('sent_queued', queued),
    held > 0 && t('sent_held', held),
    underWay > 0 && t('sent_under_way', underWay),
    refused > 0 && t('sent_refused', refused),
  ].filter((part) => part !== false);
  return t('sentence', listed(parts));
}
