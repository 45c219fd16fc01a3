import { problemSentence } from '@/components/words.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import { t, tn } from '@/utils/browser/i18n.ts';

/** What becomes of what is held. */
export type Decision = 'without' | 'asItIs' | 'discard';

export function decisionCommand(ids: string[], decision: Decision): Command {
  return decision === 'discard' ? { name: 'discard', ids } : { name: 'consent', ids, to: decision };
}

/** What came of a decision, in a sentence or two. */
export function decidedWords(reply: Reply | null, decision: Decision): string {
  if (!reply) return t('answer_none');
  if (!reply.ok) return 'problem' in reply ? problemSentence(reply.problem) : t('answer_none');
  const { count = 0, left = 0 } = reply;
  if (decision === 'discard') return tn('held_discarded', count);
  const sent = count > 0 ? tn(decision === 'without' ? 'held_sent_without' : 'held_sent', count) : '';
  const rest = left > 0 ? tn('held_left', left) : '';
  return sent && rest ? t('sentences', sent, rest) : sent || rest;
}
