import { expect, it } from 'vitest';
import { analysisKey, KEYS } from '@/utils/analyses/keys.ts';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { readArchive } from './archive-pages.ts';
import { memoryArea } from './testing/memory.ts';

it('reads all analyses, newest first, in pages, and passes over what can’t be read', async () => {
  const ids = Array.from({ length: 2400 }, (_, place) => `A${String(place).padStart(4, '0')}`);
  const area = memoryArea({
    ...Object.fromEntries(ids.map((id, place) => [analysisKey(id), queuedAnalysis(id, place)])),
    [analysisKey('A1300')]: 'nonsense',
    [KEYS.recent]: [],
  });
  const pages: [number, number, number][] = [];
  const found: string[] = [];
  await readArchive(area, (analyses, read, all) => {
    pages.push([analyses.length, read, all]);
    found.push(...analyses.map(({ id }) => id));
  });
  expect(pages).toEqual([
    [1000, 1000, 2400],
    [999, 2000, 2400],
    [400, 2400, 2400],
  ]);
  expect(found).toEqual(ids.filter((id) => id !== 'A1300').reverse());
});

it('reads nothing where there is nothing', async () => {
  await readArchive(memoryArea(), () => expect.unreachable());
});
