import { Icon } from '@/components/Icon.tsx';
import { TickBox } from '@/components/TickBox.tsx';
import type { FoundBatch } from '@/utils/analyses/archive.ts';
import type { Query, Sort } from '@/utils/analyses/query.ts';
import { t } from '@/utils/browser/i18n.ts';
import { stateOfTicks, type Ticks } from './ticks.ts';

interface ColumnsProps {
  query: Query;
  onSort: (sort: Sort) => void;
  ticks: Ticks;
  batches: readonly FoundBatch[];
}

const COLUMNS = [
  { name: 'url', sort: 'url' },
  { name: 'platforms', sort: 'verdict' },
  { name: 'state' },
  { name: 'sent', sort: 'sent' },
  { name: 'case', sort: 'case' },
] as const;

/** The head of the list: tick all that is found, sort by a column; pressed again, the other way round. */
export function Columns({ query, onSort, ticks, batches }: ColumnsProps) {
  const all = batches.flatMap(({ matching }) => [...matching]);
  return (
    <div role="row" class="columns" aria-rowindex={1}>
      <div role="columnheader" class="cell-tick">
        <TickBox state={stateOfTicks(ticks, all)} label={t('tick_all')} onTick={() => ticks.toggle(all)} />
      </div>
      {COLUMNS.map((column) =>
        'sort' in column ? (
          <SortColumn key={column.name} {...column} query={query} onSort={onSort} />
        ) : (
          <div key={column.name} role="columnheader" class={`cell-${column.name}`}>
            {t(`column_${column.name}`)}
          </div>
        ),
      )}
    </div>
  );
}

interface SortColumnProps {
  name: 'url' | 'platforms' | 'sent' | 'case';
  sort: Sort;
  query: Query;
  onSort: (sort: Sort) => void;
}

function SortColumn({ name, sort, query, onSort }: SortColumnProps) {
  const isSorted = sort === query.sort;
  // Newest first is the way down; all others begin at their top.
  const isDown = (sort === 'sent') !== query.isReversed;
  return (
    <div
      role="columnheader"
      class={`cell-${name}`}
      aria-sort={isSorted ? (isDown ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" class={isSorted ? 'sort sorted' : 'sort'} onClick={() => onSort(sort)}>
        {t(`column_${name}`)}
        {isSorted && (
          <span class={isDown ? 'down' : 'up'}>
            <Icon name="chevron" />
          </span>
        )}
      </button>
    </div>
  );
}
