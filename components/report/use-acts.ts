import { useRef, useState } from 'preact/hooks';
import { type Answer, createActs, type Doors, type KnownLinks } from './acts.ts';

export type Acts = ReturnType<typeof useActs>;

/** What can be done with the analyses of a page, what came of it, and which links are at hand. */
export function useActs(doors: Doors) {
  const [answer, setAnswer] = useState<Answer>({ id: '', sentence: '' });
  const [links, setLinks] = useState<KnownLinks>({});
  const acts = useRef<ReturnType<typeof createActs> | null>(null);
  acts.current ??= createActs({ ...doors, now: Date.now, onAnswer: setAnswer, onLinks: setLinks });
  return { ...acts.current, review: doors.onHeld, answer, links };
}
