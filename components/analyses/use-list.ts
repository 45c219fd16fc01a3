import { useMemo, useRef } from 'preact/hooks';
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
  // The same object for the same analysis, so that what is drawn from it can be compared.
  const plain = useRef(new WeakMap<Analysis, Row>());
  const rowOf = (analysis: Analysis): Row => {
    const row = known.get(analysis.id);
    if (row && row.analysis.state === analysis.state) return { ...row, analysis };
    const kept = plain.current.get(analysis) ?? { analysis };
    plain.current.set(analysis, kept);
    return kept;
  };
  return { found, cases, all, rowOf };
}
