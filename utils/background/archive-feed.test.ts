import { expect, it } from 'vitest';
import { createArchive } from '@/utils/analyses/archive.ts';
import { analysisKey, KEYS } from '@/utils/analyses/keys.ts';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { createArchiveFeed, type Reading } from './archive-feed.ts';
import { memoryArea } from './testing/memory.ts';

const one = queuedAnalysis('A1', 1);
const other = queuedAnalysis('A2', 2);

function feedOf(items: Record<string, unknown>) {
  const area = memoryArea(items);
  const archive = createArchive();
  const readings: Reading[] = [];
  const feed = createArchiveFeed({ area, archive });
  const ids = () => archive.all().map(({ id }) => id);
  return { area, archive, feed, readings, ids, readAll: () => feed.readAll((told) => readings.push(told)) };
}

it('reads all analyses, newest first, in pages, and passes over what can’t be read', async () => {
  const ids = Array.from({ length: 2400 }, (_, place) => `A${String(place).padStart(4, '0')}`);
  const { archive, feed, readings, readAll } = feedOf({
    ...Object.fromEntries(ids.map((id, place) => [analysisKey(id), queuedAnalysis(id, place)])),
    [analysisKey('A1300')]: 'nonsense',
    [KEYS.recent]: [],
  });
  await readAll();
  expect(readings).toEqual([{ read: 1000, all: 2400 }, { read: 2000, all: 2400 }, null]);
  expect(archive.size()).toBe(2399);
  expect(feed.unreadable()).toBe(1);
  feed.follow({ [analysisKey('A1300')]: {} });
  expect(feed.unreadable()).toBe(0);
});

it('is whole at once where there is nothing', async () => {
  const { readings, readAll } = feedOf({});
  await readAll();
  expect(readings).toEqual([null]);
});

it('tells where the storage refuses, and is whole after another try', async () => {
  const { area, readings, readAll, ids } = feedOf({ [analysisKey('A1')]: one });
  const { get } = area;
  area.get = () => Promise.reject(new Error('refused'));
  await readAll();
  expect(readings).toEqual([{ read: 0, all: 1, isFailed: true }]);
  area.get = get;
  await readAll();
  expect(readings.at(-1)).toBe(null);
  expect(ids()).toEqual(['A1']);
});

it('what changes while all is read is not taken back', async () => {
  const { area, feed, readAll, archive } = feedOf({ [analysisKey('A1')]: one, [analysisKey('A2')]: other });
  const { get } = area;
  area.get = async (keys) => {
    const stored = await get(keys);
    feed.follow({ [analysisKey('A1')]: { newValue: { ...one, note: 'new' } }, [analysisKey('A2')]: {} });
    return stored;
  };
  await readAll();
  expect(archive.get('A1')?.note).toBe('new');
  expect(archive.get('A2')).toBeUndefined();
});

it('what was removed does not come back with an older list', async () => {
  const { feed, ids } = feedOf({});
  feed.add([one, other]);
  feed.follow({ [analysisKey('A2')]: {}, [KEYS.recent]: { newValue: ['A1'] } });
  feed.add([one, other]);
  expect(ids()).toEqual(['A1']);
});

it('what was removed before the feed began to listen goes once all is read', async () => {
  const { feed, readAll, ids } = feedOf({ [analysisKey('A2')]: other });
  feed.add([one, other]);
  await readAll();
  expect(ids()).toEqual(['A2']);
});
