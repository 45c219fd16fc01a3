import { isOpen } from '@/utils/analyses/analysis.ts';
import { isWaitedFor } from '@/utils/analyses/news.ts';
import { HOUR } from '@/utils/analyses/time.ts';
import type { Command } from '../commands.ts';
import { type Happening, happen, signIn } from './commands.ts';
import { breaches, type Decisions } from './oracle.ts';
import { type BackgroundFactory, Simulation } from './simulation.ts';

/** What a run met, for the shares that are printed. */
export interface Met {
  states: Set<string>;
  crashes: Set<string>;
}

/** How long the healed world is given. The last look-up of one that the service gives no answer to comes after a day. */
const HEALED_FOR = 26 * HOUR;

/**
 * Runs one story over the background, then heals what is broken and lets time pass, so that all that waits must come to an end.
 * @throws Error with the law that was broken, and after which happening
 */
export async function runStory(
  factory: BackgroundFactory,
  seed: number,
  story: readonly Happening[],
  onNext: (happening: string) => void = () => undefined,
): Promise<Met> {
  const simulation = new Simulation(factory, seed);
  const decisions: Decisions = {
    acknowledged: new Set(),
    again: new Map(),
    anyway: 0,
    cancelled: new Set(),
    resent: new Set(),
    consented: new Set(),
    consentedKeys: new Set(),
    cleaned: new Set(),
    keep: Number.POSITIVE_INFINITY,
    saved: new Map(),
  };
  const states = new Set<string>();

  async function check(after: string): Promise<void> {
    await simulation.settle();
    for (const { state } of simulation.analyses()) states.add(state);
    const broken = await breaches(simulation, decisions);
    if (broken.length > 0) throw new Error(`${broken.join('; ')} (after ${after})`);
  }

  simulation.wake(0, (background) => background.installed(true));
  // Some begin without an account: what is captured then is taken by the first that is set.
  const first = simulation.dice() < 0.7 ? [signIn({ user: 0, isRight: true, keep: 'device' })] : [];
  for (const happening of [...first, ...story]) {
    onNext(JSON.stringify(happening));
    if ('name' in happening) await simulation.wake(0, (background) => background.command(happening));
    else await happen(happening, simulation, decisions);
    // Often the next thing happens while this one is still under way.
    if (simulation.dice() < 0.5) await check(JSON.stringify(happening));
  }
  await heal(simulation, check);
  return { states, crashes: new Set(simulation.crashes) };
}

/** All that an outside can do is done; then nothing may be left that would still go out. */
async function heal(simulation: Simulation, check: (after: string) => Promise<void>): Promise<void> {
  const { service } = simulation;
  simulation.isOnline = true;
  simulation.hasPermission = true;
  simulation.refusals = 0;
  service.script.length = 0;
  service.reportScript.length = 0;
  service.state.outage = null;
  simulation.spare();
  for (const user of [0, 1, 0] as const) {
    await simulation.pass(2 * 60_000);
    const commands: Command[] = [
      { name: 'hold', isHeld: false },
      signIn({ user, isRight: true, keep: 'device' }),
      { name: 'testConnection', credentials: service.accounts[user] },
    ];
    for (const command of commands) {
      void simulation.wake(0, (background) => background.command(command));
      await simulation.pass(10_000);
    }
    await simulation.pass(HEALED_FOR);
    await check(`healing for account ${user}`);
  }
  const waits: string[] = ['unconfirmed', 'held'];
  const left = simulation.analyses().filter((one) => isOpen(one) && !waits.includes(one.state));
  const searching = simulation.analyses().filter(({ lookAt }) => lookAt !== undefined);
  if (left.length + searching.length > 0) {
    const [first] = [...left, ...searching];
    throw new Error(`law 4: ${first?.state} ${first?.id} is left though nothing stands in its way`);
  }
  const told = new Set(simulation.notices.map(({ id }) => id));
  const open = new Set(
    simulation
      .analyses()
      .filter(isWaitedFor)
      .map(({ batchId }) => batchId),
  );
  const untold = simulation
    .analyses()
    .find(
      (one) =>
        one.state === 'finished' &&
        !simulation.imported.has(one.id) &&
        !open.has(one.batchId) &&
        !told.has(`verdict:${one.batchId}`),
    );
  if (untold) throw new Error(`law 4: the user was never told of the verdict of ${untold.id}`);
  if ('troubled' in simulation.session)
    throw new Error('law 4: it is said that the storage fails, which it does not');
  if (simulation.timeline.alarm() !== null) throw new Error('law 5: there is an alarm at the end');
}
