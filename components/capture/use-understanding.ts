import { useEffect, useState } from 'preact/hooks';
import type { Understand, Understood } from './understood.ts';

/** Typing goes first: a text is read once it rests. */
const REST = 150;

/** What was understood of the text that stands there, or stood there a moment ago; null before the first. */
export function useUnderstanding(
  text: string,
  addresses: readonly string[],
  understand: Understand,
): Understood | null {
  const [understood, setUnderstood] = useState<Understood | null>(null);

  useEffect(() => {
    let isCurrent = true;
    const read = () =>
      void understand(text, addresses).then((next) => {
        if (isCurrent) setUnderstood(next);
      });
    const timer = setTimeout(read, understood ? REST : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, addresses, understand]);

  return understood;
}
