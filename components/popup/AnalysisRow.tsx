import { CopyButton } from '@/components/CopyButton.tsx';
import { CutText } from '@/components/CutText.tsx';
import { Mark } from '@/components/Mark.tsx';
import { minutesOf, REPORT_TIME, stateWords } from '@/components/words.ts';
import { MINUTE } from '@/utils/analyses/time.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';
import { defangText } from '@/utils/capture/defang.ts';
import { type OnAct, type OnReport, ReportButton, ReviewButton, RowActs } from './RowActs.tsx';

interface AnalysisRowProps {
  row: Row;
  now: number;
  onAct: OnAct;
  onReport: OnReport;
}

/** One analysis on one line: its mark, its platform, its state, its id, and what can be done. */
export function AnalysisRow({ row, now, onAct, onReport }: AnalysisRowProps) {
  const { analysis } = row;
  const { id, state, platform, started, verdict } = analysis;
  const whole = stateWords(row, now);
  const minutes = state === 'running' ? minutesOf(analysis, now) : null;
  const short = minutes === null ? whole : t('running_row', minutes, REPORT_TIME / MINUTE);
  const words = verdict?.threat ? t('row_verdict', whole, defangText(verdict.threat)) : short;
  return (
    <div class="row" data-analysis={id} data-state={state}>
      <Mark analysis={analysis} now={now} />
      <span class="row-platform">{t(`platform_${platform}_name`)}</span>
      <span class="row-state" title={verdict ? words : whole}>
        {words}
      </span>
      {started && state !== 'finished' && state !== 'noReport' && (
        <span class="row-id">
          <code class="analysis-id" title={started.analysisId}>
            <CutText text={started.analysisId} keep={4} />
          </code>
          <CopyButton
            text={started.analysisId}
            label={t('act_on', t('copy_id'), t(`platform_${platform}_name`))}
          />
        </span>
      )}
      {state === 'finished' && <ReportButton analysis={analysis} onReport={onReport} />}
      {state === 'held' && <ReviewButton analysis={analysis} onReport={onReport} />}
      <RowActs row={row} onAct={onAct} />
    </div>
  );
}
