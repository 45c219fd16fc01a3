import { useMemo } from 'preact/hooks';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import type { Archive, Found } from '@/utils/analyses/archive.ts';
import type { Query } from '@/utils/analyses/query.ts';
import type { Overview, Row } from '@/utils/background/overview.ts';

interface ListOptions {
  archive: Archive;
  /** Another number each time the archive changed. */
  version: number;
  query: Query;
  overview: Overview;
}

/** What is found, and each analysis with what it waits for. */
export function useList({ archive, version, query, overview }: ListOptions) {
  const found: Found = useMemo(() => archive.find(query), [archive, version, query]);
  const cases = useMemo(() => archive.cases(), [archive, version]);
  const all = useMemo(() => archive.all(), [archive, version]);
  const known = useMemo(() => new Map(overview.rows.map((row) => [row.analysis.id, row])), [overview]);
  // The same row for the same analysis, so that what is drawn from it need not be drawn again.
  const rows = useMemo(() => new WeakMap<Analysis, Row>(), [overview]);
  const rowOf = (analysis: Analysis): Row => {
    const { wait, lookWait, analysis: read } = known.get(analysis.id) ?? {};
    const isCurrent = read?.state === analysis.state;
    const row = rows.get(analysis) ?? {
      analysis,
      ...(isCurrent && wait && { wait }),
      ...(isCurrent && lookWait && { lookWait }),
    };
    rows.set(analysis, row);
    return row;
  };
  return { found, cases, all, rowOf };
}
