import { expect, it } from 'vitest';
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
import { createRemover } from './remover.ts';
import { memoryArea, memoryLocks } from './testing/memory.ts';

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
  return { area, ...createRemover({ local: area, locks: memoryLocks() }) };
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
    [KEYS.news]: { untold: [{ batchId: 'B1', ended: 1 }], alarmed: [] },
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

it('leaves, when it dies between its two writes, ids of nothing and no more', async () => {
  const { area, remove } = stored();
  area.set = () => Promise.reject(new Error('dead'));
  await expect(remove(['A1', 'A2'])).rejects.toThrow('dead');
  expect(Object.keys(area.items)).toContain(analysisKey('A3'));
  expect(Object.keys(area.items)).not.toContain(analysisKey('A1'));
  expect(area.items[batchKey('B1')]).toEqual(['A1', 'A3']);
});

it('removes thousands in steps, so that others get their turn', async () => {
  const ids = Array.from({ length: 1200 }, (_, place) => `N${place}`);
  const area = memoryArea(
    Object.fromEntries(ids.map((id) => [analysisKey(id), queuedAnalysis(id, 1, { state: 'finished' })])),
  );
  const locks = memoryLocks();
  const removed = createRemover({ local: area, locks }).remove(ids);
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
    [KEYS.news]: { untold: [], alarmed: [] },
    [KEYS.settings]: {},
  });
});
