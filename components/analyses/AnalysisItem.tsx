import { CopyButton } from '@/components/CopyButton.tsx';
import { WholeUrl } from '@/components/DefangedUrl.tsx';
import { AnalysisRow } from '@/components/popup/AnalysisRow.tsx';
import { Note } from '@/components/popup/Note.tsx';
import { TickBox } from '@/components/TickBox.tsx';
import { exact } from '@/components/times.ts';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { NOTE_LENGTH } from '@/utils/analyses/case.ts';
import { t } from '@/utils/browser/i18n.ts';
import { EditableText } from './EditableText.tsx';
import type { RowProps } from './row-place.ts';

interface AnalysisItemProps extends RowProps {
  analysis: Analysis;
  isFirst: boolean;
}

/** One analysis of an open capture: its URL in full, its state and its acts, what the user wrote about it. */
export function AnalysisItem({
  place,
  analysis,
  isFirst,
  tick,
  onTick,
  isActive,
  now,
  acts,
}: AnalysisItemProps) {
  const { id, href, platform, note = '', capturedAt } = analysis;
  const row = acts.rowOf(analysis);
  const name = t(`platform_${platform}_name`);
  return (
    <div {...place} role="row" class="analysis-row" aria-level={2} aria-selected={tick === 'all'}>
      <div role="gridcell" class="cell-tick">
        {tick && (
          <TickBox state={tick} label={t('tick_row', name)} tabIndex={isActive ? 0 : -1} onTick={onTick} />
        )}
      </div>
      <div role="gridcell" class="details" aria-colspan={5}>
        {isFirst && (
          <p class="details-url">
            <WholeUrl href={href} />
            <CopyButton text={href} label={t('copy_url')} />
          </p>
        )}
        <AnalysisRow row={row} now={now} onAct={acts.onAct} onReport={acts.onReport} />
        <Note row={row} next={undefined} now={now} isOpen />
        <p class="note">{t('details_captured', exact(capturedAt))}</p>
        <EditableText
          text={note}
          label={t('note_label', name)}
          empty={t('note_add')}
          edit={t('note_edit')}
          longest={NOTE_LENGTH}
          draft={acts.drafts.get(id)}
          onDraft={(draft) => {
            if (draft === undefined) acts.drafts.delete(id);
            else acts.drafts.set(id, draft);
          }}
          onSave={(text) => acts.onNote(id, text)}
        />
      </div>
    </div>
  );
}
