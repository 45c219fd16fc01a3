import { describe, expect, it } from 'vitest';
import type { SubmitOutcome } from '@/utils/spectra/client.ts';
import type { ErrorKind } from '@/utils/spectra/service-error.ts';
import { ACCOUNT, queuedAnalysis } from './testing.ts';
import { applyOutcome, cancel, giveUp, sendAgain, toSubmitting } from './transitions.ts';

const QUEUED = queuedAnalysis('a', 1);
const SENT = toSubmitting(QUEUED, 2);
const STARTED: SubmitOutcome = { result: 'started', started: { analysisId: 'x', sha1: 's', url: 'u' } };

function refused(kind: ErrorKind): SubmitOutcome {
  return { result: 'refused', error: { kind } };
}

describe('an outcome', () => {
  it('is applied to the attempt that it belongs to', () => {
    expect(applyOutcome(SENT, 1, STARTED, 3)).toMatchObject({
      state: 'running',
      startedAt: 3,
      started: { analysisId: 'x' },
    });
  });

  it('of an earlier attempt changes nothing', () => {
    const again = toSubmitting({ ...SENT, state: 'queued' }, 4);
    expect(applyOutcome(again, 1, STARTED, 5)).toBe(again);
  });

  it.each(['queued', 'cancelled', 'unconfirmed', 'running', 'givenUp'] as const)(
    'changes nothing that is %s meanwhile',
    (state) => {
      const moved = { ...SENT, state };
      expect(applyOutcome(moved, 1, STARTED, 3)).toBe(moved);
    },
  );

  it.each(['rateLimited', 'quotaUsedUp', 'unauthorized', 'forbidden', 'intercepted'] as const)(
    '%s puts it back, with the reason',
    (kind) => {
      expect(applyOutcome(SENT, 1, refused(kind), 3)).toMatchObject({ state: 'queued', error: { kind } });
    },
  );

  it.each(['notFound', 'notAcceptable', 'fileTypeNotSupported', 'tooLarge', 'refused'] as const)(
    '%s fails it',
    (kind) => {
      expect(applyOutcome(SENT, 1, refused(kind), 3)).toMatchObject({ state: 'failed', error: { kind } });
    },
  );

  it('badRequest puts it back once, as plain url', () => {
    const back = applyOutcome(SENT, 1, refused('badRequest'), 3);
    expect(back).toMatchObject({ state: 'queued', form: 'url' });
    expect(applyOutcome(toSubmitting(back, 4), 2, refused('badRequest'), 5)).toMatchObject({
      state: 'failed',
    });
  });
});

describe('the user', () => {
  it('cancels only what is queued', () => {
    expect(cancel(QUEUED).state).toBe('cancelled');
    expect(cancel(SENT)).toBe(SENT);
  });

  it('gives up only what is unconfirmed', () => {
    expect(giveUp({ ...SENT, state: 'unconfirmed' }).state).toBe('givenUp');
    expect(giveUp(SENT)).toBe(SENT);
  });

  it.each(['submitting', 'running'] as const)('does not send again what is %s', (state) => {
    const busy = { ...SENT, state };
    expect(sendAgain(busy, ACCOUNT, 9)).toBe(busy);
  });

  it('sends again from the end of the queue, with the account that is set', () => {
    const other = { ...ACCOUNT, userName: 'u/b' };
    expect(sendAgain({ ...SENT, state: 'failed', form: 'url' }, other, 9)).toMatchObject({
      state: 'queued',
      queuedAt: 9,
      form: 'url_base64',
      account: other,
    });
  });
});
