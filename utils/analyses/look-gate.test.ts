import { describe, expect, it } from 'vitest';
import type { ErrorKind } from '@/utils/spectra/service-error.ts';
import {
  afterLookup,
  isLookAhead,
  LOOKUPS,
  type LookGate,
  lookFreeAt,
  OPEN_LOOK_GATE,
  reopenedLook,
  soundLookGate,
  takeLook,
} from './look-gate.ts';
import { DAY, HOUR, MINUTE, SECOND } from './time.ts';

const NOW = Date.UTC(2026, 0, 5, 12);

function taken(count: number, at = NOW): LookGate {
  return Array.from({ length: count }).reduce<LookGate>((gate) => takeLook(gate, at), OPEN_LOOK_GATE);
}

const ended = (kind: ErrorKind, gate: LookGate = OPEN_LOOK_GATE, retryAfter?: number) =>
  afterLookup(gate, retryAfter === undefined ? { kind } : { kind, retryAfter }, NOW, 0);

describe('the gate of look-ups', () => {
  it('lets twenty a minute through', () => {
    expect(lookFreeAt(taken(LOOKUPS - 1))).toBeNull();
    expect(lookFreeAt(taken(LOOKUPS))).toBe(NOW + MINUTE);
    const later = soundLookGate(taken(LOOKUPS), NOW + MINUTE);
    expect(later.times).toEqual([]);
    expect(lookFreeAt(later)).toBeNull();
  });

  it('counts a time in the future as now, and one from before the clock went forward as it was', () => {
    const ahead = taken(LOOKUPS, NOW + HOUR);
    expect(isLookAhead(ahead, NOW)).toBe(true);
    expect(lookFreeAt(soundLookGate(ahead, NOW))).toBe(NOW + MINUTE);
    expect(soundLookGate(taken(1), NOW + HOUR, HOUR).times).toEqual([NOW + HOUR]);
    expect(isLookAhead(taken(1), NOW)).toBe(false);
  });

  it.each([
    ['serviceFault', 'faulty', 30 * SECOND],
    ['noAnswer', 'unreachable', 30 * SECOND],
    ['intercepted', 'intercepted', 30 * SECOND],
    ['rateLimited', 'rateLimited', MINUTE],
    ['quotaUsedUp', 'quotaUsedUp', 12 * HOUR],
  ] as const)('after %s makes a pause', (kind, pause, length) => {
    expect(ended(kind).pause).toEqual({ kind: pause, from: NOW, until: NOW + length });
  });

  it('makes pauses that grow to half an hour, until one is answered', () => {
    let gate = OPEN_LOOK_GATE;
    const lengths = Array.from({ length: 8 }, () => {
      gate = ended('serviceFault', gate);
      return ((gate.pause?.until ?? 0) - NOW) / SECOND;
    });
    expect(lengths).toEqual([30, 60, 120, 240, 480, 960, 1800, 1800]);
    expect(afterLookup(gate, undefined, NOW, 0)).toEqual({ times: [], failures: 0 });
    expect(ended('notFound', gate)).toEqual({ times: [], failures: 0 });
  });

  it('waits as long as the service asks, and not through a body that makes no sense', () => {
    expect(ended('rateLimited', OPEN_LOOK_GATE, 5 * MINUTE).pause?.until).toBe(NOW + 5 * MINUTE);
    expect(ended('quotaUsedUp', OPEN_LOOK_GATE, DAY).pause?.until).toBe(NOW + DAY);
    const gate = ended('serviceFault');
    expect(ended('nonsense', gate)).toBe(gate);
  });

  it('is closed without a right until the user acts', () => {
    const closed = ended('forbidden');
    expect(closed.isForbidden).toBe(true);
    expect(reopenedLook(ended('serviceFault', closed))).toEqual({ times: [], failures: 1 });
  });
});
