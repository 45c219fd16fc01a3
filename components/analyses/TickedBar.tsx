import { useRef, useState } from 'preact/hooks';
import { CaseInput } from '@/components/CaseInput.tsx';
import { SureButton } from '@/components/SureButton.tsx';
import type { Analysis, State } from '@/utils/analyses/analysis.ts';
import { isOpen } from '@/utils/analyses/analysis.ts';
import { t, tn } from '@/utils/browser/i18n.ts';

interface TickedBarProps {
  /** What is ticked, at least one. */
  ticked: readonly Analysis[];
  cases: readonly string[];
  acts: TickedActs;
  onClear: () => void;
}

/** What can be done with what is ticked. */
interface TickedActs {
  onCheck: (analyses: readonly Analysis[]) => void;
  onSendAgain: (analyses: readonly Analysis[]) => void;
  onCopy: (analyses: readonly Analysis[]) => void;
  onExport: () => void;
  onFile: (analyses: readonly Analysis[], name: string) => void;
  onDelete: (analyses: readonly Analysis[]) => void;
  /** Opens what is held. */
  onReview: () => void;
  onDiscard: (analyses: readonly Analysis[]) => void;
}

const CHECKED: readonly State[] = ['running', 'noReport'];

/** Acts on what is ticked; how many each of them concerns stands on it. */
export function TickedBar({ ticked, cases, acts, onClear }: TickedBarProps) {
  const [isFiling, setFiling] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  function endFiling() {
    setFiling(false);
    opener.current?.focus();
  }

  const checked = ticked.filter(({ state }) => CHECKED.includes(state));
  const held = ticked.filter(({ state }) => state === 'held');
  const sent = ticked.filter(isSentAgain);
  const deleted = ticked.filter((one) => !isOpen(one));
  return (
    <fieldset id="ticked" class="ticked" aria-label={t('ticked_acts')}>
      <b class="ticked-count">{tn('ticked', ticked.length)}</b>
      <button id="copy-ticked" type="button" class="plain small" onClick={() => acts.onCopy(ticked)}>
        {t('ticked_copy')}
      </button>
      <button id="export-ticked" type="button" class="plain small" onClick={acts.onExport}>
        {t('export_open')}
      </button>
      <button
        ref={opener}
        id="case-ticked"
        type="button"
        class="plain small"
        aria-expanded={isFiling}
        onClick={() => setFiling(!isFiling)}
      >
        {t('ticked_case')}
      </button>
      {checked.length > 0 && (
        <button id="check-ticked" type="button" class="plain small" onClick={() => acts.onCheck(checked)}>
          {t('ticked_check', checked.length)}
        </button>
      )}
      {held.length > 0 && (
        <>
          <button id="review-ticked" type="button" class="plain small" onClick={acts.onReview}>
            {t('ticked_review', held.length)}
          </button>
          <SureButton
            id="discard-ticked"
            label={t('ticked_discard', held.length)}
            sure={t('ticked_discard_sure', held.length)}
            onSure={() => acts.onDiscard(held)}
          />
        </>
      )}
      {sent.length > 0 && (
        <SureButton
          id="send-ticked"
          label={t('ticked_send', sent.length)}
          sure={t('ticked_send_sure', sent.length)}
          onSure={() => acts.onSendAgain(sent)}
        />
      )}
      {deleted.length > 0 && (
        <SureButton
          id="delete-ticked"
          label={t('ticked_delete', deleted.length)}
          sure={t('ticked_delete_sure', deleted.length)}
          onSure={() => acts.onDelete(deleted)}
        />
      )}
      <button id="clear-ticks" type="button" class="link" onClick={onClear}>
        {t('ticked_clear')}
      </button>
      {isFiling && (
        <CaseInput
          cases={cases}
          label={t('ticked_case_label')}
          onSave={(name) => {
            acts.onFile(ticked, name);
            endFiling();
          }}
          onLeave={endFiling}
        />
      )}
    </fieldset>
  );
}

/** What was discarded was not to be sent: it comes back only by another capture, past the guard. */
function isSentAgain(analysis: Analysis): boolean {
  const { state } = analysis;
  return state === 'unconfirmed' || (!isOpen(analysis) && state !== 'discarded');
}
