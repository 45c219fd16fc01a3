import { describe, expect, it, vi } from 'vitest';
import type { Analysis, State } from '@/utils/analyses/analysis.ts';
import { MINUTE } from '@/utils/analyses/time.ts';
import type { Waiting } from '@/utils/analyses/wait.ts';
import type { Row } from '@/utils/background/overview.ts';
import { summaryOf } from './summary.ts';

vi.mock('@/utils/browser/i18n.ts', () => import('@/components/i18n-testing.ts'));

const NOW = new Date(2026, 10, 24, 12, 0, 0).getTime();

function row(state: State, wait?: Waiting): Row {
  const analysis = { state, startedAt: NOW - 3 * MINUTE } as Analysis;
  return wait ? { analysis, wait } : { analysis };
}

const turn = (place: number, at = NOW + 10 * MINUTE): Row =>
  row('queued', { wait: { for: 'turn' }, place, at });

describe('how a batch stands', () => {
  it('counts the states, what went wrong first, and tells when the next goes out', () => {
    expect(summaryOf([row('running'), turn(3), turn(2), row('failed')], NOW)).toBe(
      '1 failed, 1 running, 2 queued · 3rd, about 12:10',
    );
  });

  it.each([
    [1, '2nd'],
    [2, '3rd'],
    [3, '4th'],
    [10, '11th'],
    [11, '12th'],
    [12, '13th'],
    [20, '21st'],
  ])('calls the place %i the %s', (place, words) => {
    expect(summaryOf([turn(place)], NOW)).toBe(`1 queued · ${words}, about 12:10`);
  });

  it('tells how far the first is where none is to go out', () => {
    expect(summaryOf([row('running'), row('cancelled')], NOW)).toBe('1 running, 1 cancelled · 3 of ~15 min');
    expect(summaryOf([row('running')], NOW + 20 * MINUTE)).toBe('1 running · report due');
    expect(summaryOf([row('cancelled')], NOW)).toBe('1 cancelled');
  });

  it('names the verdicts first, the worst first', () => {
    const finished = (classification: string): Row => ({
      analysis: { state: 'finished', verdict: { classification, hasRun: true } } as Analysis,
    });
    const rows = [finished('NO_THREATS_FOUND'), row('failed'), finished('MALICIOUS'), finished('KNOWN')];
    expect(summaryOf(rows, NOW)).toBe('1 malicious, 2 without threats, 1 failed');
  });

  it('says that it is on hold, and leaves longer waits to the note', () => {
    const held: Waiting = { wait: { for: 'hold' }, place: 0, at: null };
    expect(summaryOf([row('running'), row('queued', held)], NOW)).toBe('1 running, 1 queued · On hold');
    const signIn: Waiting = { wait: { for: 'signIn' }, place: 0, at: null };
    expect(summaryOf([row('running'), row('queued', signIn)], NOW)).toBe('1 running, 1 queued');
  });
});
