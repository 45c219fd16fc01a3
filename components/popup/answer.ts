import { isShortWait, waitPhrase } from '@/components/words.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';

/** A capture that was just acknowledged. */
export interface Captured {
  platforms: readonly Platform[];
  since: number;
}

/** How far a capture has come, in a sentence that follows its analyses. */
export function capturedSentence({ platforms, since }: Captured, rows: readonly Row[], now: number): string {
  const newest = rows[0]?.analysis;
  const batch = rows.filter(
    ({ analysis }) => analysis.batchId === newest?.batchId && analysis.capturedAt >= since,
  );
  const count = platforms.length;
  const name = platforms[0] ? t(`platform_${platforms[0]}_name`) : '';
  const started = batch.filter(({ analysis }) => analysis.state === 'running').length;
  if (started > 0) return tn('answer_started', count, name, started);
  // The newest stands first; the first of the batch goes out first.
  const first = batch.at(-1);
  if (first?.analysis.state === 'failed') return t('answer_failed');
  if (first?.analysis.state === 'unconfirmed') return t('answer_unconfirmed');
  if (first && isShortWait(first)) return t('answer_goes_out', waitPhrase(first, now));
  if (first?.wait) return t('answer_waits');
  return tn('answer_queued', count, name);
}
