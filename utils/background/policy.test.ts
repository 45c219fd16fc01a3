import { describe, expect, it } from 'vitest';
import { KEYS } from '@/utils/analyses/keys.ts';
import type { Command } from './commands.ts';
import { createTestWorld, rest } from './testing/world.ts';

const capture: Command = { name: 'detonate', text: 'http://wiki.corp.test/', platforms: ['linux'] };

describe('an organization’s policy', () => {
  it('holds in the background, and is not written with what the user saves', async () => {
    const { start, managed, local, store } = createTestWorld();
    Object.assign(managed.items, { guard: 'ask', ownDomains: ['corp.test'], allowPrivateHosts: 'nonsense' });
    const background = start();
    await background.command({ name: 'savePreferences', guard: 'off', ownDomains: ['mine.test'] });
    expect(await background.command(capture)).toMatchObject({ ok: true, queued: 0, held: 1 });
    await background.command({ name: 'savePreferences', lookFirst: true });
    expect(local.items[KEYS.settings]).toMatchObject({ guard: 'off', ownDomains: ['mine.test'] });
    await background.command({
      name: 'saveSettings',
      account: { address: 'https://data.reversinglabs.com', userName: 'u/test/analyst' },
      keep: 'session',
      platforms: ['linux'],
    });
    expect(local.items[KEYS.settings]).toMatchObject({ guard: 'off', ownDomains: ['mine.test'] });
    expect(await store.settings()).toMatchObject({ guard: 'ask', ownDomains: ['corp.test', 'mine.test'] });
  });

  it('counts as none where the browser refuses to tell it, and is asked for once, and before each capture', async () => {
    const { start } = createTestWorld();
    let asked = 0;
    const managed = {
      get: async () => {
        asked += 1;
        throw new Error('Managed storage manifest not found');
      },
    };
    const background = start({ managed });
    await background.tick();
    await rest();
    expect(asked).toBe(1);
    expect(await background.command(capture)).toMatchObject({ ok: true, queued: 1 });
    await rest();
    expect(asked).toBe(2);
  });

  it('that comes some time after the start holds the next capture', async () => {
    const { start, managed } = createTestWorld();
    const background = start();
    await background.tick();
    Object.assign(managed.items, { ownDomains: ['corp.test'] });
    expect(await background.command(capture)).toMatchObject({ ok: true, held: 1 });
  });
});
