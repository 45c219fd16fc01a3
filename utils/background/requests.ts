import type { Analysis } from '@/utils/analyses/analysis.ts';
import {
  afterSubmit,
  afterTrial,
  afterUsage,
  freeSlots,
  type Gate,
  sinceReopening,
  soundGate,
  takeSlot,
} from '@/utils/analyses/gate.ts';
import { isOurs } from '@/utils/analyses/outbox.ts';
import { applyOutcome, toSubmitting } from '@/utils/analyses/transitions.ts';
import type { Account, Credentials } from '@/utils/spectra/account.ts';
import type { Client } from '@/utils/spectra/client.ts';
import type { ClockWatch } from './clock.ts';
import type { Store } from './store.ts';

export interface RequestsOptions {
  store: Store;
  clock: ClockWatch;
  clientFor: (credentials: Credentials) => Client;
  now: () => number;
  /** In [0, 1). */
  random: () => number;
}

/**
 * The steps that send. Each writes what it came to; `asked` is the gate as it was when the step was decided.
 * None is held to be alone: what is changed is read again after the answer.
 */
export function createRequests({ store, clock, clientFor, now, random }: RequestsOptions) {
  const gateOf = createGateReader({ store, clock, now });

  async function probe(by: 'usage' | 'trial', credentials: Credentials, asked: Gate): Promise<void> {
    const account = accountOf(credentials);
    const sentAt = by === 'trial' ? await takeTrialSlot(account) : now();
    if (sentAt === null) return;
    const outcome = await clientFor(credentials)[by]();
    await store.change(async () => {
      const gate = await gateOf(account);
      const next =
        by === 'trial'
          ? afterTrial(gate, sentAt, outcome, now(), random())
          : afterUsage(gate, outcome, now(), random());
      return { gate: { account, gate: sinceReopening(next, asked.reopenings) }, result: undefined };
    });
  }

  async function takeTrialSlot(account: Account): Promise<number | null> {
    return store.change(async () => {
      const gate = await gateOf(account);
      const sentAt = now();
      if (freeSlots(gate) === 0) return { result: null };
      return { gate: { account, gate: takeSlot(gate, sentAt) }, result: sentAt };
    });
  }

  async function submit(id: string, credentials: Credentials, asked: Gate): Promise<Analysis[]> {
    const account = accountOf(credentials);
    const taken = await store.change(async () => {
      const [analysis] = await store.analyses([id]);
      if (!analysis || !isOurs(analysis, account) || analysis.state !== 'queued') return { result: null };
      const gate = await gateOf(account);
      // What was true when the step was decided may have changed since.
      if (freeSlots(gate) === 0 || (await store.isHeld())) return { result: null };
      const sentAt = now();
      const sending = toSubmitting(analysis, sentAt, gate.skew);
      const result = { sending, sentAt };
      return { analyses: [sending], gate: { account, gate: takeSlot(gate, sentAt) }, result };
    });
    if (!taken) return [];
    const { sending, sentAt } = taken;
    const outcome = await clientFor(credentials).submit(sending);
    const note = () =>
      store.change(async () => {
        const [analysis] = await store.analyses([id]);
        const gate = afterSubmit(await gateOf(account), sentAt, outcome, now(), random());
        const analyses = analysis ? [applyOutcome(analysis, sending.attempts, outcome, now())] : [];
        return {
          analyses,
          // Removed while it was sent: what it started must not be taken for another's.
          ...(!analysis && outcome.result === 'started' && { claims: { [outcome.started.analysisId]: id } }),
          gate: { account, gate: sinceReopening(gate, asked.reopenings) },
          result: undefined,
        };
      });
    // Once more where the storage refuses it: with the answer an analysis id would be lost.
    await note().catch(note);
    return [sending];
  }

  return { gateOf, probe, submit };
}

/** Reads the gate of an account with times that are sound at this moment. */
export function createGateReader({ store, clock, now }: Pick<RequestsOptions, 'store' | 'clock' | 'now'>) {
  return async (account: Account): Promise<Gate> =>
    soundGate(await store.gate(account), now(), clock.ahead());
}

export function accountOf({ address, userName }: Credentials): Account {
  return { address, userName };
}
