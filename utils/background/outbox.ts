import type { Analysis } from '@/utils/analyses/analysis.ts';
import {
  afterLoss,
  afterProbe,
  afterSubmit,
  OPEN_GATE,
  sinceReopening,
  soundGate,
  takeSlot,
} from '@/utils/analyses/gate.ts';
import { type Outbox, plan, type Step } from '@/utils/analyses/plan.ts';
import { MINUTE, SECOND } from '@/utils/analyses/time.ts';
import { applyOutcome, toSubmitting, toUnconfirmed } from '@/utils/analyses/transitions.ts';
import { type Account, type Credentials, isSameAccount } from '@/utils/spectra/account.ts';
import type { Client } from '@/utils/spectra/client.ts';
import type { Locks, Store } from './store.ts';

export interface OutboxOptions {
  store: Store;
  locks: Locks;
  clientFor: (credentials: Credentials) => Client;
  hasPermission: (address: string) => Promise<boolean>;
  isOnline: () => boolean;
  now: () => number;
  /** In [0, 1). */
  random: () => number;
  /** Sets the one alarm, or takes it away. */
  wakeAt: (time: number | null) => Promise<void>;
  /** Told of the batches whose analyses changed, after each step. Must not throw. */
  onChanged: (batchIds: string[]) => Promise<void>;
  /** Told when there is nothing to do for now. Must not throw. */
  onRest: () => Promise<void>;
}

interface Loaded {
  outbox: Outbox;
  credentials: Credentials | null;
}

/** Chromium ends an event after five minutes: nothing new is started when it is this old. */
const LONGEST_RUN = 2 * MINUTE;
const NEXT_RUN = 30 * SECOND;

/**
 * The outbox: `tick` does what is due, and sets the alarm for what is due later. It may be called at any time from anywhere
 * in the background; one runs at a time, and a call during a run makes it look again.
 */
export function createOutbox(options: OutboxOptions) {
  const { store, locks, clientFor, now, random, wakeAt, onChanged, onRest } = options;
  let again = false;

  async function load(): Promise<Loaded> {
    const [analyses, settings, credentials] = await Promise.all([
      store.unfinished(),
      store.settings(),
      store.credentials(),
    ]);
    const { account } = settings;
    const outbox: Outbox = {
      analyses,
      account,
      isSignedIn: credentials !== null,
      hasPermission: account ? await options.hasPermission(account.address) : true,
      isOnline: options.isOnline(),
      gate: account ? await store.gate(account) : OPEN_GATE,
    };
    return { outbox, credentials };
  }

  async function probe(credentials: Credentials, reopenings: number | undefined): Promise<void> {
    const outcome = await clientFor(credentials).usage();
    await store.change(async () => {
      const gate = soundGate(await store.gate(credentials), now());
      const next = sinceReopening(afterProbe(gate, outcome, now(), random()), reopenings);
      return { gate: { account: accountOf(credentials), gate: next }, result: undefined };
    });
  }

  async function submit(
    id: string,
    credentials: Credentials,
    reopenings: number | undefined,
  ): Promise<string[]> {
    const account = accountOf(credentials);
    const taken = await store.change(async () => {
      const [analysis] = await store.analyses([id]);
      const isOurs = analysis?.account && isSameAccount(analysis.account, account);
      if (!isOurs || analysis.state !== 'queued') return { result: null };
      const sentAt = now();
      const sending = toSubmitting(analysis, sentAt);
      const gate = takeSlot(soundGate(await store.gate(account), sentAt), sentAt);
      return { analyses: [sending], gate: { account, gate }, result: sending };
    });
    if (!taken) return [];
    const { href, platform, form, attempts, batchId } = taken;
    const outcome = await clientFor(credentials).submit({ href, platform, form });
    const note = () =>
      store.change(async () => {
        const time = now();
        const [analysis] = await store.analyses([id]);
        const next = afterSubmit(
          soundGate(await store.gate(account), time),
          taken.sentAt ?? time,
          outcome,
          time,
          random(),
        );
        const gate = sinceReopening(next, reopenings);
        const analyses = analysis ? [applyOutcome(analysis, attempts, outcome, time)] : [];
        return { analyses, gate: { account, gate }, result: undefined };
      });
    // Once more where the storage refuses it: with the answer an analysis id would be lost.
    await note().catch(note);
    return [batchId];
  }

  async function settle(lost: Analysis): Promise<string[]> {
    await store.change(async () => {
      const [analysis] = await store.analyses([lost.id]);
      if (analysis?.state !== 'submitting') return { result: undefined };
      const { account } = analysis;
      const gate = account && {
        account,
        gate: afterLoss(soundGate(await store.gate(account), now()), now(), random()),
      };
      return { analyses: [toUnconfirmed(analysis)], ...(gate && { gate }), result: undefined };
    });
    return [lost.batchId];
  }

  async function reckon(account: Account): Promise<void> {
    await store.change(async () => ({
      gate: { account, gate: soundGate(await store.gate(account), now()) },
      result: undefined,
    }));
  }

  async function adopt(account: Account): Promise<string[]> {
    return store.change(async () => {
      const orphans = (await store.unfinished()).filter((analysis) => analysis.account === null);
      return { analyses: orphans.map((orphan) => ({ ...orphan, account })), result: batchesOf(orphans) };
    });
  }

  async function perform(step: Step, { outbox, credentials }: Loaded): Promise<string[]> {
    const { reopenings } = outbox.gate;
    if (step.do === 'settle') return settle(step.analysis);
    if (step.do === 'adopt') return adopt(step.account);
    if (step.do === 'reckon') await reckon(step.account);
    if (step.do === 'probe' && credentials) await probe(credentials, reopenings);
    if (step.do === 'submit' && credentials) return submit(step.analysis.id, credentials, reopenings);
    return [];
  }

  async function drain(): Promise<void> {
    const begunAt = now();
    for (;;) {
      const loaded = await load();
      const step = plan(loaded.outbox, now());
      if (step.do === 'wait') {
        await wakeAt(step.until);
        return onRest();
      }
      // A forward jump of the clock ends the run early, which costs an alarm; a jump back must not make it endless.
      const age = now() - begunAt;
      // Also for the case that the background dies in this step: the alarm brings it back.
      await wakeAt(now() + NEXT_RUN);
      if (age > LONGEST_RUN || age < 0) return onRest();
      await onChanged(await perform(step, loaded));
    }
  }

  /** A run that failed, say in the storage, must not be the last one. */
  async function comeBack(error: unknown): Promise<never> {
    await wakeAt(now() + NEXT_RUN);
    throw error;
  }

  return {
    async tick(): Promise<void> {
      again = true;
      // Asked again after the lock is free: a call that came while it was being given back must not be lost.
      while (again) {
        const isMine = await locks.request('tick', { ifAvailable: true }, async (lock) => {
          if (!lock) return false;
          while (again) {
            again = false;
            await drain().catch(comeBack);
          }
          return true;
        });
        if (!isMine) return;
      }
    },
  };
}

function batchesOf(analyses: readonly Analysis[]): string[] {
  return [...new Set(analyses.map(({ batchId }) => batchId))];
}

function accountOf({ address, userName }: Credentials): Account {
  return { address, userName };
}
