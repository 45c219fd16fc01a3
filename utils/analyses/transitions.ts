import type { Account } from '@/utils/spectra/account.ts';
import type { SubmitOutcome } from '@/utils/spectra/client.ts';
import type { ErrorKind } from '@/utils/spectra/service-error.ts';
import type { Analysis } from './analysis.ts';

/** Refusals that say nothing against the analysis itself: it goes back and waits until what stands in the way is gone. */
const GOES_BACK: readonly ErrorKind[] = [
  'rateLimited',
  'quotaUsedUp',
  'unauthorized',
  'forbidden',
  'intercepted',
];

/** It is about to be sent. Written together with the slot that it takes, before the request. */
export function toSubmitting(analysis: Analysis, now: number): Analysis {
  return { ...without(analysis, 'error'), state: 'submitting', attempts: analysis.attempts + 1, sentAt: now };
}

/** The attempt's outcome applied. The answer to an earlier attempt, or to a record that moved on, changes nothing. */
export function applyOutcome(
  analysis: Analysis,
  attempt: number,
  outcome: SubmitOutcome,
  now: number,
): Analysis {
  if (analysis.state !== 'submitting' || analysis.attempts !== attempt) return analysis;
  if (outcome.result === 'started') {
    return { ...without(analysis, 'error'), state: 'running', startedAt: now, started: outcome.started };
  }
  const { error } = outcome;
  if (outcome.result === 'unknown') return { ...analysis, state: 'unconfirmed', error };
  // The alphabet of `url_base64` is not documented; a 400 started nothing, so the plain form may be tried once.
  if (error.kind === 'badRequest' && analysis.form === 'url_base64') {
    return { ...analysis, state: 'queued', form: 'url', error };
  }
  return { ...analysis, state: GOES_BACK.includes(error.kind) ? 'queued' : 'failed', error };
}

/** The background died between sending and answer: whether anything was started is unknown. */
export function toUnconfirmed(analysis: Analysis): Analysis {
  return { ...analysis, state: 'unconfirmed', error: { kind: 'noAnswer' } };
}

/** The user's decision to send once more, with the given account; null where none is set yet. */
export function sendAgain(analysis: Analysis, account: Account | null, now: number): Analysis {
  if (analysis.state === 'submitting' || analysis.state === 'running') return analysis;
  return { ...without(analysis, 'error'), state: 'queued', form: 'url_base64', account, queuedAt: now };
}

export function cancel(analysis: Analysis): Analysis {
  return analysis.state === 'queued' ? { ...analysis, state: 'cancelled' } : analysis;
}

export function giveUp(analysis: Analysis): Analysis {
  return analysis.state === 'unconfirmed' ? { ...analysis, state: 'givenUp' } : analysis;
}

function without(analysis: Analysis, key: 'error'): Analysis {
  const { [key]: _, ...rest } = analysis;
  return rest;
}
