import { useState } from 'preact/hooks';
import type { TickState } from '@/components/TickBox.tsx';

/** Which analyses the user ticked. */
export interface Ticks {
  ids: ReadonlySet<string>;
  /** Ticks these, or, where all of them are, none of them. */
  toggle: (ids: readonly string[]) => void;
  add: (ids: readonly string[]) => void;
  clear: () => void;
}

export function useTicks(): Ticks {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    toggle: (some) =>
      setIds((before) => {
        const next = new Set(before);
        const isAll = some.every((id) => before.has(id));
        for (const id of some) isAll ? next.delete(id) : next.add(id);
        return next;
      }),
    add: (some) => setIds((before) => new Set([...before, ...some])),
    clear: () => setIds(new Set()),
  };
}

export function stateOfTicks({ ids }: Ticks, some: readonly string[]): TickState {
  const count = some.filter((id) => ids.has(id)).length;
  if (count === 0) return 'none';
  return count === some.length ? 'all' : 'some';
}
