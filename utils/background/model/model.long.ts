import { expect, it } from 'vitest';
import { createBackground } from '../background.ts';
import { runStories } from './shares.ts';

const RUNS = 10_000;
/** Always the same stories, so that a failure is one for everybody; `MODEL_SEED` gives others. */
const SEED = Number(process.env['MODEL_SEED'] ?? 20_261_124);

it(`keeps the laws in ${RUNS} random stories, and meets every state and every crash point`, async () => {
  const shares = await runStories(createBackground, RUNS, SEED);
  for (const [name, share] of Object.entries(shares))
    console.log(`${share.toFixed(2).padStart(6)} %  ${name}`);
  expect(Object.keys(shares).filter((name) => shares[name] === 0)).toEqual([]);
}, 2_400_000);
