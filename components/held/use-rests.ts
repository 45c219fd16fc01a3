import { useRef } from 'preact/hooks';
import { withoutSighted } from '@/utils/capture/watch.ts';
import type { HeldGroup } from './groups.ts';

/** What is left of a held URL without what the guard saw; found once for each, since the page is drawn again and again. */
export function useRests(): (group: HeldGroup) => string | undefined {
  const known = useRef(new Map<string, string | undefined>());
  return ({ id, analyses: [first] }) => {
    if (!known.current.has(id)) known.current.set(id, withoutSighted(first));
    return known.current.get(id);
  };
}
