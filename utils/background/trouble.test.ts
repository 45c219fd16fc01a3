import { describe, expect, it } from 'vitest';
import { analysisKey, KEYS } from '@/utils/analyses/keys.ts';
import { MINUTE, SECOND } from '@/utils/analyses/time.ts';
import { readOverview } from './overview.ts';
import { memoryArea } from './testing/memory.ts';
import { createTestWorld, rest } from './testing/world.ts';

const LINK = { menuItemId: 'link/linux', linkUrl: 'http://bad.test/x' };
const GATE = 'gate:https://data.reversinglabs.com|u/test/analyst';

function refuse(area: { set(items: Record<string, unknown>): Promise<void> }): () => void {
  const { set } = area;
  area.set = async () => {
    throw new Error('QUOTA_BYTES quota exceeded');
  };
  return () => {
    area.set = set;
  };
}

describe('a storage that is full', () => {
  it('refuses a capture with a sentence, in the notice and in the popup', async () => {
    const { state, start, local, store } = createTestWorld();
    const background = start();
    await background.tick();
    const mend = refuse(local);
    await background.menuClicked(LINK);
    expect(state.notices).toContainEqual(
      expect.objectContaining({ id: 'refused', message: 'storage_failed' }),
    );
    expect(await background.command({ name: 'detonate', text: LINK.linkUrl, platforms: ['linux'] })).toEqual({
      ok: false,
      problem: { message: 'storage_failed' },
    });
    await rest();
    mend();
    expect(state.posts).toEqual([]);
    expect(await store.recent()).toEqual([]);
  });

  it('stops the queue, says so once, and lets it go on', async () => {
    const { state, start, local, pass } = createTestWorld();
    const background = start();
    state.isOnline = false;
    await background.menuClicked(LINK);
    await rest();
    state.isOnline = true;
    const mend = refuse(local);
    await background.tick();
    await pass(start(), 5 * MINUTE);
    expect(state.posts).toEqual([]);
    expect(state.notices.filter(({ id }) => id === 'storage')).toHaveLength(1);
    expect(state.badge).toMatchObject({ text: '!' });
    mend();
    await pass(start(), 5 * MINUTE);
    expect(state.posts).toHaveLength(1);
    expect(state.badge?.text).toBe('1');
  });
});

describe('a storage that refuses writes', () => {
  it('is told of in the popup, and a click on the notice leads somewhere', async () => {
    const { state, start, local, session } = createTestWorld();
    const background = start();
    state.isOnline = false;
    await background.menuClicked(LINK);
    await rest();
    state.isOnline = true;
    refuse(local);
    await background.tick();
    expect(await readOverview({ ...surroundings(state), local, session }, {})).toMatchObject({
      isTroubled: true,
    });
    local.get = async () => {
      throw new Error('broken');
    };
    await background.noticeClicked('storage');
    expect(state.optionsOpened).toBe(1);
  });
});

describe('what can’t be read', () => {
  it('is told of, and everything else goes on', async () => {
    const { state, start, local, session } = createTestWorld();
    local.items[KEYS.unfinished] = ['broken'];
    local.items[KEYS.recent] = ['broken'];
    local.items[analysisKey('broken')] = { version: 2, state: 'exploded' };
    const background = start();
    await background.menuClicked(LINK);
    await rest();
    expect(state.posts).toHaveLength(1);
    expect(state.notices.map(({ id }) => id)).toContain('unreadable');
    expect(state.badge?.text).toBe('!');
    const overview = await readOverview({ ...surroundings(state), local, session }, { newest: 20 });
    expect(overview).toMatchObject({ unreadable: 1, rows: [{}] });
    expect(await background.command({ name: 'repair' })).toEqual({ ok: true });
    await rest();
    expect(local.items).not.toHaveProperty([analysisKey('broken')]);
    expect(state.badge?.text).toBe('1');
  });

  it.each([[['text', 1]], ['nonsense'], [undefined]])(
    'as the list %j is found anew from the records',
    async (list) => {
      const { state, start, local } = createTestWorld();
      state.isOnline = false;
      for (const path of ['a', 'b']) {
        await start().menuClicked({ ...LINK, linkUrl: `http://bad.test/${path}` });
        state.now += SECOND;
      }
      await rest();
      local.items[KEYS.unfinished] = list;
      state.isOnline = true;
      await start().tick();
      expect(state.posts.map(({ href }) => href)).toEqual(['http://bad.test/a', 'http://bad.test/b']);
    },
  );

  it('as a gate may have known of three requests a moment ago', async () => {
    const { state, start, local, pass } = createTestWorld();
    local.items[GATE] = { slots: 'many' };
    const background = start();
    await background.menuClicked(LINK);
    await rest();
    await pass(background, MINUTE);
    expect(state.posts).toEqual([]);
    await pass(background, 2 * MINUTE);
    expect(state.posts).toHaveLength(1);
  });
});

describe('the clock, set forward while the background is awake', () => {
  it('makes no slot free', async () => {
    const { state, start } = createTestWorld();
    const background = start();
    await background.menuClicked({ ...LINK, menuItemId: 'link/mine' });
    await rest();
    expect(state.posts).toHaveLength(3);
    state.elapsed += SECOND;
    state.now += 20 * MINUTE;
    await background.tick();
    expect(state.posts).toHaveLength(3);
  });
});

describe('holding the queue', () => {
  it('lets nothing go out until the user lets it', async () => {
    const { state, start, pass } = createTestWorld();
    const background = start();
    await background.command({ name: 'hold', isHeld: true });
    await background.menuClicked(LINK);
    await rest();
    await pass(background, 60 * MINUTE);
    expect(state).toMatchObject({ posts: [], usageCalls: 0, alarm: null, badge: { text: '1' } });
    await background.command({ name: 'hold', isHeld: false });
    await rest();
    expect(state.posts).toHaveLength(1);
  });
});

describe('an update of the extension', () => {
  it('waits for the browser’s next start while something is queued, or the password is in memory', async () => {
    const { state, start, session } = createTestWorld();
    await start().updateAvailable();
    expect(state.reloads).toBe(0);
    await session.remove([KEYS.credentials]);
    await start().menuClicked(LINK);
    await start().updateAvailable();
    expect(state.reloads).toBe(0);
  });

  it('is applied at once where nothing can suffer by it', async () => {
    const { state, start, session } = createTestWorld();
    await session.remove([KEYS.credentials]);
    await start().updateAvailable();
    expect(state.reloads).toBe(1);
  });
});

function surroundings(state: { now: number }) {
  return {
    managed: memoryArea(),
    hasPermission: async () => true,
    isOnline: () => true,
    now: () => state.now,
  };
}
