import type { Account } from '@/utils/spectra/account.ts';
import type { SubmitOutcome } from '@/utils/spectra/client.ts';
import type { HistoryEntry } from '@/utils/spectra/history.ts';
import type { ErrorKind, ServiceError } from '@/utils/spectra/service-error.ts';
import type { Analysis, State } from './analysis.ts';
import { CASE_LENGTH, cutTo, NOTE_LENGTH } from './case.ts';
import { nextLook, nextPoll, retryLook } from './lookup.ts';
import type { Verdict } from './verdict.ts';

/** Refusals that say nothing against the analysis itself: it goes back and waits until what stands in the way is gone. */
const GOES_BACK: readonly ErrorKind[] = [
  'rateLimited',
  'quotaUsedUp',
  'unauthorized',
  'forbidden',
  'intercepted',
];

/** How a look-up ends that says nothing of what was looked for. */
const SAYS_NOTHING: readonly ErrorKind[] = [...GOES_BACK, 'serviceFault', 'noAnswer'];

/**
 * It is about to be sent. Written together with the slot that it takes, before the request.
 * @param skew how far the service's clock is ahead of ours, in milliseconds, if that is known
 */
export function toSubmitting(analysis: Analysis, now: number, skew = 0): Analysis {
  return {
    ...without(analysis, 'error', 'lookAt'),
    state: 'submitting',
    attempts: analysis.attempts + 1,
    sentAt: now,
    serviceSentAt: now + skew,
    looks: 0,
  };
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
    return {
      ...without(analysis, 'error'),
      state: 'running',
      startedAt: now,
      started: outcome.started,
      lookAt: nextPoll(now, now),
    };
  }
  const { error } = outcome;
  if (outcome.result === 'unknown') return { ...toUnconfirmed(analysis, now), error };
  // The alphabet of `url_base64` is not documented; a 400 started nothing, so the plain form may be tried once.
  if (error.kind === 'badRequest' && analysis.form === 'url_base64') {
    return { ...analysis, state: 'queued', form: 'url', error };
  }
  return { ...analysis, state: GOES_BACK.includes(error.kind) ? 'queued' : 'failed', error };
}

/** Whether anything was started is unknown, as when the background dies between sending and answer. */
export function toUnconfirmed(analysis: Analysis, now: number): Analysis {
  const sentAt = sentBefore(analysis, now);
  return withLook(
    { ...analysis, state: 'unconfirmed', error: { kind: 'noAnswer' } },
    nextLook(sentAt, sentAt),
  );
}

/** What an unconfirmed one turned out to have started. */
export function adoptStart(
  analysis: Analysis,
  { analysisId, sha1, at }: HistoryEntry,
  now: number,
): Analysis {
  if (analysis.state !== 'unconfirmed') return analysis;
  const started = { analysisId, sha1, url: '' };
  return {
    ...without(analysis, 'error'),
    state: 'running',
    startedAt: Math.max(0, at),
    started,
    lookAt: nextPoll(at, now),
    isFound: true,
  };
}

/** Its report is there. */
export function toFinished(analysis: Analysis, analysisId: string, verdict: Verdict, now: number): Analysis {
  if (!isReportOf(analysis, analysisId)) return analysis;
  const { finishedAt = now } = analysis;
  // A later body that says less takes nothing away.
  if (verdict.classification === '' && analysis.verdict) return analysis;
  return { ...without(analysis, 'error', 'lookAt'), state: 'finished', finishedAt, verdict };
}

/**
 * Its report was asked for, and was not to be had: not yet, or, past the deadline, not any more. Where the service itself
 * could not be asked, or refused us, that says nothing of the report.
 * @param deadline how long after its start a report is waited for, in milliseconds
 */
export function noReportYet(
  analysis: Analysis,
  analysisId: string,
  error: ServiceError,
  now: number,
  deadline: number,
): Analysis {
  if (analysis.state !== 'running' || !isReportOf(analysis, analysisId)) return analysis;
  // A start in the future (the clock was set back) becomes now, or the deadline would never come.
  const startedAt = Math.min(analysis.startedAt ?? 0, now);
  const isOver = now - startedAt >= deadline && !SAYS_NOTHING.includes(error.kind);
  if (isOver) return { ...without(analysis, 'lookAt'), startedAt, state: 'noReport', error };
  const last = startedAt + deadline;
  const next = nextPoll(startedAt, now);
  return { ...analysis, startedAt, lookAt: now < last ? Math.min(next, last) : next };
}

/** It is no more asked for: its account is not the one that is set, and its deadline is over. */
export function toNoReport(analysis: Analysis): Analysis {
  return analysis.state === 'running' ? { ...without(analysis, 'lookAt'), state: 'noReport' } : analysis;
}

/** The user wants its report to be asked for now. */
export function checkAgain(analysis: Analysis, now: number): Analysis {
  if (analysis.state !== 'noReport' && analysis.state !== 'running') return analysis;
  return { ...without(analysis, 'error'), state: 'running', lookAt: now };
}

const REPORTED: readonly State[] = ['running', 'noReport', 'finished'];

function isReportOf({ state, started }: Analysis, analysisId: string): boolean {
  return REPORTED.includes(state) && started?.analysisId === analysisId;
}

/** It was looked for, and is not there. */
export function notFound(analysis: Analysis, now: number): Analysis {
  if (analysis.state !== 'unconfirmed') return analysis;
  const looks = analysis.looks + 1;
  return withLook({ ...analysis, looks }, nextLook(sentBefore(analysis, now), now, looks));
}

/** It was looked for, and the service did not say. `random` is in [0, 1). */
export function notLooked(analysis: Analysis, now: number, random: number, retryAfter?: number): Analysis {
  if (analysis.state !== 'unconfirmed') return analysis;
  return withLook(analysis, retryLook(sentBefore(analysis, now), now, random, retryAfter));
}

/** What can be sent once more; what was started is sent anew as another analysis, by another capture. */
const AGAIN: readonly State[] = ['queued', 'unconfirmed', 'failed', 'cancelled', 'givenUp'];

/** The user's decision to send once more, with the given account; null where none is set yet. */
export function sendAgain(analysis: Analysis, account: Account | null, now: number): Analysis {
  // One without a report and without an id of the service has nothing to be asked for.
  const isLost = analysis.state === 'noReport' && !analysis.started;
  if (!isLost && !AGAIN.includes(analysis.state)) return analysis;
  const rest = without(analysis, 'error', 'lookAt');
  return { ...rest, state: 'queued', form: 'url_base64', account, queuedAt: now };
}

/**
 * The user's consent to send what is held.
 * @param href the URL without what the guard saw; as it is where none is given
 */
export function consent(analysis: Analysis, now: number, href?: string): Analysis {
  if (analysis.state !== 'held') return analysis;
  if (href === undefined) return { ...analysis, state: 'queued', queuedAt: now, isConsented: true };
  // What was left out is not to be kept either.
  const { sightings: _, ...rest } = analysis;
  return { ...rest, href, state: 'queued', queuedAt: now };
}

/** @param href the URL as it is to be kept; as it is where none is given */
export function discard(analysis: Analysis, href = analysis.href): Analysis {
  if (analysis.state !== 'held') return analysis;
  if (href === analysis.href) return { ...analysis, state: 'discarded' };
  const { sightings: _, ...rest } = analysis;
  return { ...rest, href, state: 'discarded' };
}

export function cancel(analysis: Analysis): Analysis {
  return analysis.state === 'queued' ? { ...analysis, state: 'cancelled' } : analysis;
}

export function giveUp(analysis: Analysis): Analysis {
  return analysis.state === 'unconfirmed' ? { ...without(analysis, 'lookAt'), state: 'givenUp' } : analysis;
}

/** What the user wrote about it, or the case that it is filed under; empty takes either away. */
export function annotate(analysis: Analysis, note: string): Analysis {
  return note === (analysis.note ?? '') ? analysis : withText(analysis, 'note', note);
}

export function file(analysis: Analysis, name: string): Analysis {
  return name === (analysis.case ?? '') ? analysis : withText(analysis, 'case', name);
}

function withText(analysis: Analysis, key: 'note' | 'case', text: string): Analysis {
  const { [key]: _, ...rest } = analysis;
  return text === '' ? rest : { ...rest, [key]: text };
}

/** As what it comes in from elsewhere: at its end, since sending, or waiting, is for the browser that it comes from (law 2). */
export function toImported(imported: Analysis): Analysis {
  // Who consented was another.
  const { isConsented: _, ...analysis } = withinLimits(imported);
  const { state } = analysis;
  if (state === 'queued') return { ...analysis, state: 'cancelled' };
  if (state === 'held') return discard(analysis);
  if (state === 'running') return toNoReport(analysis);
  if (state === 'submitting' || state === 'unconfirmed')
    return { ...without(analysis, 'lookAt'), state: 'givenUp' };
  return analysis;
}

/** Note and case as they could have been typed: a longer text is cut. */
function withinLimits(analysis: Analysis): Analysis {
  const { note = '', case: name = '' } = analysis;
  const noted = withText(analysis, 'note', cutTo(note, NOTE_LENGTH));
  return withText(noted, 'case', cutTo(name.trim(), CASE_LENGTH).trim());
}

/** When it was sent; a time in the future (the clock was set back) counts as now. */
function sentBefore({ sentAt = 0 }: Analysis, now: number): number {
  return Math.min(sentAt, now);
}

function withLook(analysis: Analysis, lookAt: number | undefined): Analysis {
  const rest = without(analysis, 'lookAt');
  return lookAt === undefined ? rest : { ...rest, lookAt };
}

function without(analysis: Analysis, ...keys: ('error' | 'lookAt')[]): Analysis {
  const rest = { ...analysis };
  for (const key of keys) delete rest[key];
  return rest;
}
