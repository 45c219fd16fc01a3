import type { State } from '@/utils/analyses/analysis.ts';
import type { Command } from '@/utils/background/commands.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';

export type Act = Extract<Command['name'], 'cancel' | 'sendAgain' | 'giveUp'>;

const ACTS: Record<State, readonly Act[]> = {
  queued: ['cancel'],
  submitting: [],
  running: [],
  unconfirmed: ['sendAgain', 'giveUp'],
  failed: ['sendAgain'],
  cancelled: ['sendAgain'],
  givenUp: [],
};

const NAMES = {
  cancel: { hook: 'cancel', label: 'act_cancel' },
  sendAgain: { hook: 'send-again', label: 'act_send_again' },
  giveUp: { hook: 'give-up', label: 'act_give_up' },
} as const;

/** What the user can do with an analysis in this state. */
export function RowActs({ row: { analysis, wait }, onAct }: { row: Row; onAct: (act: Act) => void }) {
  const { state, platform } = analysis;
  // With "Send again" the user gives what another account captured to the one that is set.
  const acts = wait?.wait.for === 'otherAccount' ? (['sendAgain', 'cancel'] as const) : ACTS[state];
  return acts.map((act) => (
    <button
      key={act}
      type="button"
      class="plain small"
      data-act={NAMES[act].hook}
      aria-label={t('act_on', t(NAMES[act].label), t(`platform_${platform}_name`))}
      onClick={() => onAct(act)}
    >
      {t(NAMES[act].label)}
    </button>
  ));
}
