import type { Row } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';
import { Batch } from './Batch.tsx';
import type { OnAct, OnReport } from './RowActs.tsx';

interface AnalysisListProps {
  rows: readonly Row[];
  now: number;
  onAct: OnAct;
  onReport: OnReport;
  /** Opens the page of all analyses. */
  onAnalyses: () => void;
}

/** The newest analyses, those of one capture together. */
export function AnalysisList({ rows, ...shown }: AnalysisListProps) {
  if (rows.length === 0) {
    return (
      <section class="list empty">
        <h2>{t('list_empty_title')}</h2>
        <p>{t('list_empty')}</p>
      </section>
    );
  }
  return (
    <ul id="analyses" class="list" aria-label={t('list_label')}>
      {inBatches(rows).map((batch) => (
        <Batch key={batch[0].analysis.batchId} rows={batch} {...shown} />
      ))}
    </ul>
  );
}

/** The newest capture first; within one, URLs and platforms in the order in which they were chosen. */
function inBatches(rows: readonly Row[]): [Row, ...Row[]][] {
  const batches = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const batch = batches.get(row.analysis.batchId);
    if (batch) batch.push(row);
    else batches.set(row.analysis.batchId, [row]);
  }
  // What of a long one belongs to the newest analyses comes before the rest of it.
  for (const batch of batches.values()) batch.sort(byId);
  return [...batches.values()];
}

function byId({ analysis: one }: Row, { analysis: other }: Row): number {
  return one.id < other.id ? -1 : 1;
}
