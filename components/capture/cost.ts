import { LIMIT } from '@/utils/analyses/slots.ts';
import { DAY, HOUR, MINUTE } from '@/utils/analyses/time.ts';
import type { Row } from '@/utils/background/overview.ts';
import { language, t, tn } from '@/utils/browser/i18n.ts';

/** How many of these go out before what is captured now. */
export function queuedBefore(rows: readonly Row[]): number {
  return rows.filter(
    ({ analysis, wait }) =>
      analysis.state === 'submitting' || (wait !== undefined && wait.wait.for !== 'otherAccount'),
  ).length;
}

/** What a capture takes, in words, before it is made: "34 URLs on 2 platforms: 68 submissions, about 23 minutes". */
export function costWords(urls: number, platforms: number, before: number): string {
  if (urls === 0) return t('cost_none');
  if (platforms === 0) return t('target_no_platform');
  const submissions = urls * platforms;
  const minutes = Math.ceil((submissions + before) / LIMIT);
  const words = t(
    'cost',
    tn('cost_urls', urls),
    tn('cost_platforms', platforms),
    tn('cost_submissions', submissions),
    minutes > 1 ? t('cost_about', span(minutes * MINUTE)) : t('cost_soon'),
  );
  return before > 0 ? t('sentences', words, tn('cost_before', before)) : words;
}

/** The unit that says most, and of the longer ones half of it, too: a guess is no more exact. */
function span(time: number): string {
  if (time < 2 * HOUR) return written(Math.round(time / MINUTE), 'minute');
  if (time < 2 * DAY) return written(halves(time / HOUR), 'hour');
  return written(halves(time / DAY), 'day');
}

function halves(count: number): number {
  return Math.round(count * 2) / 2;
}

function written(count: number, unit: 'minute' | 'hour' | 'day'): string {
  return new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
