import { describe, expect, it } from 'vitest';
import { OPEN_GATE, takeSlot } from './gate.ts';
import type { Outbox } from './outbox.ts';
import { ACCOUNT, queuedAnalysis } from './testing.ts';
import { HOUR, MINUTE, SECOND } from './time.ts';
import { waitsOf } from './wait.ts';

const NOW = Date.UTC(2026, 0, 5, 12);
const FIVE = ['a', 'b', 'c', 'd', 'e'].map((id) => queuedAnalysis(id, NOW));
const OUTBOX: Outbox = {
  analyses: FIVE,
  account: ACCOUNT,
  isSignedIn: true,
  hasPermission: true,
  isOnline: true,
  isHeld: false,
  deadline: 2 * HOUR,
  gate: OPEN_GATE,
};

function told(outbox: Outbox) {
  return FIVE.map(waitsOf(outbox, NOW)).map(({ wait, place, at }) => ({
    for: wait.for,
    place,
    seconds: at === null ? null : (at - NOW) / SECOND,
  }));
}

describe('what a queued analysis waits for', () => {
  it('is its turn: three now, two in a minute', () => {
    expect(told(OUTBOX).map(({ place, seconds }) => [place, seconds])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [3, MINUTE / SECOND],
      [4, MINUTE / SECOND],
    ]);
  });

  it('is a slot, each at its time', () => {
    const times = [50, 40, 30].map((age) => NOW - age * SECOND);
    const gate = { ...OPEN_GATE, slots: times.map((time) => ({ sentAt: time, answeredAt: time })) };
    expect(told({ ...OUTBOX, gate }).map(({ seconds }) => seconds)).toEqual([10, 20, 30, 70, 80]);
    expect(told({ ...OUTBOX, gate })[0]?.for).toBe('slot');
  });

  it('is the end of a pause, and then its turn', () => {
    const pause = { kind: 'quotaUsedUp' as const, from: NOW, until: NOW + HOUR };
    expect(told({ ...OUTBOX, gate: { ...OPEN_GATE, pause } })[3]).toEqual({
      for: 'pause',
      place: 3,
      seconds: 3660,
    });
  });

  it.each<[Partial<Outbox>, string]>([
    [{ isHeld: true }, 'hold'],
    [{ isSignedIn: false }, 'signIn'],
    [{ hasPermission: false }, 'permission'],
    [{ isOnline: false }, 'network'],
    [{ gate: { ...OPEN_GATE, blocked: 'unauthorized' } }, 'credentials'],
    [{ gate: { ...OPEN_GATE, blocked: 'forbidden' } }, 'right'],
    [{ account: null }, 'account'],
    [{ account: { ...ACCOUNT, userName: 'u/b' } }, 'otherAccount'],
  ])('with %j is %s, of which nobody knows the time', (changes, name) => {
    expect(told({ ...OUTBOX, ...changes })[0]).toEqual({ for: name, place: 0, seconds: null });
  });

  it('leaves a free slot to the first, which has it again a minute later', () => {
    const gate = takeSlot(takeSlot(OPEN_GATE, NOW), NOW);
    expect(told({ ...OUTBOX, gate }).map(({ seconds }) => seconds)).toEqual([0, 60, 120, 120, 120]);
  });
});
