import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SubmitOutcome } from '@/utils/spectra/client.ts';
import {
  afterSubmit,
  afterUsage,
  freeSlots,
  type Gate,
  hasContact,
  OPEN_GATE,
  slotTimes,
  soundGate,
  takeSlot,
} from './gate.ts';
import { HOUR, MINUTE, SECOND } from './time.ts';

const NOW = Date.UTC(2026, 0, 5, 12);
const STARTED: SubmitOutcome = { result: 'started', started: { analysisId: 'a', sha1: '', url: '' } };
const UNKNOWN: SubmitOutcome = { result: 'unknown', error: { kind: 'noAnswer' } };

describe('slots', () => {
  it('are free 60 s after the answer', () => {
    const gate = afterSubmit(takeSlot(OPEN_GATE, NOW), NOW, STARTED, NOW + 5 * SECOND, 0);
    expect(slotTimes(gate)).toEqual([NOW + 65 * SECOND]);
    expect(freeSlots(soundGate(gate, NOW + 65 * SECOND - 1))).toBe(2);
    expect(freeSlots(soundGate(gate, NOW + 65 * SECOND))).toBe(3);
  });

  it('are free two minutes after the sending where no answer came: it may arrive late', () => {
    const gate = afterSubmit(takeSlot(OPEN_GATE, NOW), NOW, UNKNOWN, NOW + 25 * SECOND, 0);
    expect(slotTimes(gate)).toEqual([NOW + 120 * SECOND]);
  });

  it('count a time in the future as now', () => {
    const gate = soundGate(takeSlot(OPEN_GATE, NOW + HOUR), NOW);
    expect(slotTimes(gate)).toEqual([NOW + 120 * SECOND]);
  });

  it('never let a fourth request into any 60 s, as the service sees them', () => {
    // The service may count a request at any moment between its sending and its answer.
    const wait = fc.integer({ min: 0, max: 40 * SECOND });
    const latency = fc.integer({ min: 0, max: 25 * SECOND });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(wait, latency, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 20 }),
        (moves) => {
          let gate: Gate = OPEN_GATE;
          let now = NOW;
          const seen: number[] = [];
          for (const [pause, delay, share] of moves) {
            now += pause;
            gate = soundGate(gate, now);
            if (freeSlots(gate) === 0) continue;
            const sentAt = now;
            gate = takeSlot(gate, sentAt);
            seen.push(sentAt + Math.floor(delay * share));
            now += delay;
            gate = afterSubmit(soundGate(gate, now), sentAt, STARTED, now, 0);
          }
          seen.sort((one, other) => one - other);
          return seen.every((time, index) => index < 3 || time - (seen[index - 3] ?? 0) >= MINUTE);
        },
      ),
    );
  });
});

describe('pauses', () => {
  it('grow from 30 s to 30 min, and start anew after a success', () => {
    let gate: Gate = OPEN_GATE;
    const lengths: number[] = [];
    for (let failure = 0; failure < 9; failure++) {
      gate = afterUsage(gate, { error: { kind: 'noAnswer' } }, NOW, 0);
      lengths.push(((gate.pause?.until ?? 0) - NOW) / SECOND);
    }
    expect(lengths).toEqual([30, 60, 120, 240, 480, 960, 1800, 1800, 1800]);
    expect(afterSubmit(gate, NOW, STARTED, NOW, 0)).toMatchObject({ failures: 0 });
    expect(afterSubmit(gate, NOW, STARTED, NOW, 0).pause).toBeUndefined();
  });

  it('keep growing while submissions stay without an answer though the usage call has one', () => {
    const first = afterSubmit(OPEN_GATE, NOW, UNKNOWN, NOW, 0);
    const contact = afterUsage(first, {}, NOW + 30 * SECOND, 0);
    const second = afterSubmit(contact, NOW, UNKNOWN, NOW + 40 * SECOND, 0);
    expect((second.pause?.until ?? 0) - (NOW + 40 * SECOND)).toBe(MINUTE);
  });

  it('are spread by a fifth', () => {
    const gate = afterUsage(OPEN_GATE, { error: { kind: 'noAnswer' } }, NOW, 1);
    expect(gate.pause?.until).toBe(NOW + 36 * SECOND);
  });
});

describe('contact', () => {
  it('lasts 60 s, and a time in the future is none', () => {
    const gate = afterUsage(OPEN_GATE, {}, NOW, 0);
    expect(hasContact(gate, NOW + MINUTE)).toBe(true);
    expect(hasContact(gate, NOW + MINUTE + 1)).toBe(false);
    expect(hasContact(soundGate(gate, NOW - HOUR), NOW - HOUR)).toBe(false);
  });

  it('is made by a refusal of the usage call, which is another right than to submit', () => {
    const gate = afterUsage(OPEN_GATE, { error: { kind: 'forbidden', status: 403 } }, NOW, 0);
    expect(gate).toMatchObject({ contactAt: NOW });
    expect(gate.blocked).toBeUndefined();
  });

  it('is made by a wrong password, which stops everything', () => {
    expect(afterUsage(OPEN_GATE, { error: { kind: 'unauthorized' } }, NOW, 0)).toMatchObject({
      blocked: 'unauthorized',
    });
  });
});
