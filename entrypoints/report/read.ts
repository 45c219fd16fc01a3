import type { ReportRow } from '@/components/report/report-row.ts';
import { readOverview, type Surroundings } from '@/utils/background/overview.ts';
import { readReportView } from '@/utils/background/report-view.ts';

/** What the page shows of a batch, in the order of the capture; no rows where there is no such batch. Rejects where the storage does. */
export async function readReport(
  surroundings: Surroundings,
  batchId: string,
): Promise<{ rows: ReportRow[]; keepBriefs: number }> {
  const { batch, settings } = await readReportView(surroundings.local, batchId);
  const ids = batch.map(({ analysis }) => analysis.id);
  // What keeps an analysis waiting is known to the overview only.
  const { rows } = await readOverview(surroundings, { also: ids });
  const known = new Map(rows.map((row) => [row.analysis.id, row]));
  return {
    rows: batch.map((reported) => ({ ...reported, ...known.get(reported.analysis.id) })),
    keepBriefs: settings.keepBriefs,
  };
}
