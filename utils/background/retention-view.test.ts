import { ulid } from 'ulid';
import { expect, it } from 'vitest';
import { KEYS } from '@/utils/analyses/keys.ts';
import { DAY } from '@/utils/analyses/time.ts';
import { whatGoes } from './retention-view.ts';
import { memoryArea } from './testing/memory.ts';

const NOW = Date.UTC(2026, 0, 5, 12);

it('tells what a rule would let go, before anything does', async () => {
  const times = [0, 10, 20, 30].map((days) => NOW - days * DAY);
  const ids = times.map((time) => ulid(time));
  const area = memoryArea({
    ...Object.fromEntries(ids.map((id) => [`analysis:${id}`, {}])),
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
