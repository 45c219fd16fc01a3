import { type Analysis, isOpen } from './analysis.ts';
import { LIMIT, WINDOW } from './slots.ts';
import { DAY, HOUR } from './time.ts';
import { RANKS, type Rank, rankOf } from './verdict.ts';

/** What an analysis counts as: its verdict, or open where it has none yet. Of what the user took back nothing is counted. */
export const SHARES = [...RANKS, 'open'] as const;
export type Share = Rank | 'open';
export type Counts = Readonly<Record<Share, number>>;

export interface ShiftDay {
  /** Its first moment by the local calendar. */
  start: number;
  counts: Counts;
  total: number;
}

/** What was captured in the last days, and how fast it goes out. */
export interface Shift {
  /** Oldest first; the last one is today. */
  days: readonly ShiftDay[];
  /** Of all these days. */
  counts: Counts;
  total: number;
  /** Of today. */
  today: number;
  /** How many were sent in the last hour, of how many the limit allows in one. */
  sent: number;
  possible: number;
}

/** The analyses by the local calendar day of their capture, in any order and number. */
export function shiftOf(analyses: readonly Analysis[], now: number, days = 14): Shift {
  const starts = startsOf(now, days);
  const counts = starts.map(noCounts);
  const sum = noCounts();
  let sent = 0;
  for (const analysis of analyses) {
    if (wasSentAround(analysis, now)) sent += 1;
    const day = counts[dayOf(analysis.capturedAt, starts, now)];
    const share = day && shareOf(analysis);
    if (!share) continue;
    day[share] += 1;
    sum[share] += 1;
  }
  const shiftDays = starts.map((start, index) => {
    const own = counts[index] ?? noCounts();
    return { start, counts: own, total: totalOf(own) };
  });
  return {
    days: shiftDays,
    counts: sum,
    total: totalOf(sum),
    today: shiftDays.at(-1)?.total ?? 0,
    sent,
    possible: (LIMIT * HOUR) / WINDOW,
  };
}

/** When the last days began, by the calendar: some are 23 or 25 hours long, and some do not begin at 00:00. */
function startsOf(now: number, days: number): number[] {
  const today = new Date(now);
  return Array.from({ length: days }, (_, index) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - (days - 1 - index)).getTime(),
  );
}

/**
 * The place of the day of a capture, or -1 where it is none of these. One in the future was before the clock was set back, and
 * counts as of now; where it is more than a day ahead, the clock was wrong then, and nobody knows the day.
 */
function dayOf(capturedAt: number, starts: readonly number[], now: number): number {
  return capturedAt - now > DAY ? -1 : starts.findLastIndex((start) => start <= Math.min(capturedAt, now));
}

/** Within an hour either way: after a small setting back of the clock the last ones seem to be still to come. */
function wasSentAround({ sentAt }: Analysis, now: number): boolean {
  return sentAt !== undefined && Math.abs(now - sentAt) < HOUR;
}

function shareOf(analysis: Analysis): Share | undefined {
  return rankOf(analysis) ?? (isOpen(analysis) ? 'open' : undefined);
}

function totalOf(counts: Counts): number {
  return SHARES.reduce((sum, share) => sum + counts[share], 0);
}

function noCounts(): Record<Share, number> {
  return { malicious: 0, suspicious: 0, unknown: 0, none: 0, clean: 0, open: 0 };
}
