import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };

// Two browsers at once on two cores make every wait a guess.
const inBrowsers = {
  globalSetup: ['e2e/setup.ts'],
  fileParallelism: false,
  testTimeout: 300_000,
  hookTimeout: 120_000,
};

// Journeys for which the ten minutes of the README's command are too short.
const APART = ['accessibility', 'analyses', 'by-hand', 'capture', 'own-address', 'restart'].map(
  (name) => `e2e/journeys/${name}.test.ts`,
);

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{utils,components,scripts}/**/*.test.ts'],
          // Hundreds of runs of a property on a busy machine take longer than vitest gives a test.
          testTimeout: 60_000,
        },
      },
      { resolve: { alias }, test: { name: 'model', include: ['utils/**/*.long.ts'] } },
      { resolve: { alias }, test: { name: 'emulator', include: ['emulator/**/*.test.ts'] } },
      { resolve: { alias }, test: { name: 'wire', include: ['e2e/wire/*.test.ts'] } },
      // Over texts that a clone does not hold: CORPUS names the folder.
      {
        resolve: { alias },
        test: { name: 'corpus', include: ['e2e/corpus/*.test.ts'], ...inBrowsers },
      },
      { resolve: { alias }, test: { name: 'samples', include: ['e2e/samples/*.test.ts'] } },
      { resolve: { alias }, test: { name: 'package', include: ['e2e/package/*.test.ts'] } },
      {
        resolve: { alias },
        test: {
          name: 'journeys',
          include: ['e2e/journeys/*.test.ts'],
          exclude: APART,
          ...inBrowsers,
        },
      },
      {
        resolve: { alias },
        test: { name: 'apart', include: [...APART, 'e2e/drivers/*.test.ts'], ...inBrowsers },
      },
      { resolve: { alias }, test: { name: 'bench', include: ['e2e/bench/*.test.ts'], ...inBrowsers } },
      { resolve: { alias }, test: { name: 'long', include: ['e2e/long/*.test.ts'], ...inBrowsers } },
      { resolve: { alias }, test: { name: 'kill', include: ['e2e/kill/*.test.ts'], ...inBrowsers } },
    ],
  },
});
