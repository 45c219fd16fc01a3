import { expect, it } from 'vitest';
import { createBackground } from '../background.ts';
import { runStories } from './shares.ts';

/** `MODEL_RUNS=10000` for all; so many in each run of the tests. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 2000);
/** So many are needed to meet the rarest crash points. */
const ALL = 10_000;
/** Always the same stories, so that a failure is one for everybody; `MODEL_SEED` gives others. */
const SEED = Number(process.env['MODEL_SEED'] ?? 20_261_124);

it(`keeps the laws in ${RUNS} random stories, and tells which states and crash points they met`, async () => {
  const shares = await runStories(createBackground, RUNS, SEED);
  for (const [name, share] of Object.entries(shares))
    console.log(`${share.toFixed(2).padStart(6)} %  ${name}`);
  const missed = Object.keys(shares).filter((name) => shares[name] === 0);
  expect(RUNS < ALL ? [] : missed).toEqual([]);
}, 2_400_000);
