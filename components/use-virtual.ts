import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface VirtualOptions {
  count: number;
  scroller: RefObject<HTMLElement | null>;
  /** How high an item most likely is, in CSS pixels; once it is shown it is measured. */
  sizeOf: (index: number) => number;
  keyOf: (index: number) => string;
  /** An item that stays even where it is out of sight, since the focus is in it; -1 for none. */
  kept: number;
}

/** Shows just those items of a long list that are in sight, by TanStack Virtual. */
export function useVirtual({ count, scroller, sizeOf, keyOf, kept }: VirtualOptions) {
  const [, showAgain] = useReducer((times: number) => times + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: sizeOf,
    getItemKey: keyOf,
    overscan: 4,
    rangeExtractor: (range: Range) => withKept(defaultRangeExtractor(range), kept < count ? kept : -1),
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    // Before the list was measured it is as high as a screen, so that the first rows need no second pass.
    initialRect: { width: 0, height: 900 },
    onChange: () => showAgain(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}

function withKept(indexes: number[], kept: number): number[] {
  if (kept < 0 || indexes.includes(kept)) return indexes;
  return [...indexes, kept].sort((one, other) => one - other);
}
