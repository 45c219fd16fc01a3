import { isShortWait, listed, minutesOf, REPORT_TIME, waitPhrase } from '@/components/words.ts';
import type { State } from '@/utils/analyses/analysis.ts';
import { MINUTE } from '@/utils/analyses/time.ts';
import { RANKS, rankOf } from '@/utils/analyses/verdict.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';

/** In the order in which they are named: after the verdicts what went wrong first. */
const STATES: readonly Exclude<State, 'finished'>[] = [
  'failed',
  'unconfirmed',
  'noReport',
  'running',
  'submitting',
  'queued',
  'held',
  'cancelled',
  'givenUp',
  'discarded',
];

/** Analyses that stand alike. */
interface Alike {
  count: number;
  /** "2 running" */
  words: string;
  /** One of them. */
  first: Row;
}

/** The analyses of a batch by how they stand. */
export function alikeIn(rows: readonly Row[]): Alike[] {
  const alike = (some: readonly Row[], words: (count: number) => string) =>
    some[0] ? { count: some.length, words: words(some.length), first: some[0] } : [];
  const finished = rows.filter(({ analysis }) => analysis.state === 'finished');
  return [
    ...RANKS.flatMap((rank) =>
      alike(
        finished.filter(({ analysis }) => rankOf(analysis) === rank),
        (count) => t(`count_rank_${rank}`, count),
      ),
    ),
    ...STATES.flatMap((state) =>
      alike(
        rows.filter(({ analysis }) => analysis.state === state),
        (count) => t(`count_${state}`, count),
      ),
    ),
  ];
}

/** How the analyses of a batch stand: "2 running, 1 queued · 3rd, about 12:04". */
export function summaryOf(rows: readonly Row[], now: number): string {
  const counts = alikeIn(rows).map(({ words }) => words);
  const next = nextWords(rows, now);
  return next ? t('summary_next', listed(counts), next) : listed(counts);
}

/** When the next one goes out; where none is to go out, how far the first is. Other waits have a note. */
function nextWords(rows: readonly Row[], now: number): string {
  const queued = rows.filter(isShortWait).sort((one, other) => placeOf(one) - placeOf(other))[0];
  if (queued) return waitPhrase(queued, now);
  if (rows.some(({ wait }) => wait)) return '';
  const running = rows.find(({ analysis }) => analysis.state === 'running');
  if (!running) return '';
  const minutes = minutesOf(running.analysis, now);
  return minutes === null ? t('summary_due') : t('summary_minutes', minutes, REPORT_TIME / MINUTE);
}

function placeOf({ wait }: Row): number {
  return wait?.place ?? 0;
}
