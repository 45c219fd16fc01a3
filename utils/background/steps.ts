import type { Analysis } from '@/utils/analyses/analysis.ts';
import { afterLoss } from '@/utils/analyses/gate.ts';
import type { Outbox } from '@/utils/analyses/outbox.ts';
import type { Step } from '@/utils/analyses/plan.ts';
import { toNoReport, toUnconfirmed } from '@/utils/analyses/transitions.ts';
import type { Account, Credentials } from '@/utils/spectra/account.ts';
import type { LookUps } from './look-ups.ts';
import { createRequests, type RequestsOptions } from './requests.ts';

/** What a step is taken on. */
export interface Loaded {
  outbox: Outbox;
  credentials: Credentials | null;
}

export interface StepsOptions extends RequestsOptions {
  lookUps: LookUps;
}

/** Carries out what the plan says. Each returns the analyses that it may have changed, as they were. */
export function createSteps(options: StepsOptions) {
  const { store, lookUps, now, random } = options;
  const requests = createRequests(options);

  async function settle(lost: Analysis): Promise<Analysis[]> {
    await store.change(async () => {
      const [analysis] = await store.analyses([lost.id]);
      if (analysis?.state !== 'submitting') return { result: undefined };
      const { account } = analysis;
      const gate = account && { account, gate: afterLoss(await requests.gateOf(account), now(), random()) };
      return { analyses: [toUnconfirmed(analysis, now())], ...(gate && { gate }), result: undefined };
    });
    return [lost];
  }

  async function adopt(account: Account): Promise<Analysis[]> {
    return store.change(async () => {
      const orphans = (await store.unfinished()).filter((analysis) => analysis.account === null);
      return { analyses: orphans.map((orphan) => ({ ...orphan, account })), result: orphans };
    });
  }

  async function retire(over: readonly Analysis[]): Promise<Analysis[]> {
    await store.change(async () => ({
      analyses: (await store.analyses(over.map(({ id }) => id))).map(toNoReport),
      result: undefined,
    }));
    return [];
  }

  async function reckon(account: Account): Promise<Analysis[]> {
    await store.change(async () => ({
      gate: { account, gate: await requests.gateOf(account) },
      result: undefined,
    }));
    return [];
  }

  /** What needs the service, and so the password. */
  async function ask(step: Step, credentials: Credentials, { gate }: Outbox): Promise<Analysis[]> {
    if (step.do === 'submit') return requests.submit(step.analysis.id, credentials, gate);
    if (step.do === 'look') {
      const isRunning = step.analysis.state === 'running';
      return lookUps[isRunning ? 'poll' : 'look'](step.analysis, credentials, gate);
    }
    if (step.do === 'probe') await requests.probe(step.by, credentials, gate);
    return [];
  }

  return async (step: Step, { outbox, credentials }: Loaded): Promise<Analysis[]> => {
    if (step.do === 'settle') return settle(step.analysis);
    if (step.do === 'adopt') return adopt(step.account);
    if (step.do === 'retire') return retire(step.analyses);
    if (step.do === 'reckon') return reckon(step.account);
    return credentials ? ask(step, credentials, outbox) : [];
  };
}
