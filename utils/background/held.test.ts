import { describe, expect, it } from 'vitest';
import { KEYS, targetKey } from '@/utils/analyses/keys.ts';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/analyses/settings.ts';
import { readEarlier } from './earlier.ts';
import { createTestWorld, rest } from './testing/world.ts';

const SECRET = 'https://shop.test/account/reset-password?token=tR7wQ2nZ8xVb5LkJ3hGf9sDp&lang=en';
const CLEAN = 'https://shop.test/account/reset-password?lang=en';
const LINK = { menuItemId: 'link/linux', linkUrl: SECRET };

function worldWith(changes: Partial<Settings> = {}) {
  const world = createTestWorld();
  const settings = world.local.items[KEYS.settings] as Settings;
  world.local.items[KEYS.settings] = { ...DEFAULT_SETTINGS, ...settings, ...changes };
  return { ...world, background: world.start() };
}

async function held(changes: Partial<Settings> = {}) {
  const world = worldWith(changes);
  await world.background.menuClicked(LINK);
  await rest();
  const [analysis] = await world.store.recent();
  if (!analysis) throw new Error('nothing was captured');
  return { ...world, analysis, ids: [analysis.id] };
}

describe('a URL in which the guard sees something', () => {
  it('is held: nothing leaves, a notice and the badge say so, and nothing is due', async () => {
    const { state, analysis } = await held();
    expect(analysis.state).toBe('held');
    expect(analysis.sightings?.map(({ kind }) => kind)).toContain('reset');
    expect(state.posts).toEqual([]);
    expect(state.usageCalls).toBe(0);
    expect(state.badge).toMatchObject({ text: '!', title: 'badge_title_held' });
    expect(state.notices).toContainEqual({
      id: `held:${analysis.batchId}`,
      title: 'notify_held_title shop[.]test',
      message: expect.stringContaining('sighted_reset'),
    });
    expect(state.alarm).toBeNull();
  });

  it('is still held after the background died, and the notice opens what is held', async () => {
    const { start, state, store, analysis } = await held();
    const background = start();
    await background.woke();
    await background.noticeClicked(`held:${analysis.batchId}`);
    expect(state.opened).toEqual(['held']);
    expect((await store.unfinished()).map((one) => one.state)).toEqual(['held']);
    expect(state.posts).toEqual([]);
  });

  it('goes out as it is by consent', async () => {
    const { state, background, ids, store } = await held();
    expect(await background.command({ name: 'consent', ids, to: 'asItIs' })).toEqual({
      ok: true,
      count: 1,
      left: 0,
    });
    await rest();
    expect(state.posts.map(({ href }) => href)).toEqual([SECRET]);
    expect((await store.recent())[0]).toMatchObject({ state: 'running', href: SECRET });
    expect(state.badge?.text).toBe('1');
  });

  it('goes out without it, and what was left out is kept nowhere', async () => {
    const { state, background, ids, local } = await held();
    await background.command({ name: 'consent', ids, to: 'without' });
    await rest();
    expect(state.posts.map(({ href }) => href)).toEqual([CLEAN]);
    expect(JSON.stringify(local.items)).not.toContain('tR7wQ2nZ8xVb5LkJ3hGf9sDp');
    expect((await readEarlier(local, CLEAN)).map(({ state }) => state)).toEqual(['running']);
  });

  it('is discarded, and can be captured anew', async () => {
    const { state, background, ids, store } = await held();
    expect(await background.command({ name: 'discard', ids })).toMatchObject({ ok: true, count: 1 });
    expect((await store.recent())[0]?.state).toBe('discarded');
    expect(state.badge?.text).toBe('');
    await background.menuClicked(LINK);
    expect((await store.recent()).map((one) => one.state)).toEqual(['held', 'discarded']);
    expect(state.posts).toEqual([]);
  });

  it('is decided on once: a second decision finds nothing held', async () => {
    const { background, ids, state } = await held();
    await background.command({ name: 'consent', ids, to: 'asItIs' });
    await rest();
    for (const name of ['consent', 'discard'] as const) {
      const reply = await background.command({ name, ids, to: 'asItIs' });
      expect(reply).toEqual({ ok: false, problem: { message: 'held_gone' } });
    }
    expect(state.posts).toHaveLength(1);
  });

  it('is neither cancelled, sent again nor given up while it is held', async () => {
    const { background, ids, store } = await held();
    for (const name of ['cancel', 'sendAgain', 'giveUp', 'check', 'delete'] as const) {
      await background.command({ name, ids });
    }
    await rest();
    expect((await store.recent()).map(({ state }) => state)).toEqual(['held']);
  });

  it('is not held twice: the same captured again is told as held', async () => {
    const { background, state, store } = await held();
    state.notices = [];
    const reply = await background.command({ name: 'detonate', text: SECRET, platforms: ['linux'] });
    expect(reply).toEqual({ ok: true, queued: 0, held: 1 });
    expect(await store.recent()).toHaveLength(1);
    expect(state.notices.map(({ id }) => id)).toEqual([expect.stringMatching(/^held:/)]);
  });

  it('that is the same as one under way, once that is left out, is not sent twice', async () => {
    const { background, state, store, ids } = await held();
    await background.command({ name: 'detonate', text: CLEAN, platforms: ['linux'] });
    await rest();
    const reply = await background.command({ name: 'consent', ids, to: 'without' });
    await rest();
    expect(reply).toEqual({ ok: true, count: 0, left: 1 });
    expect(state.posts).toHaveLength(1);
    expect((await store.analyses(ids))[0]?.state).toBe('discarded');
  });

  it('of which nothing can be left out stays held', async () => {
    const { background, store, state } = worldWith({ ownDomains: ['shop.test'] });
    await background.command({ name: 'detonate', text: 'https://www.shop.test/', platforms: ['linux'] });
    const ids = (await store.recent()).map(({ id }) => id);
    const reply = await background.command({ name: 'consent', ids, to: 'without' });
    expect(reply).toMatchObject({ ok: false });
    expect((await store.analyses(ids))[0]?.state).toBe('held');
    expect(state.posts).toEqual([]);
  });

  it('is listed under no target while it is held: its URL may be one that is not to be kept', async () => {
    const { local } = await held();
    expect(Object.keys(local.items)).not.toContain(targetKey(SECRET));
  });

  it('is sent where the user wants but to be warned, and its record says what was seen', async () => {
    const { state, analysis } = await held({ guard: 'warn' });
    expect(state.posts.map(({ href }) => href)).toEqual([SECRET]);
    expect(analysis.sightings?.length).toBeGreaterThan(0);
  });

  it('is sent where the guard is off', async () => {
    const { state, analysis } = await held({ guard: 'off' });
    expect(state.posts).toHaveLength(1);
    expect(analysis.sightings).toBeUndefined();
  });

  it('holds nothing else of its batch', async () => {
    const { background, state, store } = worldWith();
    const text = `https://plain.test/ ${SECRET}`;
    const reply = await background.command({ name: 'detonate', text, platforms: ['linux'] });
    await rest();
    expect(reply).toEqual({ ok: true, queued: 1, held: 1 });
    expect(state.posts.map(({ href }) => href)).toEqual(['https://plain.test/']);
    expect((await store.recent()).map((one) => one.state).sort()).toEqual(['held', 'running']);
  });

  it('of another account waits for the same as others of that account, once it is let go', async () => {
    const { background, ids, state, store } = await held();
    const account = { address: 'https://data.reversinglabs.com', userName: 'u/other/one' };
    await background.command({
      name: 'saveSettings',
      account,
      password: 'x',
      keep: 'session',
      platforms: ['linux'],
    });
    await background.command({ name: 'consent', ids, to: 'asItIs' });
    await rest();
    expect((await store.analyses(ids))[0]?.state).toBe('queued');
    expect(state.posts).toEqual([]);
  });
});

describe('a host of a private network', () => {
  const text = 'http://10.0.0.5/admin';

  it('is refused, with its name and what to do', async () => {
    const { background, store } = worldWith();
    const reply = await background.command({ name: 'detonate', text, platforms: ['linux'] });
    expect(reply).toEqual({
      ok: false,
      problem: { message: 'target_private', substitutions: ['10[.]0[.]0[.]5'] },
    });
    expect(await store.recent()).toEqual([]);
  });

  it('among others is left out of them, and counted', async () => {
    const { background, store } = worldWith();
    const hrefs = [text, 'https://bad.test/'];
    const reply = await background.command({ name: 'capture', hrefs, origin: 'paste', platforms: ['linux'] });
    expect(reply).toEqual({ ok: true, queued: 1, refused: 1 });
    expect((await store.recent()).map(({ href }) => href)).toEqual(['https://bad.test/']);
  });

  it('is sent where that is allowed, without a question', async () => {
    const { background, state } = worldWith({ allowPrivateHosts: true });
    await background.command({ name: 'detonate', text, platforms: ['linux'] });
    await rest();
    expect(state.posts.map(({ href }) => href)).toEqual([text]);
  });

  it('is refused with the guard off, too', async () => {
    const { background } = worldWith({ guard: 'off' });
    expect(await background.command({ name: 'detonate', text, platforms: ['linux'] })).toMatchObject({
      ok: false,
    });
  });
});
