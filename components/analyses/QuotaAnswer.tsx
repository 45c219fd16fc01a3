import { useEffect, useRef, useState } from 'preact/hooks';
import { clock } from '@/components/times.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import { t } from '@/utils/browser/i18n.ts';
import type { Quota } from '@/utils/spectra/quota.ts';
import { quotaFailure, quotaWords } from './shift-words.ts';

/** What the service said of the quotas. */
type Answer =
  | { is: 'asking' }
  | { is: 'told'; quotas: readonly Quota[]; at: number }
  | { is: 'failed'; reply: Reply | null };

/** Asks at a click, one question at a time. What was said before somebody else signed in is of no use. */
export function useQuota(send: (command: Command) => Promise<Reply>, isSignedIn: boolean, now: number) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const question = useRef(0);

  useEffect(
    () => () => {
      question.current += 1;
      setAnswer(null);
    },
    [isSignedIn],
  );

  async function ask() {
    if (answer?.is === 'asking') return;
    question.current += 1;
    const own = question.current;
    setAnswer({ is: 'asking' });
    const reply = await send({ name: 'quota' }).catch(() => null);
    if (question.current !== own) return;
    setAnswer(reply?.ok ? { is: 'told', quotas: reply.quotas ?? [], at: now } : { is: 'failed', reply });
  }

  return { answer, ask };
}

/** Empty until something was asked. */
export function QuotaAnswer({ answer, now }: { answer: Answer | null; now: number }) {
  return (
    <div class="quota" role="status">
      {answer?.is === 'asking' && <p>{t('quota_asking')}</p>}
      {answer?.is === 'failed' && <p>{quotaFailure(answer.reply)}</p>}
      {answer?.is === 'told' && <Quotas quotas={answer.quotas} asOf={clock(answer.at, now)} />}
    </div>
  );
}

function Quotas({ quotas, asOf }: { quotas: readonly Quota[]; asOf: string }) {
  if (quotas.length === 0) return <p>{t('quota_none')}</p>;
  return (
    <>
      <ul>
        {quotas.map((quota, index) => (
          <li key={index} class={quota.isExceeded ? 'is-exceeded' : ''}>
            <bdi>{quotaWords(quota)}</bdi>
          </li>
        ))}
      </ul>
      <p class="quota-as-of">{t('quota_as_of', asOf)}</p>
    </>
  );
}
