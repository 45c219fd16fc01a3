import { expect, it } from 'vitest';
import { createBackground } from '../background.ts';
import { runStories } from './shares.ts';

/** So many are needed to meet the rarest crash points; `MODEL_RUNS` gives another number. */
const ALL = 10_000;
const RUNS = Number(process.env['MODEL_RUNS'] ?? ALL);
/** Always the same stories, so that a failure is one for everybody; `MODEL_SEED` gives others. */
const SEED = Number(process.env['MODEL_SEED'] ?? 20_261_124);

it(`keeps the laws in ${RUNS} random stories, and tells which states and crash points they met`, async () => {
  const shares = await runStories(createBackground, RUNS, SEED);
  for (const [name, share] of Object.entries(shares))
    console.log(`${share.toFixed(2).padStart(6)} %  ${name}`);
  const missed = Object.keys(shares).filter((name) => shares[name] === 0);
  expect(RUNS < ALL ? [] : missed).toEqual([]);
}, 2_400_000);
