import type { ComponentChildren } from 'preact';
import { t, tn } from '@/utils/browser/i18n.ts';

interface FoldedProps<Item> {
  items: readonly Item[];
  /** How many there were in the report. */
  total?: number;
  /** How many are shown before the rest is folded. */
  first?: number;
  children: (item: Item) => ComponentChildren;
}

/** A list of which the rest is folded where it is long, and that says where the report holds more. */
export function Folded<Item>({ items, total = items.length, first = 8, children }: FoldedProps<Item>) {
  // Folding what is hardly longer hides more than it saves.
  const shown = items.length > first + 2 ? first : items.length;
  const list = (some: readonly Item[]) => (
    <ul>
      {some.map((item, index) => (
        <li key={index}>{children(item)}</li>
      ))}
    </ul>
  );
  return (
    <>
      {items.length > 0 && list(items.slice(0, shown))}
      {items.length > shown && (
        <details>
          <summary>{t('report_more', items.length - shown)}</summary>
          {list(items.slice(shown))}
        </details>
      )}
      {total > items.length && <p class="hint">{tn('report_left_out', total - items.length)}</p>}
    </>
  );
}
