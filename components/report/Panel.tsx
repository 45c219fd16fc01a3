import { t } from '@/utils/browser/i18n.ts';
import { Attack } from './Attack.tsx';
import { Facts } from './Facts.tsx';
import { Files } from './Files.tsx';
import { Network } from './Network.tsx';
import { ReportActs } from './ReportActs.tsx';
import type { ReportRow } from './report-row.ts';
import { Standing } from './Standing.tsx';
import { Texts } from './Texts.tsx';
import type { Acts } from './use-acts.ts';
import { Why } from './Why.tsx';

interface PanelProps {
  row: ReportRow;
  now: number;
  keepBriefs: number;
  acts: Acts;
  /** Whether a tab belongs to it. */
  hasTab: boolean;
}

/** One analysis: its facts, what can be done, and what its report says. */
export function Panel({ row, now, keepBriefs, acts, hasTab }: PanelProps) {
  const { analysis, brief } = row;
  const ofTab = hasTab && ({ role: 'tabpanel', 'aria-labelledby': `tab-${analysis.id}` } as const);
  const isUnrun = (brief ?? analysis.verdict)?.hasRun === false;
  return (
    <div id="panel" {...ofTab}>
      <h2>{t(`platform_${analysis.platform}_name`)}</h2>
      {isUnrun && <p class="unrun">{t('report_unrun')}</p>}
      <Facts row={row} />
      <ReportActs row={row} now={now} acts={acts} />
      {brief && analysis.state === 'finished' ? (
        <>
          <Why brief={brief} />
          <Attack brief={brief} />
          <Network brief={brief} />
          <Texts id="alerts" texts={brief.alerts} total={brief.totals.alerts} />
          <Files brief={brief} />
          <Texts id="warnings" texts={brief.warnings} total={brief.totals.warnings} />
        </>
      ) : (
        <Standing row={row} now={now} keepBriefs={keepBriefs} acts={acts} />
      )}
    </div>
  );
}
