import { type MessageKey, t } from '@/utils/browser/i18n.ts';
import type { ErrorKind, ServiceError } from '@/utils/spectra/service-error.ts';

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
