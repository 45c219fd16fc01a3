import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@/utils/analyses/settings.ts';
import { HOUR } from '@/utils/analyses/time.ts';
import type { Command } from './commands.ts';
import type { Store } from './store.ts';
import { createTestWorld, rest } from './testing/world.ts';

const LINK = { menuItemId: 'link/linux', linkUrl: 'http://bad.test/x' };
const POPUP: Command = { name: 'detonate', text: LINK.linkUrl, platforms: ['linux'] };

async function newest(store: Store) {
  return (await store.offers())[0] ?? null;
}

function offline() {
  const world = createTestWorld();
  world.state.isOnline = false;
  return { ...world, background: world.start() };
}

describe('the same URL on the same platform, while one is on its way', () => {
  it('is not queued again, and the notice says so', async () => {
    const { state, store, background } = offline();
    await background.menuClicked(LINK);
    await background.menuClicked(LINK);
    expect(await store.recent()).toHaveLength(1);
    expect(state.notices.find(({ id }) => id.startsWith('offer:'))).toMatchObject({
      title: 'notify_offer_title',
      message: 'notify_offer bad[.]test platform_linux_name',
      button: 'send_anyway',
    });
  });

  it('of two clicks at once is queued once', async () => {
    const { store, background } = offline();
    await Promise.all([
      background.menuClicked(LINK),
      background.menuClicked(LINK),
      background.command(POPUP),
    ]);
    expect(await store.recent()).toHaveLength(1);
  });

  it('is told to the popup by a count, and stands as an offer', async () => {
    const { store, background } = offline();
    expect(await background.command(POPUP)).toEqual({ ok: true, queued: 1 });
    expect(await background.command(POPUP)).toEqual({ ok: true, queued: 0 });
    expect(await newest(store)).toMatchObject({ items: [{ href: LINK.linkUrl, platform: 'linux' }] });
  });

  it('goes out when the user says "Send anyway", once for two clicks on that', async () => {
    const { store, background } = offline();
    await background.menuClicked(LINK);
    await background.menuClicked(LINK);
    const { batchId = '' } = (await newest(store)) ?? {};
    await Promise.all([
      background.command({ name: 'sendAnyway', batchId }),
      background.noticeButtonClicked(`offer:${batchId}`),
    ]);
    expect(await store.recent()).toHaveLength(2);
    expect(await newest(store)).toBeNull();
  });

  it('can be left', async () => {
    const { store, background } = offline();
    await background.menuClicked(LINK);
    await background.menuClicked(LINK);
    const { batchId = '' } = (await newest(store)) ?? {};
    await background.command({ name: 'dismissOffer', batchId });
    expect(await newest(store)).toBeNull();
    expect(await background.command({ name: 'sendAnyway', batchId })).toEqual({ ok: true, queued: 0 });
  });

  it('has a notice for each, whose button sends just that', async () => {
    const { state, store, background } = offline();
    for (const path of ['one', 'two', 'one', 'two']) {
      await background.menuClicked({ ...LINK, linkUrl: `http://${path}.test/` });
    }
    const first = state.notices.find(
      ({ message }) => message.includes('one[.]test') && message.includes('offer'),
    );
    await background.noticeButtonClicked(first?.id ?? '');
    expect((await store.recent()).map(({ href }) => href)).toEqual([
      'http://one.test/',
      'http://two.test/',
      'http://one.test/',
    ]);
    expect(await newest(store)).toMatchObject({ items: [{ href: 'http://two.test/' }] });
  });

  it('counts what was captured before there was an account', async () => {
    const { state, store, start } = createTestWorld({ isSignedIn: false });
    const background = start();
    await background.menuClicked(LINK);
    state.isOnline = false;
    const account = { address: 'https://data.reversinglabs.com', userName: 'u/a' };
    await store.saveSettings({ ...DEFAULT_SETTINGS, account, platforms: ['linux'] }, 'p');
    await background.menuClicked(LINK);
    expect(await store.recent()).toHaveLength(1);
  });

  it('of several platforms is a matter of those that are on their way', async () => {
    const { state, store, background } = offline();
    await background.menuClicked(LINK);
    await background.command({ ...POPUP, platforms: ['linux', 'windows7'] });
    expect((await store.recent()).map(({ platform }) => platform)).toEqual(['windows7', 'linux']);
    expect(await newest(store)).toMatchObject({ items: [{ platform: 'linux' }] });
    expect(state.notices.filter(({ id }) => id.startsWith('offer:'))).toEqual([]);
  });

  it('counts until its report is there, or none is to be expected', async () => {
    const { state, store, start, pass } = createTestWorld();
    const background = start();
    await background.menuClicked(LINK);
    await rest();
    await background.menuClicked(LINK);
    expect(await store.recent()).toHaveLength(1);
    await pass(background, 2 * HOUR);
    await background.menuClicked(LINK);
    await rest();
    expect(state.posts).toHaveLength(2);
  });

  it.each(['cancel', 'another URL', 'another account'])('is no hindrance after %s', async (what) => {
    const { store, background } = offline();
    await background.menuClicked(LINK);
    const [first] = await store.recent();
    if (what === 'cancel') await background.command({ name: 'cancel', ids: [first?.id ?? ''] });
    if (what === 'another account') {
      const account = { address: 'https://data.reversinglabs.com', userName: 'u/other' };
      const platforms = ['linux' as const];
      await background.command({ name: 'saveSettings', account, password: 'p', keep: 'session', platforms });
    }
    await background.menuClicked({ ...LINK, linkUrl: `${LINK.linkUrl}${what === 'another URL' ? '2' : ''}` });
    expect(await store.recent()).toHaveLength(2);
  });
});

describe('several URLs in one text', () => {
  it('become one batch with each platform, and the same one counts once', async () => {
    const { store, background } = offline();
    const text = 'http://one.test/ https://two.test/a b http://one.test/';
    expect(await background.command({ name: 'detonate', text, platforms: ['linux', 'windows7'] })).toEqual({
      ok: true,
      queued: 4,
    });
    const recent = await store.recent();
    expect(new Set(recent.map(({ batchId }) => batchId)).size).toBe(1);
    expect(new Set(recent.map(({ href }) => href))).toEqual(
      new Set(['http://one.test/', 'https://two.test/a%20b']),
    );
  });

  it('of which one is none queue nothing', async () => {
    const { store, background } = offline();
    const text = 'http://one.test/\nhttp://';
    expect(await background.command({ name: 'detonate', text, platforms: ['linux'] })).toMatchObject({
      ok: false,
      problem: { message: 'target_not_url' },
    });
    expect(await store.recent()).toEqual([]);
  });
});
