import { describe, expect, it } from 'vitest';
import { MINUTE } from '@/utils/analyses/time.ts';
import type { SubmitOutcome } from '@/utils/spectra/client.ts';
import { turn } from './testing/memory.ts';
import { createTestWorld, rest, started } from './testing/world.ts';

const ALL = { menuItemId: 'link/mine', linkUrl: 'http://bad.test/x' };
const ONE = { ...ALL, menuItemId: 'link/linux' };
const ADDRESS = 'https://data.reversinglabs.com';
const NO_ANSWER: SubmitOutcome = { result: 'unknown', error: { kind: 'noAnswer' } };

describe('an outage', () => {
  it('leaves one unconfirmed record, though the service answered a moment before', async () => {
    const { state, start, pass, store } = createTestWorld();
    const background = start();
    state.answer = () => (state.posts.length === 1 ? started(1) : NO_ANSWER);
    await background.menuClicked(ALL);
    state.usage = async () => (state.posts.length < 2 ? {} : { error: { kind: 'noAnswer' } });
    state.trial = async () => ({ error: { kind: 'noAnswer' } });
    await rest();
    await pass(background, 60 * MINUTE);
    const states = (await store.recent()).map(({ state }) => state);
    expect(states.filter((one) => one === 'unconfirmed')).toHaveLength(1);
    expect(state.posts).toHaveLength(2);
  });

  it('of TCA-0207 alone leaves one, too, and all go out once it is over', async () => {
    const { state, start, pass, store } = createTestWorld();
    const background = start();
    state.answer = () => ({ result: 'unknown', error: { kind: 'serviceFault', status: 503 } });
    state.trial = async () => ({ error: { kind: 'serviceFault', status: 503 } });
    for (let click = 0; click < 4; click++) {
      await background.menuClicked({ ...ALL, linkUrl: `http://bad.test/${click}` });
    }
    await rest();
    await pass(background, 180 * MINUTE);
    expect(state.posts).toHaveLength(1);
    expect(state.trials).toBeGreaterThan(8);
    expect(state.trials).toBeLessThan(20);
    state.answer = () => started(state.posts.length);
    state.trial = async () => ({});
    await pass(background, 60 * MINUTE);
    const states = (await store.recent()).map(({ state }) => state);
    expect(states.filter((one) => one === 'running')).toHaveLength(19);
    expect(states.filter((one) => one === 'unconfirmed')).toHaveLength(1);
  });

  it('ends by itself when the network returns, before its pause is over', async () => {
    const { state, start, pass } = createTestWorld();
    const background = start();
    state.usage = async () => ({ error: { kind: 'noAnswer' } });
    await background.menuClicked(ONE);
    await rest();
    await pass(background, 20 * MINUTE);
    state.usage = async () => ({});
    await background.cameOnline();
    await rest();
    expect(state.posts).toHaveLength(1);
  });

  it.each(['quotaUsedUp', 'rateLimited'] as const)('of %s does not end by that', async (kind) => {
    const { state, start } = createTestWorld();
    const background = start();
    state.answer = () => ({ result: 'refused', error: { kind } });
    await background.menuClicked(ONE);
    await rest();
    await background.cameOnline();
    await rest();
    expect(state.posts).toHaveLength(1);
  });
});

describe('a refusal of the old password', () => {
  it('does not stop the new one, which was saved while the request was under way', async () => {
    const { state, start, pass, store } = createTestWorld();
    const background = start();
    let answer: (outcome: SubmitOutcome) => void = () => undefined;
    state.answer = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    await background.menuClicked(ONE);
    await rest();
    const account = { address: ADDRESS, userName: 'u/test/analyst' };
    await background.command({
      name: 'saveSettings',
      account,
      password: 'new',
      keep: 'session',
      platforms: ['linux'],
    });
    state.answer = () => started(1);
    answer({ result: 'refused', error: { kind: 'unauthorized' } });
    await rest();
    await pass(background, MINUTE);
    expect(await store.recent()).toMatchObject([{ state: 'running', attempts: 2 }]);
  });
});

describe('an account that is set', () => {
  it('takes what was captured before there was any, and nothing of another', async () => {
    const { state, start, store, local } = createTestWorld({ isSignedIn: false });
    const background = start();
    await background.menuClicked(ONE);
    const [orphan] = await store.recent();
    const other = { address: ADDRESS, userName: 'u/other' };
    await store.change(async () => ({
      analyses: orphan ? [{ ...orphan, id: 'others', href: 'http://others.test/', account: other }] : [],
      result: undefined,
    }));
    const account = { address: ADDRESS, userName: 'u/a' };
    const platforms = ['linux' as const];
    await background.command({ name: 'saveSettings', account, password: 'p', keep: 'session', platforms });
    await rest();
    expect(state.posts).toMatchObject([{ href: 'http://bad.test/x' }]);
    expect(local.items['analysis:others']).toMatchObject({ state: 'queued', account: other });
  });
});

describe('what waits', () => {
  it('goes on by itself when the permission is given', async () => {
    const { state, start } = createTestWorld();
    const background = start();
    state.hasPermission = false;
    await background.menuClicked(ONE);
    await rest();
    expect(state).toMatchObject({ posts: [], usageCalls: 0, alarm: null, badge: { text: '!' } });
    state.hasPermission = true;
    await background.tick();
    expect(state.posts).toHaveLength(1);
  });

  it('is looked at again after a run that failed', async () => {
    const { state, start, session } = createTestWorld();
    const background = start();
    session.get = async () => {
      throw new Error('broken');
    };
    await background.tick();
    expect(state.alarm).toBe(state.now + MINUTE);
  });
});

describe('the outcome of a submission', () => {
  it('is written once more where the storage refused it', async () => {
    const { state, start, store, local } = createTestWorld();
    const { set } = local;
    state.answer = () => {
      local.set = async () => {
        local.set = set;
        throw new Error('busy');
      };
      return started(1);
    };
    await start().menuClicked(ONE);
    await rest();
    expect(await store.recent()).toMatchObject([{ state: 'running', started: { analysisId: 'analysis-1' } }]);
  });
});

describe('a run', () => {
  it('starts nothing new when it is two minutes old, and comes back', async () => {
    const { state, start, pass } = createTestWorld();
    const background = start();
    state.answer = async (post) => {
      await turn();
      state.now = post.at + 3 * MINUTE;
      state.elapsed += 3 * MINUTE;
      return started(1);
    };
    await background.menuClicked(ALL);
    await rest();
    expect(state.posts).toHaveLength(1);
    expect(state.alarm).not.toBeNull();
    await pass(background, 30 * MINUTE);
    expect(state.posts).toHaveLength(5);
  });

  it('waits after a POST that died with its background', async () => {
    const { state, start } = createTestWorld();
    state.answer = () => new Promise(() => undefined);
    await start().menuClicked(ALL);
    await rest();
    state.answer = () => started(1);
    await start().tick();
    expect(state.posts).toHaveLength(1);
    expect(state.alarm).not.toBeNull();
  });
});

describe('a hold', () => {
  it('counts also for what was decided just before it', async () => {
    const { state, start } = createTestWorld();
    const background = start();
    state.usage = async () => {
      await background.command({ name: 'hold', isHeld: true });
      return {};
    };
    await background.menuClicked({ menuItemId: 'link/linux', linkUrl: 'http://bad.test/' });
    await rest();
    expect(state.usageCalls).toBe(1);
    expect(state.posts).toEqual([]);
    await background.command({ name: 'hold', isHeld: false });
    await rest();
    expect(state.posts).toHaveLength(1);
  });
});
