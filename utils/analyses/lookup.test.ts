import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '@/utils/spectra/history.ts';
import type { Analysis } from './analysis.ts';
import { findStart, lookedFor, lookTime, nextLook, retryLook } from './lookup.ts';
import { ACCOUNT, queuedAnalysis } from './testing.ts';
import { HOUR, MINUTE, SECOND } from './time.ts';

const SENT = Date.UTC(2026, 0, 5, 12);

function unconfirmed(id: string, changes: Partial<Analysis> = {}): Analysis {
  return queuedAnalysis(id, SENT, {
    state: 'unconfirmed',
    attempts: 1,
    sentAt: SENT,
    lookAt: SENT + 5 * MINUTE,
    ...changes,
  });
}

function entry(analysisId: string, at: number, platform: HistoryEntry['platform'] = 'linux'): HistoryEntry {
  return { analysisId, at, platform, sha1: 's' };
}

const nobody = () => false;

describe('looking', () => {
  it('happens 5, 15, 30 and 120 minutes after the sending, then no more', () => {
    const times: number[] = [];
    for (let time = nextLook(SENT, SENT); time !== undefined; time = nextLook(SENT, time)) times.push(time);
    expect(times.map((time) => (time - SENT) / MINUTE)).toEqual([5, 15, 30, 120]);
  });

  it('is done once for all that was slept through', () => {
    expect(nextLook(SENT, SENT + 20 * MINUTE)).toBe(SENT + 30 * MINUTE);
    expect(nextLook(SENT, SENT + 5 * HOUR)).toBeUndefined();
  });

  it('is tried again where the service gives no answer, the later the older it is, for a day', () => {
    expect(retryLook(SENT, SENT + 2 * MINUTE, 0)).toBe(SENT + 3 * MINUTE);
    expect(retryLook(SENT, SENT + HOUR, 0)).toBe(SENT + HOUR + 15 * MINUTE);
    expect(retryLook(SENT, SENT + 10 * HOUR, 0)).toBe(SENT + 10.5 * HOUR);
    expect(retryLook(SENT, SENT + 25 * HOUR, 0)).toBeUndefined();
  });

  it('is due at once where its time was stored before the clock was set back', () => {
    const now = SENT - 24 * HOUR;
    expect(lookTime(unconfirmed('a'), now)).toBe(now);
    expect(lookTime(unconfirmed('a'), SENT)).toBe(SENT + 5 * MINUTE);
  });

  it('is done for the account that is set only, and for what is unconfirmed', () => {
    const other = { ...ACCOUNT, userName: 'u/b' };
    const late = unconfirmed('late', { lookAt: SENT + 15 * MINUTE });
    const { lookAt: _, ...done } = unconfirmed('done');
    const all = [late, unconfirmed('a'), unconfirmed('b', { account: other }), done];
    const given = unconfirmed('given', { state: 'givenUp' });
    expect(lookedFor([...all, given], ACCOUNT, SENT).map(({ id }) => id)).toEqual(['a', 'late']);
    expect(lookedFor(all, null, SENT)).toEqual([]);
  });
});

describe('what is found', () => {
  it('is on its platform, and not from before its sending but for the difference of clocks', () => {
    const one = unconfirmed('a');
    expect(findStart(one, [one], [entry('x', SENT, 'windows11')], nobody)).toBeUndefined();
    expect(findStart(one, [one], [entry('x', SENT - 121 * SECOND)], nobody)).toBeUndefined();
    expect(findStart(one, [one], [entry('x', SENT - 119 * SECOND)], nobody)?.analysisId).toBe('x');
  });

  it('goes by the time of the service where that is known', () => {
    const one = unconfirmed('a', { serviceSentAt: SENT + HOUR });
    expect(findStart(one, [one], [entry('x', SENT)], nobody)).toBeUndefined();
    expect(findStart(one, [one], [entry('x', SENT + HOUR)], nobody)?.analysisId).toBe('x');
  });

  it('is the oldest, and not what a record has already', () => {
    const one = unconfirmed('a');
    const history = [entry('third', SENT + 3), entry('first', SENT + 1), entry('second', SENT + 2)];
    expect(findStart(one, [one], history, nobody)?.analysisId).toBe('first');
    expect(findStart(one, [one], history, (id) => id === 'first')?.analysisId).toBe('second');
  });

  it('is the older record’s, where two could have started it', () => {
    const old = unconfirmed('old');
    const young = unconfirmed('young', { sentAt: SENT + MINUTE });
    const rivals = [young, old];
    expect(findStart(young, rivals, [entry('x', SENT + MINUTE)], nobody)).toBeUndefined();
    expect(findStart(old, rivals, [entry('x', SENT + MINUTE)], nobody)?.analysisId).toBe('x');
    const two = [entry('x', SENT + 1), entry('y', SENT + MINUTE)];
    expect(findStart(young, rivals, two, nobody)?.analysisId).toBe('y');
  });

  it('of another URL is nothing to it', () => {
    const one = unconfirmed('a');
    const other = unconfirmed('b', { href: 'http://other.test/', sentAt: SENT - MINUTE });
    expect(findStart(one, [other, one], [entry('x', SENT)], nobody)?.analysisId).toBe('x');
  });
});
