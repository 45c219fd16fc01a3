import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as Backgrounds from '../background.ts';
import { story } from './commands.ts';
import { MUTATIONS } from './mutations.ts';
import { runStory } from './run.ts';

/** In how many stories a fault must show. */
const STORIES = 1000;

describe('the model notices a fault', () => {
  afterEach(() => vi.resetModules());

  it.each(MUTATIONS)(
    'against law $law: $name',
    async ({ path, change }) => {
      vi.doMock(path, async (importOriginal) => {
        const original = await importOriginal<object>();
        return { ...original, ...change(original) };
      });
      const { createBackground }: typeof Backgrounds = await import('../background.ts');
      vi.doUnmock(path);
      const details = await fc.check(
        fc.asyncProperty(fc.integer(), story, (seed, happenings) =>
          runStory(createBackground, seed, happenings).then(() => undefined),
        ),
        { numRuns: STORIES, seed: 1, endOnFailure: true },
      );
      expect(details.failed).toBe(true);
      expect(String(details.errorInstance)).toMatch(/law \d/);
    },
    120_000,
  );
});
