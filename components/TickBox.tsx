export type TickState = 'all' | 'some' | 'none';

interface TickBoxProps {
  id?: string;
  state: TickState;
  label: string;
  tabIndex?: number;
  /** It stays as it is, and can be reached: why is said in the element with this id. */
  refusedBy?: string | undefined;
  onTick: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** A checkbox that knows "some of them". */
export function TickBox({ state, label, tabIndex = 0, refusedBy, onTick, ...more }: TickBoxProps) {
  return (
    <input
      {...more}
      type="checkbox"
      class="tick"
      checked={state === 'all'}
      indeterminate={state === 'some'}
      aria-label={label}
      aria-disabled={refusedBy !== undefined}
      aria-describedby={refusedBy}
      tabIndex={tabIndex}
      onClick={(event) => refusedBy !== undefined && event.preventDefault()}
      onChange={onTick}
    />
  );
}
