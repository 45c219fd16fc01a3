import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Watch } from '@/utils/capture/watch.ts';
import { type Choice, chosenTargets, type Looker, targetsIn, textToSend, typedTargets } from './target.ts';

interface TargetOptions {
  text: string;
  watched: Watch;
  load: () => Promise<Looker>;
}

export type SeenTarget = ReturnType<typeof useTarget>;

/** The targets in a text, and what there is to know of them before they are sent. */
export function useTarget({ text, watched, load }: TargetOptions) {
  const [looker, setLooker] = useState<Looker | null>(null);
  const [choice, setChoice] = useState<Choice>({ text, isInner: true });
  // Another text is another question.
  const isInner = choice.text !== text || choice.isInner;
  const { guard, ownDomains, allowPrivateHosts } = watched;

  useEffect(() => {
    // Where it can't be had nothing is sent either.
    load().then(setLooker, () => {});
  }, []);

  const known = useMemo(() => {
    if (!looker) return null;
    const hrefs = chosenTargets({ text, isInner }, looker);
    const wrapped = typedTargets(text, looker.readTyped).flatMap((outer) => {
      const layers = looker.unwrap(outer);
      const inner = layers.at(-1)?.inner;
      return inner === undefined ? [] : { outer, inner, by: layers.map(({ by }) => by) };
    });
    return { hrefs, wrapped, looks: hrefs.map((href) => looker.lookAt(href, watched)) };
  }, [text, isInner, looker, guard, ownDomains.join(), allowPrivateHosts]);

  return {
    hrefs: known?.hrefs ?? targetsIn(text),
    /** Null until it could be looked at. */
    known,
    isInner,
    choose: (inner: boolean) => setChoice({ text, isInner: inner }),
    /** What is to be sent, looked at first: a wrapped URL must not go out since its wrapper was not seen yet. */
    toSend: async () => textToSend({ text, isInner }, looker ?? (await load())),
  };
}
