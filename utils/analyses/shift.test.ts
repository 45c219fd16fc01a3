import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Analysis } from './analysis.ts';
import { shiftOf } from './shift.ts';
import { queuedAnalysis } from './testing.ts';
import { DAY, HOUR, MINUTE, SECOND } from './time.ts';

const NOW = new Date(2026, 10, 24, 12, 0, 0).getTime();

let number = 0;

function captured(capturedAt: number, changes: Partial<Analysis> = {}): Analysis {
  number += 1;
  return queuedAnalysis(`a${number}`, capturedAt, changes);
}

function finished(capturedAt: number, classification: string, hasRun = true): Analysis {
  return captured(capturedAt, { state: 'finished', verdict: { classification, hasRun } });
}

function totals(analyses: readonly Analysis[], now = NOW): number[] {
  return shiftOf(analyses, now).days.map(({ total }) => total);
}

afterEach(() => void vi.unstubAllEnvs());

describe('the last days', () => {
  it('are fourteen, today last, each from its local midnight', () => {
    const { days } = shiftOf([], NOW);
    expect(days).toHaveLength(14);
    expect(days.at(-1)?.start).toBe(new Date(2026, 10, 24).getTime());
    expect(days[0]?.start).toBe(new Date(2026, 10, 11).getTime());
  });

  it('count what was captured on them by its verdict, and what is open', () => {
    const yesterday = NOW - DAY;
    const { days, counts, total, today } = shiftOf(
      [
        finished(NOW, 'MALICIOUS'),
        finished(NOW, 'malicious'),
        finished(NOW, 'NO_THREATS_FOUND'),
        finished(NOW, 'NO_THREATS_FOUND', false),
        finished(yesterday, 'SUSPICIOUS'),
        finished(yesterday, 'ODD'),
        captured(NOW),
        captured(NOW, { state: 'running' }),
        captured(NOW, { state: 'failed' }),
        captured(NOW, { state: 'unconfirmed' }),
        captured(NOW, { state: 'unconfirmed', lookAt: NOW }),
        captured(NOW, { state: 'cancelled' }),
      ],
      NOW,
    );
    const none = { malicious: 0, suspicious: 0, unknown: 0, none: 0, clean: 0, open: 0 };
    const ofToday = { ...none, malicious: 2, clean: 1, none: 3, open: 3 };
    expect(days.at(-1)).toMatchObject({ counts: ofToday, total: 9 });
    expect(days.at(-2)).toMatchObject({ counts: { ...none, suspicious: 1, unknown: 1 }, total: 2 });
    expect(counts).toEqual({ ...ofToday, suspicious: 1, unknown: 1 });
    expect({ total, today }).toEqual({ total: 11, today: 9 });
  });

  it('begin and end at midnight, to the millisecond', () => {
    const midnight = new Date(2026, 10, 24).getTime();
    const first = new Date(2026, 10, 11).getTime();
    const found = totals([captured(midnight), captured(midnight - 1), captured(first), captured(first - 1)]);
    expect(found).toEqual([1, ...Array<number>(11).fill(0), 1, 1]);
  });

  it.each([
    // The clock goes forward on 29 March and back on 25 October; in Beirut at midnight, so that a day begins at 01:00.
    ['Europe/Berlin', [2026, 2, 29, 12], 23],
    ['Europe/Berlin', [2026, 9, 25, 12], 25],
    ['Asia/Beirut', [2026, 2, 29, 12], 23],
    ['Australia/Lord_Howe', [2026, 3, 5, 12], 24.5],
    ['UTC', [2026, 2, 29, 12], 24],
  ] as const)('in %s around %j: a day of %d hours is one day', (zone, [year, month, day, hour], hours) => {
    vi.stubEnv('TZ', zone);
    const evening = new Date(year, month, day, hour + 8).getTime();
    const { days } = shiftOf([], new Date(year, month, day + 1, hour).getTime());
    const [of, next] = days.slice(-2).map(({ start }) => start);
    if (of === undefined || next === undefined) throw new Error('no days');
    expect((next - of) / HOUR).toBe(hours);
    const analyses = [captured(of), captured(evening), captured(next - 1), captured(next), captured(of - 1)];
    expect(totals(analyses, new Date(year, month, day + 1, hour).getTime()).slice(-3)).toEqual([1, 3, 1]);
    // As the day itself goes by, too.
    for (let at = of; at < next; at += 30 * MINUTE) {
      expect(shiftOf([captured(of), captured(at)], at).today).toBe(2);
    }
  });

  it('take what was captured before the clock was set back as of now, unless the clock was plainly wrong', () => {
    expect(shiftOf([captured(NOW + 13 * HOUR)], NOW).today).toBe(1);
    expect(shiftOf([captured(NOW + 366 * DAY)], NOW).total).toBe(0);
  });
});

describe('what was sent in the last hour', () => {
  const sent = (sentAt: number) => captured(NOW - 20 * DAY, { state: 'running', sentAt });

  it('stands against three a minute, whenever it was captured', () => {
    const analyses = [sent(NOW), sent(NOW - HOUR + SECOND), sent(NOW - HOUR), captured(NOW)];
    expect(shiftOf(analyses, NOW)).toMatchObject({ sent: 2, possible: 180 });
  });

  it('is little moved by a clock that was set back', () => {
    expect(shiftOf([sent(NOW + 10 * MINUTE), sent(NOW + 30 * DAY)], NOW).sent).toBe(1);
  });
});

it('10,000 in any order are counted at once', () => {
  const words = ['MALICIOUS', 'SUSPICIOUS', 'NO_THREATS_FOUND', 'UNKNOWN'];
  const analyses = Array.from({ length: 10_000 }, (_, index) =>
    finished(NOW - ((index * 7919) % 14_000) * MINUTE, words[index % 4] ?? ''),
  );
  shiftOf(analyses, NOW);
  const times = Array.from({ length: 5 }, () => {
    const from = performance.now();
    expect(shiftOf(analyses, NOW).total).toBe(10_000);
    return performance.now() - from;
  });
  expect(Math.min(...times)).toBeLessThan(50);
});
