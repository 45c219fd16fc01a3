import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, settingsSchema } from './settings.ts';

it('settings of a version that knew no reports keep all that they held', () => {
  const account = { address: 'https://data.reversinglabs.com', userName: 'u/a' };
  const old = { account, keep: 'device', platforms: ['linux'] };
  expect(settingsSchema.parse(old)).toEqual({ ...DEFAULT_SETTINGS, ...old });
});
