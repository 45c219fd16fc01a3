import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { type Analysis, isOpen, VERSION } from '@/utils/analyses/analysis.ts';
import { analysisKey, KEYS } from '@/utils/analyses/keys.ts';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { DAY, MINUTE } from '@/utils/analyses/time.ts';
import { briefWith } from '@/utils/spectra/testing.ts';
import type { Command } from './commands.ts';
import { createTestWorld, rest } from './testing/world.ts';

const LINK = { menuItemId: 'link/linux', linkUrl: 'http://bad.test/x' };
const ACCOUNT = { address: 'https://data.reversinglabs.com', userName: 'u/test/analyst' };

function save(changes: Partial<Extract<Command, { name: 'saveSettings' }>> = {}): Command {
  return { name: 'saveSettings', account: ACCOUNT, keep: 'session', platforms: ['linux'], ...changes };
}

/** A queue that a 401 to the kept password has stopped. */
async function stopped() {
  const world = createTestWorld();
  world.state.answer = () => ({ result: 'refused', error: { kind: 'unauthorized' } });
  const background = world.start();
  await background.menuClicked(LINK);
  await rest();
  return { ...world, background };
}

describe('saving the options', () => {
  it('does not ask with a refused password again where only the platforms changed', async () => {
    const { state, background } = await stopped();
    for (const platforms of [['linux'], ['windows7'], ['windows11']] as const) {
      await background.command(save({ platforms: [...platforms] }));
      await rest();
    }
    await background.command(save({ password: 'secret' }));
    await rest();
    expect(state.posts).toHaveLength(1);
  });

  it('goes on with another password', async () => {
    const { state, background } = await stopped();
    await background.command(save({ password: 'mended' }));
    await rest();
    expect(state.posts).toHaveLength(2);
  });

  it.each([
    [{ address: 'http://evil.test', userName: 'u/a' }, 'address_not_secure'],
    [{ address: 'https://a.test', userName: ' ' }, 'user_name_empty'],
    [{ address: 'https://a.test', userName: 'a:b' }, 'user_name_colon'],
  ])('refuses %j with a sentence, and keeps what was', async (account, message) => {
    const { start, local } = createTestWorld();
    const before = structuredClone(local.items);
    expect(await start().command(save({ account, password: 'x' }))).toEqual({
      ok: false,
      problem: { message },
    });
    expect(local.items).toEqual(before);
  });
});

describe('testing the connection', () => {
  it('with the kept password lets the queue go on', async () => {
    const { state, background } = await stopped();
    await background.command({ name: 'testConnection', credentials: ACCOUNT });
    await rest();
    expect(state.posts).toHaveLength(2);
  });

  it('with the kept password lets it go on, also where the account has no right to the call that tests', async () => {
    const { state, background } = await stopped();
    state.usage = async () => ({ error: { kind: 'forbidden' } });
    await background.command({ name: 'testConnection', credentials: ACCOUNT });
    await rest();
    expect(state.posts).toHaveLength(2);
  });

  it('that shows that the kept password is refused asks with it no more', async () => {
    const world = createTestWorld();
    const background = world.start();
    world.state.usage = async () => ({ error: { kind: 'unauthorized' } });
    await background.command({ name: 'testConnection', credentials: ACCOUNT });
    await background.menuClicked(LINK);
    await rest();
    expect(world.state).toMatchObject({ posts: [], usageCalls: 1 });
  });

  it('in an outage of TCA-0207 makes no further one unconfirmed', async () => {
    const { state, start, store } = createTestWorld();
    const background = start();
    state.answer = () => ({ result: 'unknown', error: { kind: 'serviceFault', status: 503 } });
    state.trial = async () => ({ error: { kind: 'serviceFault', status: 503 } });
    await background.menuClicked({ ...LINK, menuItemId: 'link/mine' });
    await rest();
    for (let test = 0; test < 3; test++) {
      await background.command({ name: 'testConnection', credentials: ACCOUNT });
      await rest();
    }
    const states = (await store.recent()).map(({ state }) => state);
    expect(states.filter((one) => one === 'unconfirmed')).toHaveLength(1);
  });

  it('with another password does not: the kept one is still refused', async () => {
    const { state, background } = await stopped();
    await background.command({ name: 'testConnection', credentials: { ...ACCOUNT, password: 'other' } });
    await rest();
    expect(state.posts).toHaveLength(1);
  });

  it('of another account never takes the kept password', async () => {
    const { background } = await stopped();
    const credentials = { address: 'https://evil.test', userName: 'u/test/analyst' };
    expect(await background.command({ name: 'testConnection', credentials })).toMatchObject({
      problem: { message: 'password_empty' },
    });
  });
});

describe('asking for the quotas', () => {
  const QUOTA = { products: ['TCA-0207'], period: 'daily', size: { value: 9 }, isExceeded: false };

  it('gives what the service says, and leaves the queue as it is', async () => {
    const { state, start, local } = createTestWorld();
    state.quota = () => ({ quotas: [QUOTA], date: 7 });
    const before = structuredClone(local.items);
    expect(await start().command({ name: 'quota' })).toEqual({ ok: true, quotas: [QUOTA] });
    await rest();
    expect(local.items).toEqual(before);
    expect(state).toMatchObject({ quotaCalls: 1, usageCalls: 0, posts: [] });
  });

  it('is no contact: a submission right after it still has the usage call before it', async () => {
    const { state, start } = createTestWorld();
    const background = start();
    await background.command({ name: 'quota' });
    await background.menuClicked(LINK);
    await rest();
    expect(state).toMatchObject({ usageCalls: 1, posts: [{ href: LINK.linkUrl }] });
  });

  it('says why there is nothing to be had, and pauses nothing by that', async () => {
    const { state, start } = createTestWorld();
    const background = start();
    state.quota = () => ({ quotas: [], error: { kind: 'serviceFault', status: 503 } });
    expect(await background.command({ name: 'quota' })).toMatchObject({ error: { kind: 'serviceFault' } });
    await background.menuClicked(LINK);
    await rest();
    expect(state.posts).toHaveLength(1);
  });

  it('with a password that is refused is the last that is asked with it', async () => {
    const { state, start } = createTestWorld();
    const background = start();
    state.quota = () => ({ quotas: [], error: { kind: 'unauthorized', status: 401 } });
    expect(await background.command({ name: 'quota' })).toMatchObject({ error: { kind: 'unauthorized' } });
    await background.menuClicked(LINK);
    await rest();
    expect(await background.command({ name: 'quota' })).toMatchObject({
      problem: { message: 'error_unauthorized' },
    });
    expect(state).toMatchObject({ quotaCalls: 1, usageCalls: 0, posts: [] });
  });

  it('with a password that was changed meanwhile refuses nothing of the new one', async () => {
    const { state, start } = createTestWorld();
    const background = start();
    state.quota = async () => {
      await background.command(save({ password: 'mended' }));
      return { quotas: [], error: { kind: 'unauthorized' } };
    };
    await background.command({ name: 'quota' });
    await background.menuClicked(LINK);
    await rest();
    expect(state.posts).toHaveLength(1);
  });

  it('without an account or its password says so, and asks nothing', async () => {
    const { state, start } = createTestWorld({ isSignedIn: false });
    expect(await start().command({ name: 'quota' })).toMatchObject({
      problem: { message: 'ask_no_sign_in' },
    });
    expect(state.quotaCalls).toBe(0);
  });

  it('asks nothing where the browser does not let us', async () => {
    const { state, start } = createTestWorld();
    state.hasPermission = false;
    expect(await start().command({ name: 'quota' })).toMatchObject({
      problem: { message: 'ask_no_permission' },
    });
    expect(state.quotaCalls).toBe(0);
  });
});

describe('an import', () => {
  it('tells how many were taken in', async () => {
    const { state, start } = createTestWorld();
    const of = (days: number) => {
      const id = ulid(state.now - days * DAY);
      return queuedAnalysis(id, state.now - days * DAY, { batchId: id, state: 'finished' });
    };
    const background = start();
    const [young, old, older] = [of(1), of(400), of(500)];
    const first = await background.command({ name: 'import', analyses: [young, old], briefs: {} });
    expect(first).toEqual({ ok: true, count: 2 });
    const second = await background.command({ name: 'import', analyses: [young, older], briefs: {} });
    expect(second).toEqual({ ok: true, count: 1 });
  });
});

describe('removing', () => {
  async function finished() {
    const world = createTestWorld();
    const { state, start, store, pass } = world;
    state.report = () => ({ report: { brief: briefWith('MALICIOUS'), links: {}, body: '' } });
    const background = start();
    await background.installed(false);
    for (const linkUrl of ['http://bad.test/1', 'http://bad.test/2']) {
      await background.menuClicked({ ...LINK, linkUrl });
      await rest();
    }
    await pass(background, 10 * MINUTE);
    const [second, first] = await store.recent();
    return { ...world, background, ids: [first?.id ?? '', second?.id ?? ''] };
  }
  const again = (menu: readonly { id: string }[]) => menu.find(({ id }) => id === 'link/again');

  it('all takes the platforms of the menu and the letter of the badge along', async () => {
    const { state, background, local } = await finished();
    expect(again(state.menu)).toMatchObject({ enabled: true });
    expect(state.badge).toMatchObject({ verdict: 'malicious' });
    await background.command({ name: 'erase' });
    await rest();
    expect(again(state.menu)).toMatchObject({ title: 'menu_again_none', enabled: false });
    expect(state.badge).toMatchObject({ text: '' });
    expect(local.items).not.toHaveProperty([KEYS.lastPlatforms]);
  });

  it('some takes the letter of the badge along once no unseen verdict is left', async () => {
    const { state, background, ids } = await finished();
    expect(await background.command({ name: 'delete', ids: ids.slice(0, 1) })).toMatchObject({ count: 1 });
    expect(state.badge).toMatchObject({ verdict: 'malicious' });
    await background.command({ name: 'delete', ids: ids.slice(1) });
    expect(state.badge).toMatchObject({ text: '' });
    expect(again(state.menu)).toMatchObject({ enabled: true });
  });
});

describe('an act on many', () => {
  const OURS = { account: ACCOUNT, started: { analysisId: 'S1', sha1: 'ab', url: '' } };

  async function stored(analyses: readonly Analysis[]) {
    const world = createTestWorld();
    Object.assign(world.local.items, {
      ...Object.fromEntries(analyses.map((one) => [analysisKey(one.id), one])),
      [KEYS.schema]: VERSION,
      [KEYS.unfinished]: analyses.filter(isOpen).map(({ id }) => id),
      [KEYS.recent]: [],
    });
    world.state.isOnline = false;
    const background = world.start();
    await background.tick();
    return { ...world, background, ids: analyses.map(({ id }) => id) };
  }

  it('counts what was sent again, and what was left as it is', async () => {
    const { background, ids, store } = await stored([
      queuedAnalysis('A1', 1, { ...OURS, state: 'failed' }),
      queuedAnalysis('A2', 2, { ...OURS, state: 'finished' }),
      queuedAnalysis('A3', 3, { account: ACCOUNT, state: 'noReport' }),
      queuedAnalysis('A4', 4, { ...OURS, state: 'noReport' }),
    ]);
    const reply = await background.command({ name: 'sendAgain', ids: [...ids, 'gone'] });
    expect(reply).toEqual({ ok: true, count: 2, left: 3 });
    const states = (await store.analyses(ids)).map(({ state }) => state);
    expect(states).toEqual(['queued', 'finished', 'queued', 'noReport']);
    expect(await background.command({ name: 'sendAgain', ids: ['A2', 'A4'] })).toMatchObject({
      problem: { message: 'analysis_moved_on' },
    });
  });

  it('checks ours again, and leaves those of another account', async () => {
    const other = { ...ACCOUNT, userName: 'u/other' };
    const { background, ids, store } = await stored([
      queuedAnalysis('A1', 1, { ...OURS, state: 'noReport' }),
      queuedAnalysis('A2', 2, { ...OURS, account: other, state: 'noReport' }),
      queuedAnalysis('A3', 3, { ...OURS, state: 'failed' }),
    ]);
    expect(await background.command({ name: 'check', ids })).toEqual({ ok: true, count: 1, left: 2 });
    const states = (await store.analyses(ids)).map(({ state }) => state);
    expect(states).toEqual(['running', 'noReport', 'failed']);
    const message = async (some: string[]) => background.command({ name: 'check', ids: some });
    expect(await message(['A2'])).toMatchObject({ problem: { message: 'ask_other_account' } });
    expect(await message(['A2', 'A3'])).toMatchObject({ problem: { message: 'analysis_moved_on' } });
    expect(await message(['gone'])).toMatchObject({ problem: { message: 'analysis_gone' } });
  });

  it('is done in steps, so that others get their turn', async () => {
    const many = Array.from({ length: 1200 }, (_, place) =>
      queuedAnalysis(`A${place}`, 1, { batchId: `B${place}`, state: 'finished' }),
    );
    const { background, ids, local } = await stored(many);
    const sizes: number[] = [];
    const { set } = local;
    local.set = async (items) => {
      sizes.push(Object.keys(items).filter((key) => key.startsWith('analysis:')).length);
      await set(items);
    };
    const filed = await background.command({ name: 'file', ids: [...ids, 'gone'], case: 'INC-1' });
    expect(filed).toEqual({ ok: true, count: 1200, left: 1 });
    expect(sizes).toEqual([500, 500, 200]);
    expect(await background.command({ name: 'file', ids, case: 'INC-1' })).toMatchObject({ count: 1200 });
    expect(sizes).toHaveLength(3);
  });

  it('of which a later step is refused says how many were done', async () => {
    const many = Array.from({ length: 700 }, (_, place) =>
      queuedAnalysis(`A${place}`, 1, { batchId: `B${place}`, state: 'finished' }),
    );
    const { background, ids, local } = await stored(many);
    const { set } = local;
    let writes = 0;
    local.set = async (items) => {
      if (++writes > 1) throw new Error('refused');
      await set(items);
    };
    expect(await background.command({ name: 'file', ids, case: 'INC-1' })).toEqual({
      ok: false,
      problem: { message: 'acts_cut', substitutions: ['500'] },
    });
  });
});

describe('an act on an analysis', () => {
  it.each(['cancel', 'giveUp', 'sendAgain'] as const)('%s of what is being sent says so', async (name) => {
    const { state, start, store } = createTestWorld();
    const background = start();
    state.answer = () => new Promise(() => undefined);
    await background.menuClicked(LINK);
    await rest();
    const [analysis] = await store.recent();
    expect(await background.command({ name, ids: [analysis?.id ?? ''] })).toEqual({
      ok: false,
      problem: { message: 'analysis_moved_on' },
    });
    expect(await store.recent()).toMatchObject([{ state: 'submitting' }]);
  });

  it('on one that is gone says so', async () => {
    const { start } = createTestWorld();
    expect(await start().command({ name: 'cancel', ids: ['x'] })).toMatchObject({
      problem: { message: 'analysis_gone' },
    });
  });
});
