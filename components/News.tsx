import { useEffect, useRef } from 'preact/hooks';
import { SECOND } from '@/utils/analyses/time.ts';
import type { Row } from '@/utils/background/overview.ts';
import { movedSince, newsSentence, statesOf } from './news.ts';
import { Said, useSaid } from './Said.tsx';

/** So long changes are gathered: the platforms of a batch are one sentence. */
const GATHERED = SECOND;

interface NewsProps {
  rows: readonly Row[];
  /** An analysis that is not among the rows any more. */
  rowOf?: (id: string) => Row | undefined;
}

/** Tells those who do not see the rows when analyses come to another state. */
export function News({ rows, rowOf }: NewsProps) {
  const told = useRef(statesOf(rows));
  const latest = useRef<NewsProps>({ rows });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [said, say] = useSaid();
  latest.current = { rows, ...(rowOf && { rowOf }) };

  function tell() {
    timer.current = undefined;
    const { rows: shown, rowOf: find } = latest.current;
    const ids = new Set(shown.map(({ analysis }) => analysis.id));
    const gone = [...told.current.keys()].filter((id) => !ids.has(id)).flatMap((id) => find?.(id) ?? []);
    const moved = movedSince(told.current, [...shown, ...gone]);
    told.current = statesOf(shown);
    if (moved.length > 0) say(newsSentence(moved, Date.now()));
  }

  useEffect(() => {
    // What is new is known from now on with the state that it has now.
    told.current = new Map([...statesOf(rows), ...told.current]);
    timer.current ??= setTimeout(tell, GATHERED);
  }, [rows]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return <Said id="news" class="hidden" said={said} />;
}
