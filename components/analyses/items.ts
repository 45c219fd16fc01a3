import type { Analysis } from '@/utils/analyses/analysis.ts';
import type { FoundBatch } from '@/utils/analyses/archive.ts';

/** A row of the list: a capture, or, where that is open, one of its analyses. */
export type Item =
  | { kind: 'batch'; key: string; batch: FoundBatch }
  | {
      kind: 'analysis';
      key: string;
      batch: FoundBatch;
      analysis: Analysis;
      /** The first of its URL, which stands above it in full. */
      isFirst: boolean;
    };

/** The rows, from top to bottom. */
export function itemsOf(batches: readonly FoundBatch[], open: ReadonlySet<string>): Item[] {
  return batches.flatMap((batch): Item[] => {
    const head: Item = { kind: 'batch', key: batch.id, batch };
    return open.has(batch.id) ? [head, ...analysesOf(batch)] : [head];
  });
}

/** Those of one URL together, in the order of the capture. */
function analysesOf(batch: FoundBatch): Item[] {
  const hrefs = [...new Set(batch.analyses.map(({ href }) => href))];
  return hrefs.flatMap((href) =>
    batch.analyses
      .filter((analysis) => analysis.href === href)
      .map((analysis, place) => ({
        kind: 'analysis' as const,
        key: analysis.id,
        batch,
        analysis,
        isFirst: place === 0,
      })),
  );
}

/** The analyses that a row stands for, of those that were asked for. */
export function idsOf(item: Item): string[] {
  const { analyses, matching } = item.batch;
  const some = item.kind === 'analysis' ? [item.analysis] : analyses;
  return some.map(({ id }) => id).filter((id) => matching.has(id));
}
