import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useVirtual } from '@/components/use-virtual.ts';
import { t } from '@/utils/browser/i18n.ts';
import type { Watch } from '@/utils/capture/watch.ts';
import { CandidateRow } from './CandidateRow.tsx';
import type { Choosing, Chosen } from './choices.ts';
import type { Understood } from './understood.ts';

interface CandidateListProps {
  chosen: readonly Chosen[];
  lookAt: Understood['lookAt'];
  watch: Watch;
  onChoose: (choosing: Choosing) => void;
}

/** Of a row with one line beside its URL, before it was measured. */
const HEIGHT = 48;

const MOVES: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + 10,
  PageUp: (index) => index - 10,
  Home: () => 0,
  End: (_, last) => last,
};

/** What was found, of which only the rows in sight exist. One row at a time is in the order of the Tab key; arrows go to the others. */
export function CandidateList({ chosen, lookAt, watch, onChoose }: CandidateListProps) {
  const [active, setActive] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const isToFocus = useRef(false);
  const last = chosen.length - 1;
  const activeIndex = Math.min(active, last);
  const rows = useVirtual({
    count: chosen.length,
    scroller,
    sizeOf: () => HEIGHT,
    keyOf: (index) => chosen[index]?.candidate.id ?? String(index),
    kept: activeIndex,
  });

  useLayoutEffect(() => {
    if (!isToFocus.current) return;
    isToFocus.current = false;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-index="${activeIndex}"] .tick`)
      ?.focus({ preventScroll: true });
  });

  function goAlong(event: KeyboardEvent) {
    const wanted = MOVES[event.key]?.(activeIndex, last);
    if (wanted === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const index = Math.max(0, Math.min(wanted, last));
    isToFocus.current = index !== activeIndex;
    rows.scrollToIndex(index);
    setActive(index);
  }

  return (
    <div class="scroller" ref={scroller} tabIndex={-1}>
      <ul
        id="candidates"
        class="rows"
        aria-label={t('candidates_label')}
        style={{ height: `${rows.getTotalSize()}px` }}
      >
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const one = chosen[index];
          if (!one) return null;
          return (
            <CandidateRow
              key={key}
              chosen={one}
              isActive={index === activeIndex}
              lookAt={lookAt}
              watch={watch}
              onChoose={onChoose}
              onKeyDown={goAlong}
              place={{
                ref: rows.measureElement,
                'data-index': index,
                'aria-posinset': index + 1,
                'aria-setsize': chosen.length,
                style: { transform: `translateY(${start}px)` },
                onFocusIn: () => setActive(index),
              }}
            />
          );
        })}
      </ul>
    </div>
  );
}
