import { useCallback, useState } from 'preact/hooks';

/** What was said last, and how often something was. */
export interface Utterance {
  text: string;
  times: number;
}

/** Something to be said, and how to say something: the same again is said again. */
export function useSaid(): [Utterance, (text: string) => void] {
  const [said, setSaid] = useState<Utterance>({ text: '', times: 0 });
  const say = useCallback((text: string) => setSaid(({ times }) => ({ text, times: times + 1 })), []);
  return [said, say];
}

interface SaidProps {
  id: string;
  class?: string;
  said: Utterance;
}

/** A line that assistive technology reads out when it changes. */
export function Said({ id, said, ...look }: SaidProps) {
  return (
    <p id={id} role="status" {...look}>
      {/* A text that stays the same is no change: the same answer twice is another element. */}
      <span key={said.times}>{said.text}</span>
    </p>
  );
}
