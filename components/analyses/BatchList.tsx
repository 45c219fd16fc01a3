import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isTyping } from '@/components/is-typing.ts';
import { useVirtual } from '@/components/use-virtual.ts';
import type { FoundBatch } from '@/utils/analyses/archive.ts';
import type { Query, Sort } from '@/utils/analyses/query.ts';
import { t } from '@/utils/browser/i18n.ts';
import { AnalysisItem } from './AnalysisItem.tsx';
import { BatchItem } from './BatchItem.tsx';
import { Columns } from './Columns.tsx';
import { type Item, idsOf, itemsOf } from './items.ts';
import type { ListActs } from './list-acts.ts';
import { stateOfTicks, type Ticks } from './ticks.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { useNarrow } from './use-narrow.ts';

interface BatchListProps {
  batches: readonly FoundBatch[];
  query: Query;
  onSort: (sort: Sort) => void;
  ticks: Ticks;
  now: number;
  acts: ListActs;
  /** The captures whose analyses are shown, and how to change that. */
  open: ReadonlySet<string>;
  onOpen: (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void;
}

/** Of a capture's row, and of one of its analyses' before that was measured. */
const HEIGHTS = { wide: 36, narrow: 64, analysis: 120 };

/** What ticks on its way where Shift is held. */
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** All captures as rows of which only those in sight exist. One row at a time is in the order of the Tab key; arrows go to the others. */
export function BatchList({ batches, query, onSort, ticks, now, acts, open, onOpen }: BatchListProps) {
  const [active, setActive] = useState('');
  const isNarrow = useNarrow();
  const scroller = useRef<HTMLDivElement>(null);
  const isToFocus = useRef(false);
  const place = useRef({ query, index: 0 });
  const items = useMemo(() => itemsOf(batches, open), [batches, open]);
  const indexes = useMemo(() => new Map(items.map(({ key }, index) => [key, index])), [items]);
  // Where the row with the focus went the one in its place comes next; another search starts at its top.
  const last = place.current.query === query ? place.current.index : 0;
  const activeIndex = indexes.get(active) ?? Math.max(0, Math.min(last, items.length - 1));
  place.current = { query, index: activeIndex };
  const rows = useVirtual({
    count: items.length,
    scroller,
    sizeOf: (index) =>
      items[index]?.kind === 'analysis' ? HEIGHTS.analysis : isNarrow ? HEIGHTS.narrow : HEIGHTS.wide,
    keyOf: (index) => items[index]?.key ?? String(index),
    kept: activeIndex,
  });

  useLayoutEffect(() => {
    if (!isToFocus.current) return;
    isToFocus.current = false;
    rowOf(active)?.focus({ preventScroll: true });
  });

  useLayoutEffect(() => {
    rows.measure();
    // What keeps its size is not measured again by itself.
    for (const row of scroller.current?.querySelectorAll<HTMLElement>('.analysis-row') ?? [])
      rows.measureElement(row);
  }, [isNarrow]);

  useKeptPlace(rows, items);

  // Another search starts at its top.
  useEffect(() => rows.scrollToOffset(0), [query]);

  function rowOf(key: string) {
    return scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
  }

  function goTo(wanted: number) {
    const index = Math.max(0, Math.min(wanted, items.length - 1));
    const item = items[index];
    if (!item) return;
    rows.scrollToIndex(index);
    // Where it is that row already nothing is drawn again that could give it the focus.
    if (item.key === active) rowOf(active)?.focus({ preventScroll: true });
    else isToFocus.current = true;
    setActive(item.key);
  }

  // By what is open then, not now: a row that was not drawn again holds an older function.
  function toggle({ id }: FoundBatch, isOpen?: boolean) {
    onOpen((before) => {
      const next = new Set(before);
      if (isOpen ?? !before.has(id)) next.add(id);
      else next.delete(id);
      return next;
    });
  }

  function goAlong(event: KeyboardEvent) {
    const item = items[activeIndex];
    if (!item || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined;
    const moves: Record<string, () => void> = {
      ArrowDown: () => goTo(activeIndex + 1),
      ArrowUp: () => goTo(activeIndex - 1),
      PageDown: () => goTo(activeIndex + 10),
      PageUp: () => goTo(activeIndex - 10),
      Home: () => goTo(0),
      End: () => goTo(items.length - 1),
      ArrowRight: () => (open.has(item.batch.id) ? goTo(activeIndex + 1) : toggle(item.batch, true)),
      ArrowLeft: () => {
        if (item.kind === 'analysis') goTo(indexes.get(item.batch.id) ?? 0);
        else toggle(item.batch, false);
      },
      x: () => ticks.toggle(idsOf(item)),
      // Enter on a button within the row is that button's.
      ...(isOnRow && { Enter: () => enter(item), ' ': () => ticks.toggle(idsOf(item)) }),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const step = event.shiftKey ? (STEPS[event.key] ?? 0) : 0;
    const next = items[activeIndex + step];
    if (step !== 0 && next) ticks.add([...idsOf(item), ...idsOf(next)]);
    move();
  }

  function enter(item: Item) {
    if (item.kind === 'batch') toggle(item.batch);
    else if (['finished', 'held'].includes(item.analysis.state)) acts.onReport(item.analysis);
  }

  return (
    <div
      id="analyses"
      class="grid"
      role="treegrid"
      aria-label={t('analyses_list_label')}
      aria-rowcount={items.length + 1}
      aria-multiselectable="true"
    >
      {/* Rows are placed where they are in sight, which a table's rows can't be: roles take the place of elements. */}
      <Columns query={query} onSort={onSort} ticks={ticks} batches={batches} />
      <div class="scroller" ref={scroller} role="rowgroup" tabIndex={-1} onKeyDown={goAlong}>
        <div role="presentation" class="rows" style={{ height: `${rows.getTotalSize()}px` }}>
          {rows.getVirtualItems().map(({ key, index, start }) => {
            const item = items[index];
            if (!item) return null;
            const shared = {
              place: {
                'data-row': item.key,
                'data-index': index,
                'aria-rowindex': index + 2,
                ref: item.kind === 'analysis' ? rows.measureElement : null,
                tabIndex: index === activeIndex ? 0 : -1,
                style: { transform: `translateY(${start}px)` },
                onFocusIn: () => setActive(item.key),
              },
              tick: idsOf(item).length > 0 ? stateOfTicks(ticks, idsOf(item)) : null,
              onTick: () => ticks.toggle(idsOf(item)),
              isActive: index === activeIndex,
              now,
              acts,
            };
            return item.kind === 'batch' ? (
              <BatchItem
                key={key}
                {...shared}
                batch={item.batch}
                isOpen={open.has(item.batch.id)}
                onToggle={() => toggle(item.batch)}
              />
            ) : (
              <AnalysisItem key={key} {...shared} analysis={item.analysis} isFirst={item.isFirst} />
            );
          })}
        </div>
      </div>
    </div>
  );
}
