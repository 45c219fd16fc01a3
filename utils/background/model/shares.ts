import fc from 'fast-check';
import { STATES } from '@/utils/analyses/analysis.ts';
import { story } from './commands.ts';
import { CRASH_POINTS } from './context.ts';
import { type Met, runStory } from './run.ts';
import type { BackgroundFactory } from './simulation.ts';

/**
 * Runs so many random stories; a seed gives the same ones again. Returns in which share of them each state and each crash
 * point was met, in percent.
 * @throws Error of fast-check with the story that broke a law
 */
export async function runStories(
  factory: BackgroundFactory,
  numRuns: number,
  seed: number,
): Promise<Record<string, number>> {
  const met: Met[] = [];
  await fc.assert(
    fc.asyncProperty(fc.integer(), story, async (seed, happenings) => {
      met.push(await runStory(factory, seed, happenings));
    }),
    // A story made shorter is another story: what is shown is the one that was met.
    { numRuns, seed, endOnFailure: true },
  );
  const share = (isMet: (one: Met) => boolean) => (100 * met.filter(isMet).length) / met.length;
  return Object.fromEntries([
    ...STATES.map((state) => [state, share(({ states }) => states.has(state))]),
    ...CRASH_POINTS.map((point) => [`death at ${point}`, share(({ crashes }) => crashes.has(point))]),
  ]);
}
