import { listed } from '@/components/words.ts';
import type { Analysis, State } from '@/utils/analyses/analysis.ts';
import type { Command } from '@/utils/background/commands.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';

export type Act = Extract<Command['name'], 'cancel' | 'sendAgain' | 'giveUp' | 'check'>;
export type OnReport = (analysis: Analysis) => void;
export type OnAct = (act: Act, ids: string[]) => void;

const ACTS: Record<State, readonly Act[]> = {
  held: [],
  queued: ['cancel'],
  submitting: [],
  running: [],
  finished: [],
  noReport: ['check'],
  unconfirmed: ['sendAgain', 'giveUp'],
  failed: ['sendAgain'],
  cancelled: ['sendAgain'],
  givenUp: [],
  discarded: [],
};

const NAMES = {
  cancel: { hook: 'cancel', label: 'act_cancel' },
  sendAgain: { hook: 'send-again', label: 'act_send_again' },
  giveUp: { hook: 'give-up', label: 'act_give_up' },
  check: { hook: 'check', label: 'act_check' },
} as const;

/** What the user can do with an analysis in this state. */
export function RowActs({ row, onAct }: { row: Row; onAct: OnAct }) {
  // With "Send again" the user gives what another account captured to the one that is set.
  const isOthers = row.wait?.wait.for === 'otherAccount';
  const acts = isOthers ? (['sendAgain', 'cancel'] as const) : ACTS[row.analysis.state];
  return acts.map((act) => <ActButton key={act} act={act} rows={[row]} onAct={onAct} />);
}

/** What the user can do with several of a batch at once: those that failed and those queued; where there are none, those cancelled. */
export function BatchActs({ rows, onAct }: { rows: readonly Row[]; onAct: OnAct }) {
  const inState = (state: State) => rows.filter(({ analysis }) => analysis.state === state);
  const failed = inState('failed');
  const queued = inState('queued');
  const again = failed.length + queued.length > 0 ? failed : inState('cancelled');
  return (
    <>
      <ActButton act="sendAgain" rows={again} onAct={onAct} />
      <ActButton act="cancel" rows={queued} onAct={onAct} />
    </>
  );
}

interface ReportButtonProps {
  analysis: Analysis;
  onReport: OnReport;
  tabIndex?: number;
}

/** Opens the page with the report. */
export function ReportButton({ analysis, onReport, tabIndex = 0 }: ReportButtonProps) {
  const whole = t('act_on', t('act_report'), t(`platform_${analysis.platform}_name`));
  return (
    <button
      type="button"
      class="plain small"
      data-act="report"
      aria-label={whole}
      title={whole}
      tabIndex={tabIndex}
      onClick={() => onReport(analysis)}
    >
      {t('act_report')}
    </button>
  );
}

/** Opens the page on which the user decides on what is held. */
export function ReviewButton({ analysis, onReport, tabIndex = 0 }: ReportButtonProps) {
  const whole = t('act_on', t('act_review'), t(`platform_${analysis.platform}_name`));
  return (
    <button
      type="button"
      class="plain small"
      data-act="review"
      aria-label={whole}
      title={whole}
      tabIndex={tabIndex}
      onClick={() => onReport(analysis)}
    >
      {t('act_review')}
    </button>
  );
}

function ActButton({ act, rows, onAct }: { act: Act; rows: readonly Row[]; onAct: OnAct }) {
  if (rows.length === 0) return null;
  const { hook, label } = NAMES[act];
  const names = new Set(rows.map(({ analysis }) => t(`platform_${analysis.platform}_name`)));
  const whole = t('act_on', t(label), listed(names));
  return (
    <button
      type="button"
      class="plain small"
      data-act={hook}
      aria-label={whole}
      title={whole}
      onClick={() =>
        onAct(
          act,
          rows.map(({ analysis }) => analysis.id),
        )
      }
    >
      {t(label)}
    </button>
  );
}
