import type { Analysis } from '@/utils/analyses/analysis.ts';
import { OPEN_GATE } from '@/utils/analyses/gate.ts';
import { plan, type Step } from '@/utils/analyses/plan.ts';
import { MINUTE, SECOND } from '@/utils/analyses/time.ts';
import type { Locks } from './area.ts';
import { createSteps, type Loaded, type StepsOptions } from './steps.ts';

export interface OutboxOptions extends StepsOptions {
  locks: Locks;
  hasPermission: (address: string) => Promise<boolean>;
  isOnline: () => boolean;
  /** Milliseconds by a clock that nobody sets. */
  elapsed: () => number;
  /** Sets the one alarm, or takes it away. */
  wakeAt: (time: number | null) => Promise<void>;
  /** Told of the analyses that may have changed, after each step. Must not throw. */
  onChanged: (analyses: readonly Analysis[]) => Promise<void>;
  /** Told when there is nothing to do for now. Must not throw. */
  onRest: () => Promise<void>;
}

/** Chromium ends an event after five minutes: nothing new is started when it is this old. */
const LONGEST_RUN = 2 * MINUTE;
const NEXT_RUN = 30 * SECOND;
const AFTER_FAILURE = MINUTE;

/**
 * The outbox: `tick` does what is due, and sets the alarm for what is due later. It may be called at any time from anywhere
 * in the background; one runs at a time, and a call during a run makes it look again.
 */
export function createOutbox(options: OutboxOptions) {
  const { store, clock, locks, now, elapsed, wakeAt, onChanged, onRest } = options;
  const perform = createSteps(options);
  let again = false;
  let isRunning = false;
  let isMended = false;

  async function load(): Promise<Loaded> {
    const { analyses, account, credentials, isHeld, deadline } = await store.open();
    return {
      credentials,
      outbox: {
        analyses,
        account,
        isSignedIn: credentials !== null,
        hasPermission: account ? await options.hasPermission(account.address) : true,
        isOnline: options.isOnline(),
        isHeld,
        deadline,
        gate: account ? await store.gate(account) : OPEN_GATE,
      },
    };
  }

  /** Before anything is decided by stored times and lists, they are made such that they can be. */
  async function prepare(): Promise<void> {
    const ahead = clock.ahead();
    if (ahead === 0) return;
    await store.shiftGates(ahead);
    clock.reckon(ahead);
  }

  async function drain(): Promise<void> {
    const begunAt = elapsed();
    if (!isMended) await store.mend();
    isMended = true;
    for (;;) {
      await prepare();
      const { loaded, step } = await decide();
      if (step.do === 'wait') return onRest();
      // Also for the case that the background dies in this step: the alarm brings it back.
      await wakeAt(now() + NEXT_RUN);
      if (elapsed() - begunAt > LONGEST_RUN) return onRest();
      await onChanged(await perform(step, loaded));
    }
  }

  /**
   * What to do next; where that is nothing, the alarm is set for what is due later. Alone with the storage: what is written
   * after this look at it arms the alarm itself.
   */
  function decide(): Promise<{ loaded: Loaded; step: Step }> {
    return locks.request('store', async () => {
      const loaded = await load();
      const step = plan(loaded.outbox, now());
      if (step.do === 'wait') await wakeAt(step.until);
      return { loaded, step };
    });
  }

  /** A run that failed, say in the storage, must not be the last one. */
  async function comeBack(error: unknown): Promise<never> {
    isMended = false;
    await wakeAt(now() + AFTER_FAILURE);
    throw error;
  }

  return {
    async tick(): Promise<void> {
      again = true;
      if (isRunning) return;
      isRunning = true;
      try {
        while (again) {
          await locks.request('tick', async () => {
            again = false;
            await drain().catch(comeBack);
          });
        }
      } finally {
        isRunning = false;
      }
    },
  };
}
