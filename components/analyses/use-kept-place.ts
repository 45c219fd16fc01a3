import type { Virtualizer } from '@tanstack/virtual-core';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Item } from './items.ts';

/** Keeps what is in sight where it is when rows come or go above it; at the list's top what comes in is shown. */
export function useKeptPlace(rows: Virtualizer<HTMLElement, HTMLElement>, items: readonly Item[]): void {
  const seen = useRef<{ key: string; start: number; items: readonly Item[] } | null>(null);

  useLayoutEffect(() => {
    const { current } = seen;
    const offset = rows.scrollOffset ?? 0;
    if (current && current.items !== items && offset > 0) {
      const index = items.findIndex(({ key }) => key === current.key);
      const moved = (rows.measurementsCache[index]?.start ?? current.start) - current.start;
      if (moved !== 0) rows.scrollToOffset(offset + moved);
    }
    const first = rows.getVirtualItems().find(({ end }) => end > (rows.scrollOffset ?? 0));
    seen.current = first ? { key: String(first.key), start: first.start, items } : null;
  });
}
