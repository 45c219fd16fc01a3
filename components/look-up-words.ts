import type { Reply } from '@/utils/background/commands.ts';
import { type MessageKey, t } from '@/utils/browser/i18n.ts';
import { defangText } from '@/utils/capture/defang.ts';
import type { ErrorKind, ServiceError } from '@/utils/spectra/service-error.ts';
import { problemSentence, serviceWords } from './words.ts';

/** What an error of a look-up means; those of submissions speak of something that may have started. */
const SENTENCES: Partial<Record<ErrorKind, MessageKey>> = {
  unauthorized: 'error_unauthorized',
  intercepted: 'error_intercepted',
  notFound: 'report_error_notFound',
  forbidden: 'report_error_forbidden',
  rateLimited: 'report_error_rateLimited',
  quotaUsedUp: 'report_error_quotaUsedUp',
  serviceFault: 'report_error_serviceFault',
  nonsense: 'report_error_nonsense',
  noAnswer: 'report_error_noAnswer',
};

/** Its own words say nothing more where it has no report yet. */
const WORDLESS: readonly ErrorKind[] = ['notFound', 'unauthorized'];

/** Why there was nothing to be had, in sentences. */
export function failureSentence(reply: Reply | null, address: string): string {
  if (!reply || reply.ok) return t('answer_none');
  return 'problem' in reply ? problemSentence(reply.problem) : lookUpSentence(reply.error, address);
}

function lookUpSentence(error: ServiceError, address: string): string {
  const sentence = t(SENTENCES[error.kind] ?? 'report_error_refused', address);
  const words = WORDLESS.includes(error.kind) ? '' : defangText(serviceWords(error));
  return words ? t('report_and_words', sentence, words) : sentence;
}
