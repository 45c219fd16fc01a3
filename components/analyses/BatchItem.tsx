import { useMemo } from 'preact/hooks';
import { DefangedUrls } from '@/components/DefangedUrl.tsx';
import { Icon } from '@/components/Icon.tsx';
import { PrivateMark } from '@/components/PrivateMark.tsx';
import { ReportButton, ReviewButton } from '@/components/popup/RowActs.tsx';
import { Marks } from '@/components/popup/Summary.tsx';
import { summaryOf } from '@/components/popup/summary.ts';
import { TickBox } from '@/components/TickBox.tsx';
import { age, exact } from '@/components/times.ts';
import { stateWords } from '@/components/words.ts';
import { isOpen as isUnderWay } from '@/utils/analyses/analysis.ts';
import type { FoundBatch } from '@/utils/analyses/archive.ts';
import { MINUTE } from '@/utils/analyses/time.ts';
import { worstOf } from '@/utils/analyses/verdict.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';
import { defangHost, defangText } from '@/utils/capture/defang.ts';
import type { RowProps } from './row-place.ts';

interface BatchItemProps extends RowProps {
  batch: FoundBatch;
  isOpen: boolean;
  onToggle: () => void;
}

/** A capture on one line: what of, where, what came of it, when, and for which case. */
export function BatchItem({ place, isOpen, onToggle, tick, onTick, ...shown }: BatchItemProps) {
  const { batch, isActive, now, acts } = shown;
  const rows = batch.analyses.map(acts.rowOf);
  // Scrolling draws the list anew with each frame; a row that is the same is not.
  const time = batch.analyses.some(isUnderWay) ? now : Math.floor(now / MINUTE);
  const cells = useMemo(
    () => <Cells {...shown} rows={rows} onToggle={onToggle} />,
    [batch, isActive, time, acts.onReport, ...rows],
  );
  return (
    <div
      {...place}
      role="row"
      class="batch-row"
      aria-level={1}
      aria-expanded={isOpen}
      aria-selected={tick === 'all'}
    >
      <div role="gridcell" class="cell-tick">
        <TickBox
          state={tick ?? 'none'}
          label={t('tick_row', defangHost(new URL(batch.analyses[0].href).hostname))}
          tabIndex={isActive ? 0 : -1}
          onTick={onTick}
        />
      </div>
      {cells}
    </div>
  );
}

interface CellsProps extends Pick<BatchItemProps, 'batch' | 'isActive' | 'now' | 'acts' | 'onToggle'> {
  rows: readonly Row[];
}

function Cells({ batch: { id, analyses }, rows, onToggle, isActive, now, acts }: CellsProps) {
  const [first] = rows;
  const { capturedAt } = analyses[0];
  const hrefs = [...new Set(analyses.map(({ href }) => href))];
  const cases = [...new Set(analyses.flatMap((one) => one.case ?? []))].map(defangText);
  const worst = worstOf(analyses.filter(({ state }) => state === 'finished'));
  const held = analyses.find(({ state }) => state === 'held');
  const words = rows.length === 1 && first ? stateWords(first, now) : summaryOf(rows, now);
  return (
    <>
      <div role="gridcell" class="cell-url">
        <button type="button" class="opener" tabIndex={-1} onClick={onToggle}>
          <Icon name="chevron" />
          <DefangedUrls hrefs={hrefs} />
          <PrivateMark id={id} />
        </button>
      </div>
      <div role="gridcell" class="cell-platforms">
        <Marks rows={rows} now={now} />
      </div>
      <div role="gridcell" class="cell-state">
        <span class="state-words" title={words}>
          {words}
        </span>
        {held && <ReviewButton analysis={held} onReport={acts.onReport} tabIndex={isActive ? 0 : -1} />}
        {worst && !held && (
          <ReportButton analysis={worst.analysis} onReport={acts.onReport} tabIndex={isActive ? 0 : -1} />
        )}
      </div>
      <div role="gridcell" class="cell-sent">
        <time dateTime={new Date(capturedAt).toISOString()} title={exact(capturedAt)}>
          {age(capturedAt, now)}
        </time>
      </div>
      <div role="gridcell" class="cell-case" title={cases.join(', ')}>
        {cases.join(', ')}
      </div>
    </>
  );
}
