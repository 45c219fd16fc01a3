import type { Analysis } from '@/utils/analyses/analysis.ts';
import { LIMIT } from '@/utils/analyses/gate.ts';
import { MINUTE } from '@/utils/analyses/time.ts';
import type { Problem } from '@/utils/background/commands.ts';
import type { Row } from '@/utils/background/overview.ts';
import { type MessageKey, t } from '@/utils/browser/i18n.ts';
import type { ErrorKind, ServiceError } from '@/utils/spectra/service-error.ts';
import { clock } from './times.ts';

/** TCA-0207: "The time to report takes around 15 minutes." */
export const REPORT_TIME = 15 * MINUTE;

/** The background names a text; it is on the list, or the sentence is empty. */
export function problemSentence({ message, substitutions = [] }: Problem): string {
  return t(message as MessageKey, ...substitutions);
}

/** What an error of a submission means, and what to do. */
export function errorSentence(error: ServiceError, address: string): string {
  return t(`error_${error.kind}`, address);
}

/** Where a connection test says something else than a submission. */
const TEST_SENTENCES: Partial<Record<ErrorKind, MessageKey>> = {
  unauthorized: 'error_unauthorized',
  intercepted: 'error_intercepted',
  forbidden: 'test_forbidden',
  notFound: 'test_notFound',
  rateLimited: 'test_rateLimited',
  quotaUsedUp: 'test_quotaUsedUp',
  serviceFault: 'test_serviceFault',
  nonsense: 'test_nonsense',
  noAnswer: 'test_noAnswer',
};

export function testSentence(error: ServiceError, address: string): string {
  return t(TEST_SENTENCES[error.kind] ?? 'test_refused', address);
}

/** What the service itself said; empty where it did not answer. */
export function serviceWords({ status, detail }: ServiceError): string {
  if (status === undefined) return '';
  return detail ? t('service_words', status, detail) : t('service_words_none', status);
}

/** What a queued analysis waits for, as a phrase without a full stop. */
export function waitPhrase({ analysis, wait: waiting }: Row, now: number): string {
  if (!waiting) return '';
  const { wait, place, at } = waiting;
  const time = at === null ? '' : clock(at, now);
  switch (wait.for) {
    case 'pause':
      return t(`wait_pause_${wait.kind}`, time, analysis.account?.address ?? '');
    case 'otherAccount':
      return t('wait_otherAccount', analysis.account?.userName ?? '');
    case 'slot':
      return place < LIMIT ? t('wait_slot', time) : t('wait_turn', time, place + 1);
    case 'turn':
      return place === 0 ? t('wait_next') : t('wait_turn', time, place + 1);
    default:
      return t(`wait_${wait.for}`);
  }
}

/** Whether the wait passes by itself and soon: then a time says it all. */
export function isShortWait({ wait }: Row): boolean {
  return wait?.wait.for === 'slot' || wait?.wait.for === 'turn';
}

/** The state in a few words. */
export function stateWords(row: Row, now: number): string {
  const { analysis } = row;
  if (analysis.state === 'running') return runningWords(analysis, now);
  return isShortWait(row) ? waitPhrase(row, now) : t(`state_${analysis.state}`);
}

function runningWords({ startedAt }: Analysis, now: number): string {
  const past = now - (startedAt ?? now);
  if (past >= REPORT_TIME) return t('running_due');
  return t('running_minutes', Math.max(0, Math.floor(past / MINUTE)), REPORT_TIME / MINUTE);
}
