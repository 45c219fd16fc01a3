import { failureSentence } from '@/components/look-up-words.ts';
import { listed } from '@/components/words.ts';
import { SHARES, type Share, type ShiftDay } from '@/utils/analyses/shift.ts';
import type { Reply } from '@/utils/background/commands.ts';
import { language, type MessageKey, t, tn } from '@/utils/browser/i18n.ts';
import { defangText } from '@/utils/capture/defang.ts';
import type { Quota } from '@/utils/spectra/quota.ts';
import type { ErrorKind } from '@/utils/spectra/service-error.ts';

/** "2 malicious", "1 open". */
export function shareWords(share: Share, count: number): string {
  return t(share === 'none' || share === 'open' ? `shift_count_${share}` : `count_rank_${share}`, count);
}

/** What writes the dates of a picture: one for all, since it is dear to make. */
export function dateFormat(): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language(), { weekday: 'short', day: 'numeric', month: 'short' });
}

/** "Tue, Nov 24: 3 analyses, 2 malicious, 1 open". */
export function dayWords({ start, counts, total }: ShiftDay, format: Intl.DateTimeFormat): string {
  const date = format.format(start);
  if (total === 0) return t('shift_day_none', date);
  const parts = SHARES.flatMap((share) => (counts[share] > 0 ? shareWords(share, counts[share]) : []));
  return tn('shift_day', total, date, listed(parts));
}

/** "TCA-0207 Dynamic Analysis: 37 of 100 today, 63 left". */
export function quotaWords(quota: Quota): string {
  const products = listed(quota.products.map(defangText)) || t('quota_no_product');
  return t(quota.isExceeded ? 'quota_line_exceeded' : 'quota_line', products, amountWords(quota));
}

function amountWords({ period = '', until, size, used, left }: Quota): string {
  const number = new Intl.NumberFormat(language());
  if (!size) return used === undefined ? t('quota_unknown') : t('quota_used_today', number.format(used));
  const value = number.format(size.value);
  const amount = size.unit ? t('quota_amount', value, defangText(size.unit)) : value;
  if (used !== undefined && left !== undefined)
    return t('quota_today', number.format(used), amount, number.format(left));
  switch (period.toLowerCase()) {
    case '':
      return amount;
    case 'daily':
      return t('quota_daily', amount);
    case 'monthly':
      return t('quota_monthly', amount);
    default:
      return until
        ? t('quota_until', amount, defangText(until))
        : t('quota_other', amount, defangText(period).replaceAll('_', ' '));
  }
}

/** Where the quotas have a sentence other than a report's. */
const SENTENCES: Partial<Record<ErrorKind, MessageKey>> = {
  forbidden: 'quota_error_forbidden',
  notFound: 'quota_error_notFound',
  nonsense: 'quota_error_nonsense',
  intercepted: 'quota_error_intercepted',
  quotaUsedUp: 'quota_error_quotaUsedUp',
};

/** Why the quotas are not known, in sentences. */
export function quotaFailure(reply: Reply | null): string {
  const sentence = reply && 'error' in reply && SENTENCES[reply.error.kind];
  return sentence ? t(sentence) : failureSentence(reply, '');
}
