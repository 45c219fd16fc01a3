import type { Virtualizer } from '@tanstack/virtual-core';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Item } from './items.ts';

/** Keeps what is in sight where it is when rows come or go above it; at the list's top what comes in is shown. */
export function useKeptPlace(rows: Virtualizer<HTMLElement, HTMLElement>, items: readonly Item[]): void {
  const seen = useRef<{ key: string; offset: number; items: readonly Item[] } | null>(null);

  useLayoutEffect(() => {
    const before = seen.current;
    const offset = rows.scrollOffset ?? 0;
    if (before && before.items !== items && offset > 0) {
      const index = items.findIndex(({ key }) => key === before.key);
      const start = rows.measurementsCache[index]?.start;
      if (start !== undefined && start + before.offset !== offset) rows.scrollToOffset(start + before.offset);
    }
    const first = rows.getVirtualItems().find(({ end }) => end > (rows.scrollOffset ?? 0));
    if (first)
      seen.current = { key: String(first.key), offset: (rows.scrollOffset ?? 0) - first.start, items };
  });
}
