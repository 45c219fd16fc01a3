import { describe, expect, it } from 'vitest';
import { claimKey } from '@/utils/analyses/keys.ts';
import { MINUTE } from '@/utils/analyses/time.ts';
import type { SubmitOutcome } from '@/utils/spectra/client.ts';
import { createTestWorld, rest, started } from './testing/world.ts';

const LINK = { menuItemId: 'link/linux', linkUrl: 'http://bad.test/x' };
const NO_ANSWER: SubmitOutcome = { result: 'unknown', error: { kind: 'noAnswer' } };

async function unconfirmed() {
  const world = createTestWorld();
  const background = world.start();
  world.state.answer = () => NO_ANSWER;
  await background.menuClicked(LINK);
  await rest();
  world.state.answer = () => started(world.state.posts.length);
  const minutes = () => world.state.looks.map(({ at }) => (at - (world.state.posts[0]?.at ?? 0)) / MINUTE);
  return { ...world, background, minutes };
}

describe('an unconfirmed one', () => {
  it('is looked for four times, then no more, and nothing is sent again', async () => {
    const { state, store, background, pass, minutes } = await unconfirmed();
    await pass(background, 24 * 60 * MINUTE);
    expect(minutes()).toEqual([5, 15, 30, 120]);
    expect(state).toMatchObject({ posts: [{}], alarm: null });
    const [analysis] = await store.recent();
    expect(analysis).toMatchObject({ state: 'unconfirmed', looks: 4 });
    expect(analysis).not.toHaveProperty('lookAt');
  });

  it('is running once it is found, and says so', async () => {
    const { state, store, background, pass } = await unconfirmed();
    const at = state.posts[0]?.at ?? 0;
    state.history = () => ({ history: [{ analysisId: 'x', at, platform: 'linux', sha1: 's' }] });
    await pass(background, 60 * MINUTE);
    expect(await store.recent()).toMatchObject([
      { state: 'running', isFound: true, started: { analysisId: 'x', sha1: 's' }, startedAt: at },
    ]);
    expect(state.looks).toHaveLength(1);
    expect(state.notices.at(-1)).toMatchObject({ title: 'notify_started_title' });
  });

  it('does not take what another record has', async () => {
    const { state, store, background, pass } = await unconfirmed();
    await pass(background, MINUTE);
    await background.menuClicked({ ...LINK, linkUrl: 'http://other.test/' });
    await rest();
    await pass(background, MINUTE);
    const at = state.posts[0]?.at ?? 0;
    state.history = () => ({ history: [{ analysisId: 'analysis-2', at, platform: 'linux', sha1: 's' }] });
    await pass(background, 10 * MINUTE);
    const recent = await store.recent();
    expect(recent.map((one) => one.started?.analysisId)).toEqual(['analysis-2', undefined]);
  });

  it('does not take what one started that was erased while it was sent', async () => {
    const { state, store, local, start, pass } = createTestWorld();
    const background = start();
    let answer: (outcome: SubmitOutcome) => void = () => undefined;
    state.answer = () => new Promise((resolve) => (answer = resolve));
    await background.menuClicked(LINK);
    await rest();
    const [{ id } = { id: '' }] = await store.recent();
    const at = state.now;
    await background.command({ name: 'erase' });
    state.answer = () => NO_ANSWER;
    answer(started(1));
    await rest();
    expect(local.items[claimKey('analysis-1')]).toBe(id);
    expect(await store.recent()).toEqual([]);
    await background.menuClicked(LINK);
    await rest();
    state.history = () => ({ history: [{ analysisId: 'analysis-1', at, platform: 'linux', sha1: 's' }] });
    await pass(background, 10 * MINUTE);
    expect(state.looks).not.toEqual([]);
    expect(await store.recent()).toMatchObject([{ state: 'unconfirmed' }]);
  });

  it('is asked for by the merged report where the account has no TCA-0403, which is found out once', async () => {
    const { state, background, pass } = await unconfirmed();
    state.history = (_, source) => ({
      history: [],
      ...(source === 'urlReport' && { error: { kind: 'forbidden' } }),
    });
    await pass(background, 20 * MINUTE);
    expect(state.looks.map(({ source }) => source)).toEqual(['urlReport', 'mergedReport', 'mergedReport']);
  });

  it('is looked for again where the service gave no answer', async () => {
    const { state, background, pass, minutes } = await unconfirmed();
    state.history = () => ({ history: [], error: { kind: 'noAnswer' } });
    await pass(background, 8 * MINUTE);
    expect(minutes().slice(0, 3)).toEqual([5, 6.25, 7.8125]);
  });

  it('is not asked for with a password that was refused', async () => {
    const { state, store, background, pass } = await unconfirmed();
    state.history = () => ({ history: [], error: { kind: 'unauthorized' } });
    await pass(background, 24 * 60 * MINUTE);
    expect(state.looks).toHaveLength(1);
    state.history = () => ({ history: [] });
    await background.command({
      name: 'testConnection',
      credentials: { address: 'https://data.reversinglabs.com', userName: 'u/test/analyst' },
    });
    await rest();
    expect(state.looks.length).toBeGreaterThan(1);
    expect(await store.recent()).toMatchObject([{ state: 'unconfirmed' }]);
  });

  it('is looked for while the queue is on hold, and slots are full', async () => {
    const { state, background, pass } = await unconfirmed();
    await background.command({ name: 'hold', isHeld: true });
    await rest();
    await pass(background, 6 * MINUTE);
    expect(state.looks).toHaveLength(1);
  });

  it('is not looked for any more once the user gave it up or sent it again', async () => {
    const { state, store, background, pass } = await unconfirmed();
    const [analysis] = await store.recent();
    await background.command({ name: 'giveUp', ids: [analysis?.id ?? ''] });
    await pass(background, 60 * MINUTE);
    expect(state.looks).toEqual([]);
    expect(state.alarm).toBeNull();
  });

  it('is looked for four times also where the clock was set back by days', async () => {
    const { state, background, pass } = await unconfirmed();
    state.now -= 48 * 60 * MINUTE;
    await background.tick();
    await pass(background, 10 * MINUTE);
    expect(state.looks.length).toBeLessThanOrEqual(4);
  });

  it('is said once, and is no news again while it is looked for', async () => {
    const { state, background, pass } = await unconfirmed();
    expect(state.badge?.text).toBe('!');
    await background.command({ name: 'look' });
    const before = state.notices.length;
    state.notices = [];
    state.history = () => ({ history: [], error: { kind: 'serviceFault', status: 503 } });
    await pass(background, 120 * MINUTE);
    expect(before).toBeGreaterThan(0);
    expect(state.notices).toEqual([]);
    expect(state.badge?.text).not.toBe('!');
  });

  it('that can’t be looked for says what the user has to do', async () => {
    const { state, background, pass } = await unconfirmed();
    await background.command({ name: 'look' });
    state.notices = [];
    state.history = () => ({ history: [], error: { kind: 'unauthorized' } });
    await pass(background, 6 * MINUTE);
    expect(state.notices.map(({ message }) => message).join()).toContain('error_unauthorized');
    expect(state.badge?.text).toBe('!');
  });
});
