import { describe, expect, it } from 'vitest';
import type { SubmitOutcome } from '@/utils/spectra/client.ts';
import {
  afterLook,
  afterSubmit,
  afterTrial,
  afterUsage,
  closedGate,
  freeSlots,
  type Gate,
  hasContact,
  OPEN_GATE,
  reconnected,
  reopened,
  sinceReopening,
  takeLookup,
  takeSlot,
} from './gate.ts';
import { lookFreeAt, OPEN_LOOK_GATE } from './look-gate.ts';
import { MINUTE, SECOND } from './time.ts';

const NOW = Date.UTC(2026, 0, 5, 12);
const UNKNOWN: SubmitOutcome = { result: 'unknown', error: { kind: 'serviceFault', status: 503 } };

function lost(): Gate {
  return afterSubmit(takeSlot(OPEN_GATE, NOW), NOW, UNKNOWN, NOW, 0);
}

describe('after a submission that ended unknown', () => {
  it('an answer to the usage call is no sign that the endpoint works', () => {
    const gate = afterUsage(lost(), {}, NOW + MINUTE, 0);
    expect(gate.contactAt).toBe(NOW + MINUTE);
    expect(hasContact(gate, NOW + MINUTE)).toBe(false);
  });

  it('a trial that the endpoint takes is one; pauses go on growing until a submission is answered', () => {
    const sentAt = NOW + MINUTE;
    const gate = afterTrial(takeSlot(lost(), sentAt), sentAt, {}, sentAt + SECOND, 0);
    expect(hasContact(gate, sentAt + SECOND)).toBe(true);
    expect(gate.failures).toBe(1);
    const again = afterSubmit(takeSlot(gate, sentAt), sentAt, UNKNOWN, sentAt + SECOND, 0);
    expect((again.pause?.until ?? 0) - sentAt - SECOND).toBe(MINUTE);
  });

  it('a trial that fails leaves the doubt', () => {
    const error = { kind: 'serviceFault' as const, status: 503 };
    const gate = afterTrial(takeSlot(lost(), NOW), NOW, { error }, NOW + SECOND, 0);
    expect(gate.isDoubtful).toBe(true);
    expect(gate.failures).toBe(2);
  });
});

describe('what the user does', () => {
  it('ends refusals and outages, and no pause that the service asked for', () => {
    const paused = (kind: 'rateLimited' | 'unreachable') => ({ kind, from: NOW, until: NOW + MINUTE });
    const refused: Gate = {
      ...OPEN_GATE,
      blocked: 'unauthorized',
      hasNoUrlReport: true,
      look: { ...OPEN_LOOK_GATE, isForbidden: true },
    };
    expect(reopened({ ...refused, pause: paused('unreachable') })).toEqual({
      slots: [],
      failures: 0,
      look: OPEN_LOOK_GATE,
      reopenings: 1,
    });
    expect(reopened({ ...refused, pause: paused('rateLimited') }).pause).toEqual(paused('rateLimited'));
  });

  it('makes a refusal of what was asked before count no more', () => {
    const blocked: Gate = { ...OPEN_GATE, blocked: 'unauthorized', reopenings: 2 };
    expect(sinceReopening(blocked, 1)).not.toHaveProperty('blocked');
    expect(sinceReopening(blocked, 2)).toBe(blocked);
  });
});

it('the network’s return ends pauses of what was out of reach, and no other', () => {
  const pause = { kind: 'unreachable' as const, from: NOW, until: NOW + MINUTE };
  const out: Gate = { ...OPEN_GATE, pause, look: { ...OPEN_LOOK_GATE, pause } };
  expect(reconnected(out)).toMatchObject({ look: OPEN_LOOK_GATE });
  expect(reconnected(out)).not.toHaveProperty('pause');
  const quota = { ...pause, kind: 'quotaUsedUp' as const };
  const used: Gate = { ...OPEN_GATE, pause: quota, look: { ...OPEN_LOOK_GATE, pause: quota } };
  expect(reconnected(used)).toMatchObject({ pause: quota, look: { pause: quota } });
});

it('a gate that can’t be read takes the worst for true', () => {
  const gate = closedGate(NOW);
  expect(freeSlots(gate)).toBe(0);
  expect(lookFreeAt(gate.look ?? OPEN_LOOK_GATE)).toBe(NOW + MINUTE);
});

it('a look-up that is refused says nothing of submissions, but for the password', () => {
  const gate = takeLookup(OPEN_GATE, NOW);
  const after = (kind: 'forbidden' | 'unauthorized', source?: 'urlReport') =>
    afterLook(gate, { error: { kind } }, NOW, 0, source);
  expect(after('forbidden')).toMatchObject({ look: { isForbidden: true } });
  expect(after('forbidden')).not.toHaveProperty('blocked');
  expect(after('unauthorized')).toMatchObject({ blocked: 'unauthorized' });
  expect(after('forbidden', 'urlReport')).toEqual(gate);
  expect(after('unauthorized', 'urlReport')).toMatchObject({ blocked: 'unauthorized' });
});
