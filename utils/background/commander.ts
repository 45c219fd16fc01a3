import type { Analysis } from '@/utils/analyses/analysis.ts';
import { type Gate, reopened } from '@/utils/analyses/gate.ts';
import { isOurs } from '@/utils/analyses/outbox.ts';
import type { Settings } from '@/utils/analyses/settings.ts';
import { annotate, cancel, checkAgain, discard, file, giveUp } from '@/utils/analyses/transitions.ts';
import { parseTarget } from '@/utils/capture/target.ts';
import { type Account, type Credentials, isSameAccount, parseAddress } from '@/utils/spectra/account.ts';
import type { Client } from '@/utils/spectra/client.ts';
import type { ErrorKind, ServiceError } from '@/utils/spectra/service-error.ts';
import { sendAgainUnder } from './again.ts';
import type { Capture, Captured, TargetsCapture } from './capture.ts';
import type { Command, Problem, Reply } from './commands.ts';
import type { Inquiries } from './inquiries.ts';
import type { Store } from './store.ts';

export interface CommanderOptions {
  store: Store;
  capture: (capture: Capture) => Promise<Captured | { problem: Problem }>;
  captureTargets: (capture: TargetsCapture) => Promise<Captured | { problem: Problem }>;
  /** Gives back what changed. */
  consent: (ids: readonly string[], to: 'asItIs' | 'without') => Promise<Analysis[]>;
  sendAnyway: (batchId: string) => Promise<Analysis[]>;
  dismissOffer: (batchId: string) => Promise<void>;
  clientFor: (credentials: Credentials) => Client;
  now: () => number;
  /** Something may be due now. Not awaited: an answer must not wait for the network. */
  tick: () => void;
  inquiries: Inquiries;
  /** Removes what the user's rule does not keep. */
  prune: (when: { isAtOnce: boolean }) => Promise<void>;
  /** The user removed analyses, or all of them. */
  onRemoved: (what: { isAll: boolean }) => Promise<void>;
  /** The user looked at the list. */
  onSeen: () => Promise<void>;
}

/** So many are changed at a time. */
const AT_ONCE = 500;

/** How many of those that were asked for are there, belong to the account that is set, and were changed. */
interface Counts {
  found: number;
  ours: number;
  changed: number;
  /** The storage refused the rest. */
  isCut: boolean;
}

function cutOff(done: number): Reply {
  return { ok: false, problem: { message: 'acts_cut', substitutions: [String(done)] } };
}

/** Answers to the usage call that show that user name and password are right. */
const ACCEPTED: readonly ErrorKind[] = ['forbidden', 'rateLimited', 'quotaUsedUp'];

/** Carries out what the extension's pages ask for. What it acknowledges is in storage. */
export function createCommander(options: CommanderOptions) {
  const { store, clientFor, now, tick, inquiries } = options;

  /** Each so many in a step of their own, so that a capture does not wait behind thousands. */
  async function inSteps(
    ids: readonly string[],
    transition: (analysis: Analysis, settings: Settings) => Analysis,
  ): Promise<Counts> {
    const counts = { found: 0, ours: 0, changed: 0, isCut: false };
    for (let index = 0; index < ids.length; index += AT_ONCE) {
      const step = await oneStep(ids.slice(index, index + AT_ONCE), transition).catch((reason) => {
        // What earlier steps did stands, and is told.
        if (counts.found === 0) throw reason;
        return null;
      });
      if (!step) return { ...counts, isCut: true };
      counts.found += step.found;
      counts.ours += step.ours;
      counts.changed += step.changed;
    }
    return counts;
  }

  function oneStep(
    ids: readonly string[],
    transition: (analysis: Analysis, settings: Settings) => Analysis,
  ): Promise<Omit<Counts, 'isCut'>> {
    return store.change(async () => {
      const [before, settings] = await Promise.all([store.analyses(ids), store.settingsNow()]);
      const changed = before.flatMap((one) => {
        const after = transition(one, settings);
        return after === one ? [] : [after];
      });
      const ours = before.filter((one) => isOurs(one, settings.account)).length;
      const result = { found: before.length, ours, changed: changed.length };
      return { ...(changed.length > 0 && { analyses: changed }), result };
    });
  }

  async function change(
    ids: readonly string[],
    transition: (analysis: Analysis, settings: Settings) => Analysis,
    reason: (counts: Counts) => string = () => 'analysis_moved_on',
  ): Promise<Reply> {
    const counts = await inSteps(ids, transition);
    const { found, changed, isCut } = counts;
    tick();
    if (isCut) return cutOff(changed);
    if (changed > 0) return { ok: true, count: changed, left: ids.length - changed };
    return { ok: false, problem: { message: found > 0 ? reason(counts) : 'analysis_gone' } };
  }

  /** What changes nothing in the course of things; what is the same already is no refusal. */
  async function edit(ids: readonly string[], transition: (analysis: Analysis) => Analysis): Promise<Reply> {
    const { found, isCut } = await inSteps(ids, transition);
    if (isCut) return cutOff(found);
    return found > 0
      ? { ok: true, count: found, left: ids.length - found }
      : { ok: false, problem: { message: 'analysis_gone' } };
  }

  /** A report is asked for with the account that it was made for, and with no other (law 6). */
  function check(ids: readonly string[]): Promise<Reply> {
    return change(
      ids,
      (analysis, { account }) => (isOurs(analysis, account) ? checkAgain(analysis, now()) : analysis),
      ({ ours }) => (ours > 0 ? 'analysis_moved_on' : 'ask_other_account'),
    );
  }

  /**
   * A test of what is in use is the user's word that it may be tried again, also where the account has no right to the call
   * that tests; a password that is refused is asked with no more.
   */
  async function judge(account: Account, error: ServiceError | undefined): Promise<void> {
    const isAccepted = !error || ACCEPTED.includes(error.kind);
    if (!isAccepted && error.kind !== 'unauthorized') return;
    await store.change(async () => {
      const gate = await store.gate(account);
      const next: Gate = isAccepted ? reopened(gate) : { ...gate, blocked: 'unauthorized' };
      return { gate: { account, gate: next }, result: undefined };
    });
    tick();
  }

  async function testConnection({
    address,
    userName,
    password,
  }: Extract<Command, { name: 'testConnection' }>['credentials']): Promise<Reply> {
    const checked = checkedAccount({ address, userName });
    if ('problem' in checked) return { ok: false, problem: { message: checked.problem } };
    const kept = await store.credentials();
    const isKept = kept !== null && isSameAccount(kept, checked);
    const secret = password ?? (isKept ? kept.password : undefined);
    if (!secret) return { ok: false, problem: { message: 'password_empty' } };
    const { error } = await clientFor({ ...checked, password: secret }).usage();
    if (isKept && secret === kept.password) await judge(checked, error);
    return error ? { ok: false, error } : { ok: true };
  }

  async function saveSettings(command: Extract<Command, { name: 'saveSettings' }>): Promise<Reply> {
    const account = checkedAccount(command.account);
    if ('problem' in account) return { ok: false, problem: { message: account.problem } };
    const kept = await store.credentials();
    const password = command.password ?? (kept && isSameAccount(kept, account) ? kept.password : null);
    const { keep, platforms } = command;
    // The same credentials again would only be refused again, and accounts lock out.
    const isSame = kept !== null && isSameAccount(kept, account) && kept.password === password;
    const gate = isSame ? null : { account, change: reopened };
    await store.saveSettings({ account, keep, platforms }, password, gate);
    tick();
    return { ok: true };
  }

  async function consent({ ids, to }: Extract<Command, { name: 'consent' }>): Promise<Reply> {
    const changed = await options.consent(ids, to);
    const sent = changed.filter(({ state }) => state === 'queued').length;
    if (changed.length === 0) return { ok: false, problem: { message: 'held_gone' } };
    return { ok: true, count: sent, left: ids.length - sent };
  }

  async function settleHeld(ids: readonly string[]): Promise<Reply> {
    const reply = await change(
      ids,
      (analysis) => discard(analysis),
      () => 'held_gone',
    );
    await options.onRemoved({ isAll: false });
    return reply;
  }

  async function removeSome(ids: readonly string[]): Promise<Reply> {
    // What was removed before the storage refused the rest is gone from the badge, too.
    try {
      return { ok: true, count: await store.remove(ids) };
    } finally {
      await options.onRemoved({ isAll: false });
      tick();
    }
  }

  async function importAll({ analyses, briefs }: Extract<Command, { name: 'import' }>): Promise<Reply> {
    return { ok: true, count: await store.importAnalyses(analyses, briefs) };
  }

  async function carryOut(command: Command): Promise<Reply> {
    switch (command.name) {
      case 'detonate': {
        const { name: _, ...capture } = command;
        return replyTo(await options.capture({ ...capture, origin: 'popup' }));
      }
      case 'capture': {
        const hrefs = command.hrefs.flatMap((href) => hrefOf(href) ?? []);
        return replyTo(await options.captureTargets({ ...command, hrefs }));
      }
      case 'consent':
        return consent(command);
      case 'discard':
        return settleHeld(command.ids);
      case 'sendAnyway':
        return { ok: true, ...countsOf(await options.sendAnyway(command.batchId)) };
      case 'dismissOffer':
        await options.dismissOffer(command.batchId);
        return { ok: true };
      case 'sendAgain':
        return change(command.ids, (analysis, settings) => sendAgainUnder(analysis, settings, now()));
      case 'cancel':
        return change(command.ids, cancel);
      case 'giveUp':
        return change(command.ids, giveUp);
      case 'check':
        return check(command.ids);
      case 'annotate':
        return edit([command.id], (analysis) => annotate(analysis, command.note));
      case 'file':
        return edit(command.ids, (analysis) => file(analysis, command.case));
      case 'setCase':
        await store.setCase(command.case);
        return { ok: true };
      case 'delete':
        return removeSome(command.ids);
      case 'erase':
        await store.erase();
        await options.onRemoved({ isAll: true });
        tick();
        return { ok: true };
      case 'import':
        return importAll(command);
      case 'fetchReport':
        return inquiries.fetchReport(command);
      case 'lookUp':
        return inquiries.lookUp(command);
      case 'adopt':
        return inquiries.adopt(command);
      case 'quota':
        return inquiries.quota();
      case 'hold':
        await store.hold(command.isHeld);
        tick();
        return { ok: true };
      case 'repair':
        await store.repair();
        tick();
        return { ok: true };
      case 'testConnection':
        return testConnection(command.credentials);
      case 'saveSettings':
        return saveSettings(command);
      case 'savePreferences': {
        const { name: _, ...preferences } = command;
        await store.savePreferences(
          Object.fromEntries(Object.entries(preferences).filter(([, value]) => value !== undefined)),
        );
        if (preferences.keepAnalyses !== undefined || preferences.keepDays !== undefined)
          await options.prune({ isAtOnce: true });
        tick();
        return { ok: true };
      }
      case 'look':
        await options.onSeen();
        return { ok: true };
    }
  }

  /** What the storage refuses ends as a sentence, too: the page that asked must not be left without an answer. */
  return (command: Command): Promise<Reply> =>
    carryOut(command).catch(() => {
      tick();
      return { ok: false, problem: { message: 'storage_failed' } };
    });
}

function replyTo(captured: Captured | { problem: Problem }): Reply {
  if ('problem' in captured) return { ok: false, problem: captured.problem };
  const { batch, stillHeld, refused } = captured;
  return {
    ok: true,
    ...countsOf([...batch, ...stillHeld]),
    ...(refused.length > 0 && { refused: refused.length }),
  };
}

function countsOf(batch: readonly Analysis[]): { queued: number; held?: number } {
  const held = batch.filter(({ state }) => state === 'held').length;
  return { queued: batch.length - held, ...(held > 0 && { held }) };
}

/** Pages send URLs as they understood them; what is none of the web's is left out, and the page is told how many were taken. */
function hrefOf(text: string): string | undefined {
  const target = parseTarget(text);
  return 'href' in target ? target.href : undefined;
}

/** The account as it is kept: the address as an origin, the user name without a colon (RFC 7617) and not empty. */
function checkedAccount({ address, userName }: Account): Account | { problem: string } {
  const parsed = parseAddress(address);
  if ('problem' in parsed) return parsed;
  const name = userName.trim();
  if (!name) return { problem: 'user_name_empty' };
  if (name.includes(':')) return { problem: 'user_name_colon' };
  return { address: parsed.origin, userName: name };
}
