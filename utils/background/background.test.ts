import { describe, expect, it } from 'vitest';
import { analysisKey, KEYS } from '@/utils/analyses/keys.ts';
import { MINUTE, SECOND } from '@/utils/analyses/time.ts';
import type { SubmitOutcome } from '@/utils/spectra/client.ts';
import { PLATFORMS } from '@/utils/spectra/platforms.ts';
import { readOverview } from './overview.ts';
import { memoryArea } from './testing/memory.ts';
import { createTestWorld, rest, started } from './testing/world.ts';

const LINK = {
  menuItemId: 'link/windows11',
  linkUrl: 'http://bad.test/x',
  pageUrl: 'http://page.test/',
  srcUrl: 'http://image.test/i',
};

function refused(
  kind: 'unauthorized' | 'forbidden' | 'rateLimited' | 'quotaUsedUp' | 'badRequest' | 'intercepted',
): SubmitOutcome {
  return { result: 'refused', error: { kind } };
}

describe('a click in the menu', () => {
  it('sends the link and keeps what the service gave for it', async () => {
    const { state, start, store } = createTestWorld();
    await start().menuClicked(LINK);
    await settled(state, 1);
    expect(state.posts).toMatchObject([
      { href: 'http://bad.test/x', platform: 'windows11', form: 'url_base64' },
    ]);
    expect(await store.recent()).toMatchObject([{ state: 'running', started: { analysisId: 'analysis-1' } }]);
  });

  it('never takes another URL than the one its entry names', async () => {
    const { state, start, store } = createTestWorld();
    await start().menuClicked({
      menuItemId: 'link/windows11',
      pageUrl: 'http://page.test/',
      srcUrl: 'http://image.test/i',
    });
    expect(state.notices).toMatchObject([{ title: 'notify_refused_title', message: 'target_empty' }]);
    expect(await store.recent()).toEqual([]);
  });

  it.each(['web.app:123', 'evil.test:80/x', 'localhost:3000/'])(
    'takes %s for the scheme that it is',
    async (linkUrl) => {
      const { state, start, store } = createTestWorld();
      await start().menuClicked({ ...LINK, linkUrl });
      await rest();
      expect(state.notices).toMatchObject([{ title: 'notify_refused_title' }]);
      expect(await store.recent()).toEqual([]);
    },
  );

  it('is stored and goes out, also where nothing of it can be shown', async () => {
    const { state, start, store } = createTestWorld();
    const background = start({
      showBadge: async () => {
        throw new Error('no badge');
      },
      notify: async () => {
        throw new Error('no notice');
      },
    });
    const command = { name: 'detonate', text: LINK.linkUrl, platforms: ['linux'] } as const;
    expect(await background.command({ ...command, platforms: ['linux'] })).toEqual({ ok: true, queued: 1 });
    await rest();
    expect(state.posts).toHaveLength(1);
    expect(await store.recent()).toMatchObject([{ state: 'running' }]);
  });

  it('says why a link of another scheme is not sent', async () => {
    const { state, start } = createTestWorld();
    await start().menuClicked({ ...LINK, linkUrl: 'mailto:a@b.test' });
    expect(state.notices).toMatchObject([{ message: 'target_scheme mailto' }]);
    expect(state.posts).toEqual([]);
  });

  it('waits for an account and goes out once there is one', async () => {
    const { state, start, store, session } = createTestWorld({ isSignedIn: false });
    const background = start();
    await background.menuClicked(LINK);
    await rest();
    expect(state).toMatchObject({ optionsOpened: 1, posts: [], badge: { text: '!' } });
    expect(await store.unfinished()).toMatchObject([{ state: 'queued', account: null }]);
    const account = { address: 'data.reversinglabs.com', userName: 'u/a/b' };
    await background.command({
      name: 'saveSettings',
      account,
      password: 'p',
      keep: 'session',
      platforms: ['linux'],
    });
    await settled(state, 1);
    expect(session.items[KEYS.credentials]).toMatchObject({ userName: 'u/a/b', password: 'p' });
    expect(await store.recent()).toMatchObject([{ state: 'running', account: { userName: 'u/a/b' } }]);
  });

  it('retitles "Again on …" and does not rebuild the menu', async () => {
    const { state, start } = createTestWorld();
    const background = start();
    await background.installed(true);
    expect(state.menusMade).toBe(1);
    const ids = state.menu.map(({ id }) => id);
    expect(state.menu.find(({ id }) => id === 'page/again')).toMatchObject({ enabled: false });
    await background.menuClicked(LINK);
    await settled(state, 1);
    await rest();
    expect(state.menu.find(({ id }) => id === 'page/again')).toMatchObject({
      title: 'menu_again platform_windows11_name',
      enabled: true,
    });
    expect(state.menu.map(({ id }) => id)).toEqual(ids);
    expect(state.menusMade).toBe(1);
  });

  it('makes the menu again only where the browser lost an entry', async () => {
    const { state, start } = createTestWorld();
    const background = start();
    await background.installed(false);
    state.menu = state.menu.filter(({ id }) => id !== 'image/again');
    await background.menuClicked(LINK);
    await rest();
    expect(state.menusMade).toBe(2);
  });

  it.each([
    [true, false, 1],
    [true, true, 0],
    [false, false, 0],
  ])(
    'after an install (new: %s, signed in: %s) opens the options %i times',
    async (isNew, isSignedIn, times) => {
      const { state, start } = createTestWorld({ isSignedIn });
      await start().installed(isNew);
      expect(state.optionsOpened).toBe(times);
    },
  );
});

describe('at most three requests in any minute', () => {
  it('sends five platforms as three, and two when slots are free again', async () => {
    const { state, start, pass, store } = createTestWorld();
    const background = start();
    await background.menuClicked({ ...LINK, menuItemId: 'link/mine' });
    await settled(state, 3);
    expect(state.posts.map(({ platform }) => platform)).toEqual(PLATFORMS.slice(0, 3));
    expect(state.notices[0]?.message).toMatch(/^notify_queued bad\[.\]test .* 12:01:00$/);
    await pass(background, MINUTE - 1);
    expect(state.posts).toHaveLength(3);
    await pass(background, MINUTE);
    expect(state.posts).toHaveLength(5);
    expect((await store.recent()).every((analysis) => analysis.state === 'running')).toBe(true);
    expect(mostInAnyMinute(state.posts.map(({ at }) => at))).toBe(3);
  });

  it('counts the slots of the background before, also when the clock is set back', async () => {
    const { state, start, pass } = createTestWorld();
    await start().menuClicked({ ...LINK, menuItemId: 'link/mine' });
    await settled(state, 3);
    state.now -= 20 * MINUTE;
    const background = start();
    await background.tick();
    expect(state.posts).toHaveLength(3);
    await pass(background, 2 * MINUTE);
    expect(state.posts).toHaveLength(5);
  });

  it('lets a 429 move the window, and fails nothing by it', async () => {
    const { state, start, pass, store } = createTestWorld();
    const background = start();
    state.answer = () => refused('rateLimited');
    await background.menuClicked(LINK);
    await settled(state, 1);
    state.answer = () => started(1);
    await pass(background, 59 * SECOND);
    expect(state.posts).toHaveLength(1);
    await pass(background, MINUTE);
    expect(await store.recent()).toMatchObject([{ state: 'running' }]);
  });

  it('waits for 00:00 UTC when the quota is used up', async () => {
    const { state, start } = createTestWorld();
    state.answer = () => refused('quotaUsedUp');
    await start().menuClicked(LINK);
    await settled(state, 1);
    expect(state.alarm).toBe(Date.UTC(2026, 0, 6));
  });
});

describe('at most once', () => {
  it('takes the slot and writes the intent before the request', async () => {
    const { state, start, local } = createTestWorld();
    let seen: unknown;
    state.answer = () => {
      const stored = Object.entries(local.items).find(([key]) => key.startsWith('analysis:'));
      seen = [stored?.[1], local.items['gate:https://data.reversinglabs.com|u/test/analyst']];
      return started(1);
    };
    await start().menuClicked(LINK);
    await settled(state, 1);
    expect(seen).toMatchObject([{ state: 'submitting', attempts: 1 }, { slots: [{}] }]);
  });

  it('does not send again what a dead background was sending', async () => {
    const { state, start, pass, store } = createTestWorld();
    state.answer = () => new Promise(() => undefined);
    await start().menuClicked(LINK);
    await settled(state, 1);
    const background = start();
    await background.tick();
    await pass(background, 60 * MINUTE);
    expect(state.posts).toHaveLength(1);
    expect(await store.unfinished()).toMatchObject([{ state: 'unconfirmed' }]);
    expect(state.badge?.text).toBe('!');
  });

  it('does not send again by itself what ended without an answer', async () => {
    const { state, start, pass, store } = createTestWorld();
    state.answer = () => ({ result: 'unknown', error: { kind: 'noAnswer' } });
    const background = start();
    await background.menuClicked(LINK);
    await settled(state, 1);
    await pass(background, 60 * MINUTE);
    await start().tick();
    expect(state.posts).toHaveLength(1);
    expect(await store.recent()).toMatchObject([{ state: 'unconfirmed', error: { kind: 'noAnswer' } }]);
  });

  it('sends an unconfirmed one again when the user says so', async () => {
    const { state, start, pass, store } = createTestWorld();
    state.answer = () => ({ result: 'unknown', error: { kind: 'serviceFault', status: 503 } });
    const background = start();
    await background.menuClicked(LINK);
    await settled(state, 1);
    const [analysis] = await store.recent();
    state.answer = () => started(2);
    await background.command({ name: 'sendAgain', ids: [analysis?.id ?? ''] });
    await rest();
    await pass(background, 2 * MINUTE);
    expect(state.posts).toHaveLength(2);
    expect(await store.recent()).toMatchObject([{ state: 'running', attempts: 2 }]);
  });

  it('asks for a sign of life first, and sends nothing into an outage', async () => {
    const { state, start, pass, store } = createTestWorld();
    state.usage = async () => ({ error: { kind: 'noAnswer' } });
    const background = start();
    await background.menuClicked({ ...LINK, menuItemId: 'link/mine' });
    await rest();
    await pass(background, 30 * MINUTE);
    expect(state.posts).toEqual([]);
    expect(state.usageCalls).toBeGreaterThan(4);
    expect(state.usageCalls).toBeLessThan(10);
    state.usage = async () => ({});
    await pass(background, 60 * MINUTE);
    expect((await store.recent()).map((one) => one.state)).toEqual(Array(5).fill('running'));
  });

  it('sends as plain `url` once after a 400 to `url_base64`', async () => {
    const { state, start, store } = createTestWorld();
    state.answer = ({ form }) => (form === 'url' ? started(1) : refused('badRequest'));
    await start().menuClicked(LINK);
    await settled(state, 2);
    expect(state.posts.map(({ form }) => form)).toEqual(['url_base64', 'url']);
    expect(await store.recent()).toMatchObject([{ state: 'running' }]);
  });
});

describe('nothing is stuck and nothing is lost', () => {
  it.each(['unauthorized', 'forbidden'] as const)('stops after %s until the user acts', async (kind) => {
    const { state, start, pass, store } = createTestWorld();
    state.answer = () => refused(kind);
    const background = start();
    await background.menuClicked({ ...LINK, menuItemId: 'link/mine' });
    await settled(state, 1);
    await pass(background, 100 * MINUTE);
    expect(state).toMatchObject({ posts: [{}], alarm: null, badge: { text: '!' } });
    expect((await store.recent()).map((one) => one.state)).toEqual(Array(5).fill('queued'));
    state.answer = () => started(1);
    const credentials = { address: 'https://data.reversinglabs.com', userName: 'u/test/analyst' };
    expect(await background.command({ name: 'testConnection', credentials })).toEqual({ ok: true });
    await settled(state, 4);
  });

  it('looks at the network every minute without asking the service', async () => {
    const { state, start, pass } = createTestWorld();
    state.isOnline = false;
    const background = start();
    await background.menuClicked(LINK);
    await rest();
    await pass(background, 10 * MINUTE);
    expect(state).toMatchObject({ posts: [], usageCalls: 0 });
    state.isOnline = true;
    await pass(background, MINUTE);
    expect(state.posts).toHaveLength(1);
  });

  it('sends nothing for another account', async () => {
    const { state, start, pass, local } = createTestWorld();
    state.isOnline = false;
    const background = start();
    await background.menuClicked(LINK);
    const account = { address: 'https://data.reversinglabs.com', userName: 'u/other' };
    await background.command({
      name: 'saveSettings',
      account,
      password: 'p',
      keep: 'session',
      platforms: ['linux'],
    });
    state.isOnline = true;
    await pass(background, 10 * MINUTE);
    await background.tick();
    expect(state).toMatchObject({ posts: [], usageCalls: 0, alarm: null });
    const { rows } = await readOverview({ ...surroundings(state), local, session: local }, { newest: 10 });
    expect(rows[0]?.wait?.wait).toEqual({ for: 'otherAccount' });
  });

  it('passes over a record that does not parse, and leaves it', async () => {
    const { state, start, local } = createTestWorld();
    local.items[KEYS.unfinished] = ['broken'];
    local.items[analysisKey('broken')] = { version: 99 };
    await start().menuClicked(LINK);
    await settled(state, 1);
    expect(local.items[analysisKey('broken')]).toEqual({ version: 99 });
  });

  it('sets no alarm where nothing is due', async () => {
    const { state, start } = createTestWorld();
    await start().tick();
    expect(state.alarm).toBeNull();
  });

  it('acknowledges a capture while a request hangs', async () => {
    const { state, start, store } = createTestWorld();
    state.answer = () => new Promise(() => undefined);
    const background = start();
    await background.menuClicked(LINK);
    await settled(state, 1);
    expect(
      await background.command({ name: 'detonate', text: 'http://two.test/', platforms: ['linux'] }),
    ).toEqual({ ok: true, queued: 1 });
    expect(await store.unfinished()).toHaveLength(2);
  });
});

describe('what stops the queue later', () => {
  it.each([
    ['a refused password', 'error_unauthorized'],
    ['a permission that was taken back', 'wait_permission'],
    ['another account', 'wait_otherAccount'],
  ] as const)('%s: the user is told once', async (what, words) => {
    const { state, start, pass } = createTestWorld();
    const background = start();
    state.isOnline = false;
    await background.menuClicked(LINK);
    await rest();
    state.notices = [];
    state.isOnline = true;
    if (what === 'a refused password') state.usage = async () => ({ error: { kind: 'unauthorized' } });
    if (what === 'a permission that was taken back') state.hasPermission = false;
    if (what === 'another account') {
      const account = { address: 'https://other.test', userName: 'u/b' };
      await background.command({
        name: 'saveSettings',
        account,
        password: 'p',
        keep: 'session',
        platforms: ['linux'],
      });
    }
    await pass(start(), MINUTE);
    await start().tick();
    expect(state.notices.map(({ message }) => message).join()).toContain(words);
    expect(state.badge?.text).toBe('!');
    state.notices = [];
    await start().tick();
    expect(state.notices).toEqual([]);
  });

  it('and comes again after it was mended: told again', async () => {
    const { state, start } = createTestWorld();
    state.hasPermission = false;
    const background = start();
    await background.menuClicked(LINK);
    await rest();
    state.hasPermission = true;
    state.isOnline = false;
    await background.tick();
    state.notices = [];
    state.hasPermission = false;
    await start().tick();
    expect(state.notices).toHaveLength(1);
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

/** Lets all happen that is ready; then so many requests have gone out. */
async function settled(state: { posts: unknown[] }, posts: number): Promise<void> {
  await rest();
  expect(state.posts).toHaveLength(posts);
}

function mostInAnyMinute(times: number[]): number {
  return Math.max(
    ...times.map((from) => times.filter((time) => time >= from && time < from + MINUTE).length),
  );
}
