import type { Analysis } from '@/utils/analyses/analysis.ts';
import { afterLook, type Gate, sinceReopening, takeLookup } from '@/utils/analyses/gate.ts';
import { lookFreeAt, OPEN_LOOK_GATE } from '@/utils/analyses/look-gate.ts';
import { findStart } from '@/utils/analyses/lookup.ts';
import { isOurs } from '@/utils/analyses/outbox.ts';
import {
  adoptStart,
  noReportYet,
  notFound,
  notLooked,
  toFinished,
  toNoReport,
} from '@/utils/analyses/transitions.ts';
import { verdictOf } from '@/utils/analyses/verdict.ts';
import type { Account, Credentials } from '@/utils/spectra/account.ts';
import type { HistoryOutcome, HistorySource, ProbeOutcome, ReportOutcome } from '@/utils/spectra/client.ts';
import type { Started } from '@/utils/spectra/submission.ts';
import { accountOf, createGateReader, type RequestsOptions } from './requests.ts';
import type { Changes } from './store.ts';

/** A look-up that was not made: so many were this minute that it would be one too many until then. */
export interface TooMany {
  until: number;
}

/** An outcome with where it was asked for: TCA-0403 has limits and rights of its own. */
type Asked<Outcome> = Outcome & { source?: HistorySource };

/** What asks the service and sends nothing. Each look-up is counted before it is made, and writes what it came to. */
export function createLookUps({ store, clock, clientFor, now, random }: RequestsOptions) {
  const gateOf = createGateReader({ store, clock, now });

  /** Counts one more, or tells when there is room for one. */
  async function take(account: Account, known: Partial<Gate> = {}): Promise<TooMany | null> {
    return store.change(async () => {
      const gate = { ...(await gateOf(account)), ...known };
      const until = lookFreeAt(gate.look ?? OPEN_LOOK_GATE);
      if (until !== null)
        return { ...(known.hasNoUrlReport && { gate: { account, gate } }), result: { until } };
      return { gate: { account, gate: takeLookup(gate, now()) }, result: null };
    });
  }

  /** Writes what a look-up came to, for the account and for the analyses that `decide` changes, read anew. */
  function note<T>(
    account: Account,
    asked: Gate,
    outcome: Asked<ProbeOutcome>,
    decide: (gate: Gate) => Promise<Changes & { result: T }>,
  ): Promise<T> {
    return store.change(async () => {
      const gate = afterLook(await gateOf(account), outcome, now(), random(), outcome.source);
      return { ...(await decide(gate)), gate: { account, gate: sinceReopening(gate, asked.reopenings) } };
    });
  }

  async function look(lost: Analysis, credentials: Credentials, asked: Gate): Promise<Analysis[]> {
    const outcome = await history(lost.href, credentials, asked);
    if ('until' in outcome) return [];
    const account = accountOf(credentials);
    return note(account, asked, outcome, async ({ skew = 0 }) => {
      const analyses = await afterHistory(lost.id, account, outcome, skew);
      // Only what is found, or not looked for any more, is news.
      const isNews = ({ state, lookAt }: Analysis) => state === 'running' || lookAt === undefined;
      return { analyses, result: analyses.filter(isNews) };
    });
  }

  /** What the service knows of a URL: by TCA-0403, or where the account has no right to that by the merged report. */
  async function history(
    href: string,
    credentials: Credentials,
    asked: Gate,
  ): Promise<Asked<HistoryOutcome> | TooMany> {
    const account = accountOf(credentials);
    const ask = async (source: HistorySource, known: Partial<Gate> = {}) =>
      (await take(account, known)) ?? { ...(await clientFor(credentials).history(href, source)), source };
    if (asked.hasNoUrlReport) return ask('mergedReport');
    const first = await ask('urlReport');
    const isForbidden = 'error' in first && first.error?.kind === 'forbidden';
    return isForbidden ? ask('mergedReport', { hasNoUrlReport: true }) : first;
  }

  async function afterHistory(
    id: string,
    account: Account,
    { error, history }: HistoryOutcome,
    skew: number,
  ): Promise<Analysis[]> {
    const open = await store.unfinished();
    const rivals = open.filter((one) => one.state === 'unconfirmed' && isOurs(one, account));
    const analysis = rivals.find((one) => one.id === id);
    if (!analysis) return [];
    if (error) return [notLooked(analysis, now(), random(), error.retryAfter)];
    const claimed = await store.claimed(history.map(({ analysisId }) => analysisId));
    const found = findStart(analysis, rivals, history, (analysisId) => claimed.has(analysisId));
    return [
      found ? adoptStart(analysis, { ...found, at: found.at - skew }, now()) : notFound(analysis, now()),
    ];
  }

  /** Asks for a report, and writes what came. Returns the analysis where it came to its end by that. */
  async function poll(running: Analysis, credentials: Credentials, asked: Gate): Promise<Analysis[]> {
    const asking = await report(running, credentials, asked);
    return asking && 'ended' in asking ? asking.ended : [];
  }

  /** The report of an analysis that was started; null where it has no id of the service. */
  async function report(
    { id, href, started }: Analysis,
    credentials: Credentials,
    asked: Gate,
  ): Promise<(ReportOutcome & { ended: Analysis[] }) | TooMany | null> {
    if (!started) {
      await store.change(async () => ({
        analyses: (await store.analyses([id])).map(toNoReport),
        result: null,
      }));
      return null;
    }
    const account = accountOf(credentials);
    const tooMany = await take(account);
    if (tooMany) return tooMany;
    const outcome = await clientFor(credentials).report(started, href);
    const ended = await note(account, asked, outcome, async () => {
      const [analysis] = await store.analyses([id]);
      if (!analysis) return { result: [] };
      const next = await afterReport(analysis, started, outcome);
      const isEnd = next.state !== analysis.state;
      return {
        ...(next !== analysis && { analyses: [next] }),
        ...(hasSaid(analysis, outcome) && { briefs: { [id]: outcome.report.brief } }),
        result: isEnd ? [next] : [],
      };
    });
    return { ...outcome, ended };
  }

  async function afterReport(
    analysis: Analysis,
    { analysisId }: Started,
    { error, report }: ReportOutcome,
  ): Promise<Analysis> {
    if (report) return toFinished(analysis, analysisId, verdictOf(report.brief), now());
    if (!error) return analysis;
    const { deadline } = await store.settings();
    return noReportYet(analysis, analysisId, error, now(), deadline);
  }

  /** The same for a question of the user's: what came of it is counted for the account. */
  async function ofTarget(href: string, credentials: Credentials): Promise<HistoryOutcome | TooMany> {
    const account = accountOf(credentials);
    const asked = await gateOf(account);
    const outcome = await history(href, credentials, asked);
    if (!('until' in outcome)) await note(account, asked, outcome, async () => ({ result: undefined }));
    return outcome;
  }

  return { gateOf, look, poll, report, ofTarget };
}

/** Whether a report has something to keep: one without a classification takes nothing away from one with it. */
function hasSaid(
  { verdict }: Analysis,
  outcome: ReportOutcome,
): outcome is ReportOutcome & { report: NonNullable<ReportOutcome['report']> } {
  return outcome.report !== undefined && (outcome.report.brief.classification !== '' || !verdict);
}

export type LookUps = ReturnType<typeof createLookUps>;
