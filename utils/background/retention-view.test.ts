import { ulid } from 'ulid';
import { expect, it } from 'vitest';
import { analysisKey, KEYS } from '@/utils/analyses/keys.ts';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { DAY } from '@/utils/analyses/time.ts';
import { createRemover } from './remover.ts';
import { whatGoes } from './retention-view.ts';
import { memoryArea, memoryLocks } from './testing/memory.ts';

const NOW = Date.UTC(2026, 0, 5, 12);

const ended = (id: string) => queuedAnalysis(id, 1, { state: 'finished' });

it('tells what a rule would let go, before anything does', async () => {
  const times = [0, 10, 20, 30].map((days) => NOW - days * DAY);
  const ids = times.map((time) => ulid(time));
  const area = memoryArea({
    ...Object.fromEntries(ids.map((id) => [analysisKey(id), ended(id)])),
    'brief:x': {},
    [KEYS.unfinished]: [ids[2]],
  });
  const before = structuredClone(area.items);
  expect(await whatGoes(area, { keepAnalyses: 5000, keepDays: 365 }, NOW)).toEqual({ all: 4, going: 0 });
  expect(await whatGoes(area, { keepAnalyses: 5000, keepDays: 9 }, NOW)).toEqual({
    all: 4,
    going: 2,
    newestAt: times[1],
  });
  expect(await whatGoes(area, { keepAnalyses: 3, keepDays: 365 }, NOW)).toEqual({
    all: 4,
    going: 1,
    newestAt: times[3],
  });
  expect(area.items).toEqual(before);
});

it('counts just what the remover takes: what can’t be read stays, and so does what is on its way', async () => {
  const ids = [10, 11, 12, 13].map((days) => ulid(NOW - days * DAY));
  const [odd = '', open = '', one = '', other = ''] = ids;
  const area = memoryArea({
    [analysisKey(odd)]: { version: 99 },
    [analysisKey(open)]: queuedAnalysis(open, 1),
    [analysisKey(one)]: ended(one),
    [analysisKey(other)]: ended(other),
    [KEYS.unfinished]: 'nonsense',
  });
  const going = await whatGoes(area, { keepAnalyses: 5000, keepDays: 9 }, NOW);
  expect(going).toEqual({ all: 4, going: 2, newestAt: NOW - 12 * DAY });
  const { remove } = createRemover({ local: area, locks: memoryLocks(), arm: async () => undefined });
  expect(await remove(ids)).toBe(going.going);
});
