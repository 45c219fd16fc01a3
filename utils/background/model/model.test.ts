import { expect, it } from 'vitest';
import { createBackground } from '../background.ts';
import { runStories } from './shares.ts';

// Ten thousand of them run in `npm run test:long`.
it('keeps the laws in two hundred random stories', async () => {
  const shares = await runStories(createBackground, 200, 1);
  expect(Object.keys(shares)).toContain('unconfirmed');
}, 120_000);
