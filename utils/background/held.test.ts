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

describe('what was captured under other settings', () => {
  async function cancelled(guard: Settings['guard'], text = SECRET) {
    const world = worldWith({ guard, allowPrivateHosts: true });
    world.state.isOnline = false;
    await world.background.command({ name: 'detonate', text, platforms: ['linux'] });
    const ids = (await world.store.recent()).map(({ id }) => id);
    await world.background.command({ name: 'cancel', ids });
    world.state.isOnline = true;
    await world.store.savePreferences({ guard: 'ask', allowPrivateHosts: false });
    return { ...world, ids };
  }

  it('is held when it is sent again, and what the user consented to is not', async () => {
    const { background, ids, store, state, local } = await cancelled('off');
    await background.command({ name: 'sendAgain', ids });
    await rest();
    expect((await store.analyses(ids)).map((one) => one.state)).toEqual(['held']);
    expect(state.posts).toEqual([]);
    state.isOnline = false;
    await background.command({ name: 'consent', ids, to: 'asItIs' });
    await background.command({ name: 'cancel', ids });
    state.isOnline = true;
    await background.command({ name: 'sendAgain', ids });
    await rest();
    expect(state.posts.map(({ href }) => href)).toEqual([SECRET]);
    expect(await readEarlier(local, SECRET)).toHaveLength(1);
  });

  it('is not sent again to a private host', async () => {
    const { background, ids, state } = await cancelled('off', 'http://10.0.0.5/');
    expect(await background.command({ name: 'sendAgain', ids })).toMatchObject({ ok: false });
    await rest();
    expect(state.posts).toEqual([]);
  });

  it('comes from another browser: their consent is not ours', async () => {
    const { background, ids, store, state } = await held();
    await background.command({ name: 'consent', ids, to: 'asItIs' });
    await rest();
    const analyses = (await store.analyses(ids)).map((one) => ({
      ...one,
      id: `${one.id}0`,
      state: 'queued' as const,
    }));
    state.posts = [];
    await background.command({ name: 'import', analyses, briefs: {} });
    await background.command({ name: 'sendAgain', ids: analyses.map(({ id }) => id) });
    await rest();
    expect(state.posts).toEqual([]);
  });
});

describe('the same once more', () => {
  it('of what the user consented to goes by "Send anyway", without a second question', async () => {
    const { background, ids, store, state } = await held();
    state.isOnline = false;
    await background.command({ name: 'consent', ids, to: 'asItIs' });
    await background.menuClicked(LINK);
    const [offer] = await store.offers();
    await background.command({ name: 'sendAnyway', batchId: offer?.batchId ?? '' });
    expect((await store.recent()).map((one) => one.state)).toEqual(['queued', 'queued']);
  });

  it('is not kept with what was to be left out, where the rest is under way', async () => {
    const { background, ids, local } = await held();
    await background.command({ name: 'detonate', text: CLEAN, platforms: ['linux'] });
    await rest();
    await background.command({ name: 'consent', ids, to: 'without' });
    expect(JSON.stringify(local.items)).not.toContain('tR7wQ2nZ8xVb5LkJ3hGf9sDp');
  });
});

describe('to ask the service is to tell it', () => {
  const asked = (world: ReturnType<typeof worldWith>, href: string, isSure?: true) =>
    world.background.command({ name: 'lookUp', href, ...(isSure && { isSure }) });

  it('what the guard sees is asked by a second click only, and a private host not at all', async () => {
    const world = worldWith();
    expect(await asked(world, SECRET)).toEqual({ ok: false, problem: { message: 'ask_guarded' } });
    expect(await asked(world, 'http://10.0.0.5/', true)).toMatchObject({ ok: false });
    expect(world.state.looks).toEqual([]);
    expect(await asked(world, SECRET, true)).toMatchObject({ ok: true });
    expect(world.state.looks.map(({ href }) => href)).toContain(SECRET);
  });
});

describe('a private window', () => {
  it('is not told of by the host that was refused, nor by the platforms that were chosen there', async () => {
    const { background, state, store } = worldWith();
    await background.menuClicked({ ...LINK, linkUrl: 'http://hidden.corp/x', isPrivate: true });
    expect(JSON.stringify(state.notices)).not.toContain('hidden');
    await background.menuClicked({ ...LINK, isPrivate: true });
    expect(await store.lastPlatforms()).toEqual([]);
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
