import { useRef } from 'preact/hooks';
import { News } from '@/components/News.tsx';
import { worstOf } from '@/utils/analyses/verdict.ts';
import { t } from '@/utils/browser/i18n.ts';
import type { Doors } from './acts.ts';
import { Compare } from './Compare.tsx';
import { comparable } from './compare.ts';
import { Head } from './Head.tsx';
import { Panel } from './Panel.tsx';
import type { ReportRow } from './report-row.ts';
import { Tabs } from './Tabs.tsx';
import { useActs } from './use-acts.ts';

interface ReportProps {
  /** The analyses of one batch in the order of their capture. */
  rows: readonly [ReportRow, ...ReportRow[]];
  /** How many days a brief is kept. */
  keepBriefs: number;
  now: number;
  /** The analysis that is chosen; the worst of the batch unless it is one of it. */
  id: string;
  onChoose: (id: string) => void;
  doors: Doors;
}

/** The report of a batch in brief. */
export function Report({ rows, keepBriefs, now, id, onChoose, doors }: ReportProps) {
  const acts = useActs(doors);
  // What is shown at first stays, also when something worse comes.
  const first = useRef((worstOf(rows.map(({ analysis }) => analysis))?.analysis ?? rows[0].analysis).id);
  const rowOf = (wanted: string) => rows.find(({ analysis }) => analysis.id === wanted);
  const chosen = rowOf(id) ?? rowOf(first.current) ?? rows[0];
  const compared = comparable(rows, chosen.analysis.href);
  return (
    <main class="report">
      <News rows={rows} />
      <Head rows={rows} chosen={chosen} now={now} />
      {compared.length > 0 && <Compare key={chosen.analysis.href} rows={compared} />}
      {rows.length > 1 && <Tabs rows={rows} chosen={chosen.analysis.id} now={now} onChoose={onChoose} />}
      <Panel
        key={chosen.analysis.id}
        row={chosen}
        now={now}
        keepBriefs={keepBriefs}
        acts={acts}
        hasTab={rows.length > 1}
      />
    </main>
  );
}

/** Where nothing is stored under what the page was opened for. */
export function UnknownBatch() {
  return (
    <main class="report unknown">
      <h1>{t('report_unknown_title')}</h1>
      <p>{t('report_unknown')}</p>
    </main>
  );
}
