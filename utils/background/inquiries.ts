import type { Analysis } from '@/utils/analyses/analysis.ts';
import { sinceReopening } from '@/utils/analyses/gate.ts';
import { isOurs } from '@/utils/analyses/outbox.ts';
import { isRefused, watch } from '@/utils/capture/watch.ts';
import type { Credentials } from '@/utils/spectra/account.ts';
import type { Client, ReportOutcome } from '@/utils/spectra/client.ts';
import type { HistoryEntry } from '@/utils/spectra/history.ts';
import type { Command, Problem, Reply } from './commands.ts';
import type { LookUps, TooMany } from './look-ups.ts';
import { accountOf } from './requests.ts';
import type { Store } from './store.ts';

export interface InquiriesOptions {
  store: Store;
  lookUps: LookUps;
  clientFor: (credentials: Credentials) => Client;
  adopt: (href: string, entry: HistoryEntry, isPrivate?: true) => Promise<Analysis[]>;
  hasPermission: (address: string) => Promise<boolean>;
  timeOfDay: (time: number) => string;
  now: () => number;
  tick: () => void;
  /** Told of analyses that came to their end by what was asked. */
  onEnded: (analyses: readonly Analysis[]) => Promise<void>;
}

export type Inquiries = ReturnType<typeof createInquiries>;

/** What the page that asked gets of a report. */
function replyTo(want: 'links' | 'body' | 'brief', { report, error }: ReportOutcome): Reply {
  if (error) return { ok: false, error };
  if (!report) return { ok: false, problem: { message: 'answer_none' } };
  if (want === 'links') return { ok: true, links: { ...report.links } };
  return want === 'body' ? { ok: true, body: report.body } : { ok: true };
}

/**
 * What the user wants to know from the service now. Each is one look-up, counted like those that are made by themselves; but
 * for the quotas, which the service does not limit.
 */
export function createInquiries(options: InquiriesOptions) {
  const { store, lookUps, timeOfDay, tick } = options;

  /** Who asks; a refused password is not tried again, and nothing is asked where the browser does not let us. */
  async function asker(): Promise<Credentials | { problem: Problem }> {
    const credentials = await store.credentials();
    if (!credentials) return { problem: { message: 'ask_no_sign_in' } };
    const { blocked } = await lookUps.gateOf(accountOf(credentials));
    if (blocked === 'unauthorized') return { problem: { message: 'error_unauthorized' } };
    const isAllowed = await options.hasPermission(credentials.address);
    return isAllowed ? credentials : { problem: { message: 'ask_no_permission' } };
  }

  function tooMany({ until }: TooMany): Reply {
    return { ok: false, problem: { message: 'ask_too_many', substitutions: [timeOfDay(until)] } };
  }

  async function fetchReport({ id, want }: Extract<Command, { name: 'fetchReport' }>): Promise<Reply> {
    const [credentials, [analysis]] = await Promise.all([asker(), store.analyses([id])]);
    if (!analysis) return { ok: false, problem: { message: 'analysis_gone' } };
    if ('problem' in credentials) return { ok: false, problem: credentials.problem };
    const account = accountOf(credentials);
    if (!isOurs(analysis, account)) return { ok: false, problem: { message: 'ask_other_account' } };
    const outcome = await lookUps.report(analysis, credentials, await lookUps.gateOf(account));
    if (!outcome) return { ok: false, problem: { message: 'analysis_moved_on' } };
    if ('until' in outcome) return tooMany(outcome);
    await options.onEnded(outcome.ended);
    tick();
    return replyTo(want, outcome);
  }

  /** To ask the service for a URL is to tell it the URL. */
  async function objectionTo(href: string, isSure: true | undefined): Promise<string | undefined> {
    const settings = await store.settingsNow();
    if (isRefused(href, settings)) return 'target_private_unnamed';
    const isGuarded = settings.guard === 'ask' && watch(href, settings).length > 0;
    return isGuarded && !isSure ? 'ask_guarded' : undefined;
  }

  async function lookUp({ href, isAutomatic, isSure }: Extract<Command, { name: 'lookUp' }>): Promise<Reply> {
    const objection = await objectionTo(href, isSure);
    if (objection) return { ok: false, problem: { message: objection } };
    const credentials = await asker();
    if ('problem' in credentials) return { ok: false, problem: credentials.problem };
    const { look, pause } = await lookUps.gateOf(accountOf(credentials));
    const waits = [look?.pause, pause].some((one) => one !== undefined && one.until > options.now());
    if (isAutomatic && (waits || look?.isForbidden))
      return { ok: false, problem: { message: 'earlier_waits' } };
    const outcome = await lookUps.ofTarget(href, credentials);
    tick();
    if ('until' in outcome) return tooMany(outcome);
    if (outcome.error) return { ok: false, error: outcome.error };
    return { ok: true, found: outcome.history.toSorted((one, other) => other.at - one.at) };
  }

  async function adopt({ href, entry, isPrivate }: Extract<Command, { name: 'adopt' }>): Promise<Reply> {
    const [analysis] = await options.adopt(href, entry, isPrivate);
    tick();
    return analysis
      ? { ok: true, id: analysis.id }
      : { ok: false, problem: { message: 'analysis_moved_on' } };
  }

  /** Like a test of the connection it is no contact of the queue's; of the gate it changes that a refused password is tried no more. */
  async function quota(): Promise<Reply> {
    const credentials = await asker();
    if ('problem' in credentials) return { ok: false, problem: credentials.problem };
    const account = accountOf(credentials);
    const { reopenings } = await lookUps.gateOf(account);
    const { error, quotas } = await options.clientFor(credentials).quota();
    if (error?.kind === 'unauthorized') {
      await store.change(async () => {
        const gate = { ...(await lookUps.gateOf(account)), blocked: 'unauthorized' as const };
        return { gate: { account, gate: sinceReopening(gate, reopenings) }, result: undefined };
      });
      tick();
    }
    return error ? { ok: false, error } : { ok: true, quotas };
  }

  return { fetchReport, lookUp, adopt, quota };
}
