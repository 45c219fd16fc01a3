import type { TickState } from './ticks.ts';

interface TickBoxProps {
  state: TickState;
  label: string;
  tabIndex?: number;
  onTick: () => void;
}

/** A checkbox that knows "some of them". */
export function TickBox({ state, label, tabIndex = 0, onTick }: TickBoxProps) {
  return (
    <input
      type="checkbox"
      class="tick"
      checked={state === 'all'}
      indeterminate={state === 'some'}
      aria-label={label}
      tabIndex={tabIndex}
      onChange={onTick}
    />
  );
}
