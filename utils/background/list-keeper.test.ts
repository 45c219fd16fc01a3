import { describe, expect, it } from 'vitest';
import { analysisKey, batchKey, KEYS, targetKey } from '@/utils/analyses/keys.ts';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { readEarlier } from './earlier.ts';
import { createTestWorld, rest } from './testing/world.ts';

const LINK = { menuItemId: 'link/mine', linkUrl: 'http://bad.test/' };

describe('the indexes', () => {
  it('know the analyses of a batch and of a target, newest first', async () => {
    const { local, store, start } = createTestWorld();
    const background = start();
    await background.menuClicked(LINK);
    await rest();
    const [newest, ...others] = await store.recent();
    const ids = [newest, ...others].map((one) => one?.id).reverse();
    expect(local.items[batchKey(newest?.batchId ?? '')]).toEqual(ids);
    expect((await readEarlier(local, LINK.linkUrl)).map(({ id }) => id)).toEqual([...ids].reverse());
    expect(await readEarlier(local, 'http://other.test/')).toEqual([]);
  });

  it('an old analysis that is filed or noted is not among the newest by that', async () => {
    const { local, store } = createTestWorld();
    const old = queuedAnalysis('01A', 1, { state: 'finished' });
    Object.assign(local.items, {
      [analysisKey('01A')]: old,
      [KEYS.schema]: 3,
      [KEYS.unfinished]: [],
      [KEYS.recent]: ['01C', '01B'],
    });
    await store.change(async () => ({ analyses: [{ ...old, case: 'INC-1' }], result: null }));
    expect(local.items[KEYS.recent]).toEqual(['01C', '01B']);
  });

  it('are found anew after an update from a version without them', async () => {
    const { local, store, start } = createTestWorld();
    const { version: _, ...first } = queuedAnalysis('01A', 1, { state: 'cancelled' });
    local.items[analysisKey('01A')] = { ...first, version: 2 };
    local.items[KEYS.unfinished] = [];
    local.items[KEYS.recent] = ['01A'];
    local.items[KEYS.schema] = 2;
    await start().tick();
    expect(local.items[batchKey('b')]).toEqual(['01A']);
    expect(local.items[targetKey('http://bad.test/')]).toEqual(['01A']);
    expect(await store.batch('b')).toHaveLength(1);
  });

  it('bring what ran in the second schema back into the list, and ask for its report', async () => {
    const { local, state, start } = createTestWorld();
    const { version: _, ...running } = queuedAnalysis('01A', 1, {
      state: 'running',
      account: { address: 'https://data.reversinglabs.com', userName: 'u/test/analyst' },
      startedAt: Date.now() - 60_000,
      started: { analysisId: 'old', sha1: '', url: '' },
    });
    local.items[analysisKey('01A')] = { ...running, version: 2 };
    local.items[KEYS.unfinished] = [];
    local.items[KEYS.schema] = 2;
    await start().tick();
    expect(state.reportsAsked).toMatchObject([{ analysisId: 'old' }]);
  });
});
