import { expect, it } from 'vitest';
import { analysisKey, KEYS } from '@/utils/analyses/keys.ts';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { readArchive } from './archive-pages.ts';
import { memoryArea } from './testing/memory.ts';

it('reads all analyses, newest first, in pages, and passes over what can’t be read', async () => {
  const ids = Array.from({ length: 600 }, (_, place) => `A${String(place).padStart(3, '0')}`);
  const area = memoryArea({
    ...Object.fromEntries(ids.map((id, place) => [analysisKey(id), queuedAnalysis(id, place)])),
    [analysisKey('A300')]: 'nonsense',
    [KEYS.recent]: [],
  });
  const pages: [number, number, number][] = [];
  const found: string[] = [];
  await readArchive(area, (analyses, read, all) => {
    pages.push([analyses.length, read, all]);
    found.push(...analyses.map(({ id }) => id));
  });
  expect(pages).toEqual([
    [250, 250, 600],
    [249, 500, 600],
    [100, 600, 600],
  ]);
  expect(found).toEqual(ids.filter((id) => id !== 'A300').reverse());
});

it('reads nothing where there is nothing', async () => {
  await readArchive(memoryArea(), () => expect.unreachable());
});
