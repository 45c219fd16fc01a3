import type { TickState } from '@/components/TickBox.tsx';
import type { ListActs } from './list-acts.ts';

/** Where a row stands, in the list and for assistive technology. */
interface RowPlace {
  'data-row': string;
  'data-index': number;
  'aria-rowindex': number;
  ref: ((element: HTMLElement | null) => void) | null;
  tabIndex: number;
  style: { transform: string };
  onFocusIn: () => void;
}

/** What each row gets. */
export interface RowProps {
  place: RowPlace;
  /** Null where the filter leaves it out: only what was asked for can be ticked. */
  tick: TickState | null;
  onTick: () => void;
  /** It is the one that the Tab key reaches; its controls are, too. */
  isActive: boolean;
  now: number;
  acts: ListActs;
}
