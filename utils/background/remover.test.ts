import { describe, expect, it } from 'vitest';
import {
  analysisKey,
  batchKey,
  briefKey,
  claimKey,
  gateKey,
  KEYS,
  targetKey,
} from '@/utils/analyses/keys.ts';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { MINUTE } from '@/utils/analyses/time.ts';
import type { WritableArea } from './area.ts';
import { createRemover } from './remover.ts';
import { memoryArea, memoryLocks } from './testing/memory.ts';
import { createTestWorld, rest } from './testing/world.ts';

const HREF = 'http://bad.test/';
const started = { analysisId: 'S1', sha1: 'ab', url: HREF };

function stored() {
  const done = queuedAnalysis('A1', 1, { batchId: 'B1', state: 'finished', started });
  const alone = queuedAnalysis('A2', 2, { batchId: 'B2', state: 'failed', href: 'http://other.test/' });
  const open = queuedAnalysis('A3', 3, { batchId: 'B1', state: 'running' });
  const area = memoryArea({
    ...Object.fromEntries([done, alone, open].map((one) => [analysisKey(one.id), one])),
    [briefKey('A1')]: {},
    [claimKey('S1')]: 'A1',
    [batchKey('B1')]: ['A1', 'A3'],
    [batchKey('B2')]: ['A2'],
    [targetKey(HREF)]: ['A3', 'A1'],
    [targetKey('http://other.test/')]: ['A2'],
    [gateKey('x|y')]: {},
    [KEYS.unfinished]: ['A3'],
    [KEYS.recent]: ['A3', 'A2', 'A1'],
    [KEYS.unseen]: ['A2'],
    [KEYS.news]: {
      untold: [
        { batchId: 'B2', ended: 1 },
        { batchId: 'B1', ended: 1 },
      ],
      alarmed: [],
    },
    [KEYS.case]: 'INC-1',
    [KEYS.settings]: {},
  });
  return { area, ...createRemover({ local: area, locks: memoryLocks(), arm: async () => undefined }) };
}

it('removes analyses with all that hangs on them, but not the word of what they started', async () => {
  const { area, remove } = stored();
  expect(await remove(['A1', 'A2', 'none'])).toBe(2);
  expect(area.items).toEqual({
    [analysisKey('A3')]: expect.anything(),
    [claimKey('S1')]: 'A1',
    [batchKey('B1')]: ['A3'],
    [targetKey(HREF)]: ['A3'],
    [gateKey('x|y')]: {},
    [KEYS.unfinished]: ['A3'],
    [KEYS.recent]: ['A3'],
    [KEYS.unseen]: [],
    [KEYS.news]: { untold: [{ batchId: 'B1', ended: 1 }], alarmed: [], unseen: [] },
    [KEYS.case]: 'INC-1',
    [KEYS.settings]: {},
  });
});

it('leaves what is not at its end', async () => {
  const { area, remove } = stored();
  const before = structuredClone(area.items);
  expect(await remove(['A3'])).toBe(0);
  expect(area.items).toEqual(before);
});

/** The storage of a background that dies at the write with this number, before it or right after it. */
function mortal(area: ReturnType<typeof memoryArea>, last: number, isAfter: boolean): WritableArea {
  let writes = 0;
  const dying =
    <Args extends unknown[]>(write: (...args: Args) => Promise<void>) =>
    async (...args: Args) => {
      writes += 1;
      if (writes > last || (writes === last && !isAfter)) throw new Error('dead');
      await write(...args);
      if (writes === last) throw new Error('dead');
    };
  return { ...area, set: dying(area.set), remove: dying(area.remove) };
}

describe.each([1, 2, 3].flatMap((write) => [false, true].map((isAfter) => ({ write, isAfter }))))(
  'a death at write $write (after it: $isAfter)',
  ({ write, isAfter }) => {
    const isBegun = write > 1 || isAfter;

    async function died(act: (remover: ReturnType<typeof createRemover>) => Promise<unknown>) {
      const { area } = stored();
      const before = structuredClone(area.items);
      const remover = createRemover({
        local: mortal(area, write, isAfter),
        locks: memoryLocks(),
        arm: async () => undefined,
      });
      await expect(act(remover)).rejects.toThrow('dead');
      const next = createRemover({ local: area, locks: memoryLocks(), arm: async () => undefined });
      return { area, before, next };
    }

    it.each([
      ['a deletion', (remover: ReturnType<typeof createRemover>) => remover.remove(['A1', 'A2'])],
      ['an erasure', (remover: ReturnType<typeof createRemover>) => remover.erase()],
    ])('leaves no list with ids of nothing; %s is finished at the next start', async (_, act) => {
      const { area, before, next } = await died(act);
      for (const key of [KEYS.unfinished, KEYS.recent, KEYS.unseen]) {
        for (const id of area.items[key] as string[]) expect(area.items).toHaveProperty([analysisKey(id)]);
      }
      await next.finish();
      const whole = stored();
      await act(whole);
      expect(area.items).toEqual(isBegun ? whole.area.items : before);
    });

    it('takes nothing that was captured since, nor what was sent again after it was deleted', async () => {
      const { area, next } = await died((remover) => remover.erase());
      const since = queuedAnalysis('A9', 9, { batchId: 'B9' });
      Object.assign(area.items, {
        [analysisKey('A9')]: since,
        [batchKey('B9')]: ['A9'],
        [targetKey(HREF)]: ['A9', ...((area.items[targetKey(HREF)] as string[] | undefined) ?? [])],
        [KEYS.unfinished]: [...(area.items[KEYS.unfinished] as string[]), 'A9'],
      });
      await next.finish();
      expect(area.items).toMatchObject({ [analysisKey('A9')]: since, [batchKey('B9')]: ['A9'] });
      expect(area.items[targetKey(HREF)]).toEqual(isBegun ? ['A9'] : ['A9', 'A3', 'A1']);
      expect(area.items[KEYS.unfinished]).toEqual(isBegun ? ['A9'] : ['A3', 'A9']);
      if (write !== 2 || isAfter) return;
      const deleted = await died((remover) => remover.remove(['A1', 'A2']));
      deleted.area.items[analysisKey('A2')] = queuedAnalysis('A2', 2, {
        batchId: 'B2',
        href: 'http://other.test/',
      });
      await deleted.next.finish();
      expect(deleted.area.items).toHaveProperty([analysisKey('A2')]);
      expect(deleted.area.items).not.toHaveProperty([analysisKey('A1')]);
      expect(deleted.area.items[batchKey('B2')]).toEqual(['A2']);
    });
  },
);

it('is finished by the background that starts next, before it does anything else', async () => {
  const { local, start, store } = createTestWorld();
  const { area } = stored();
  Object.assign(local.items, area.items, { [KEYS.schema]: 3, [KEYS.settings]: local.items[KEYS.settings] });
  const dead = createRemover({
    local: mortal(local as typeof area, 1, true),
    locks: memoryLocks(),
    arm: async () => undefined,
  });
  await expect(dead.erase()).rejects.toThrow('dead');
  expect(local.items).toHaveProperty([analysisKey('A3')]);
  await start().tick();
  expect(Object.keys(local.items).filter((key) => /^(analysis|brief|batch|target):/.test(key))).toEqual([]);
  expect(local.items).not.toHaveProperty([KEYS.removing]);
  expect(await store.claimed(['S1'])).toEqual(new Set(['S1']));
});

it('is finished by the background that met a storage that refused it, once that writes again', async () => {
  const { local, state, start, pass } = createTestWorld();
  const background = start();
  await background.menuClicked({ menuItemId: 'link/linux', linkUrl: HREF });
  await rest();
  const { remove } = local;
  local.remove = () => Promise.reject(new Error('The disk is full.'));
  expect(await background.command({ name: 'erase' })).toMatchObject({
    problem: { message: 'storage_failed' },
  });
  await rest();
  local.remove = remove;
  expect(state.alarm).not.toBeNull();
  await pass(background, 5 * MINUTE);
  expect(Object.keys(local.items).filter((key) => key.startsWith('analysis:'))).toEqual([]);
  expect(local.items).not.toHaveProperty([KEYS.removing]);
});

it('leaves a list that can’t be read to be found anew', async () => {
  const { area, remove } = stored();
  area.items[KEYS.recent] = 'nonsense';
  area.items[KEYS.unfinished] = null;
  await remove(['A1']);
  expect(area.items).toMatchObject({ [KEYS.recent]: 'nonsense', [KEYS.unfinished]: null });
});

it('removes thousands in steps, so that others get their turn', async () => {
  const ids = Array.from({ length: 1200 }, (_, place) => `N${place}`);
  const area = memoryArea(
    Object.fromEntries(ids.map((id) => [analysisKey(id), queuedAnalysis(id, 1, { state: 'finished' })])),
  );
  const locks = memoryLocks();
  const removed = createRemover({ local: area, locks, arm: async () => undefined }).remove(ids);
  await locks.request('store', async () =>
    expect(Object.keys(area.items).some((key) => key.startsWith('analysis:'))).toBe(true),
  );
  expect(await removed).toBe(1200);
  expect(Object.keys(area.items).filter((key) => key.startsWith('analysis:'))).toEqual([]);
});

it('erases every analysis, and keeps settings, gates and what was started', async () => {
  const { area, erase } = stored();
  await erase();
  expect(area.items).toEqual({
    [claimKey('S1')]: 'A1',
    [gateKey('x|y')]: {},
    [KEYS.unfinished]: [],
    [KEYS.recent]: [],
    [KEYS.unseen]: [],
    [KEYS.news]: { untold: [], alarmed: [], unseen: [] },
    [KEYS.settings]: {},
  });
});

it.each([
  ['a deletion', (remover: ReturnType<typeof createRemover>) => remover.remove(['A1'])],
  ['an erasure', (remover: ReturnType<typeof createRemover>) => remover.erase()],
])('arms the alarm before %s, so that somebody finishes what dies', async (_, act) => {
  const { area } = stored();
  let isArmed = false;
  const { set } = area;
  area.set = async (items) => {
    expect(isArmed).toBe(true);
    await set(items);
  };
  const arm = async () => {
    isArmed = true;
  };
  await act(createRemover({ local: area, locks: memoryLocks(), arm }));
  expect(isArmed).toBe(true);
});
