import { ulid } from 'ulid';
import { expect, it } from 'vitest';
import { briefKey, KEYS } from '@/utils/analyses/keys.ts';
import { DEFAULT_SETTINGS } from '@/utils/analyses/settings.ts';
import { DAY, HOUR } from '@/utils/analyses/time.ts';
import { createPruner } from './pruner.ts';
import { memoryArea } from './testing/memory.ts';

const NOW = Date.UTC(2026, 0, 5, 12);
const [old, young] = [ulid(NOW - 8 * DAY), ulid(NOW - 6 * DAY)];

it('removes briefs that are older than is wanted, once a day, and nothing else', async () => {
  let now = NOW;
  const area = memoryArea({
    [KEYS.settings]: { ...DEFAULT_SETTINGS, keepBriefs: 7 },
    [briefKey(old)]: {},
    [briefKey(young)]: {},
    [briefKey('odd')]: {},
    [`analysis:${old}`]: {},
  });
  const prune = createPruner({ local: area, now: () => now, remove: async () => 0 });
  await prune();
  expect(Object.keys(area.items).sort()).toEqual(
    [KEYS.settings, briefKey(young), briefKey('odd'), `analysis:${old}`, KEYS.prunedAt].sort(),
  );
  // Fetched again, it is as young as that.
  area.items[briefKey(old)] = { storedAt: now };
  now += DAY;
  await prune();
  expect(area.items).toHaveProperty([briefKey(old)]);
  area.items[briefKey(old)] = {};
  now += HOUR;
  await prune();
  expect(area.items).toHaveProperty([briefKey(old)]);
  now += DAY;
  await prune();
  expect(area.items).not.toHaveProperty([briefKey(old)]);
});

it('looks again where the clock was set back', async () => {
  const area = memoryArea({ [KEYS.prunedAt]: NOW + 30 * DAY, [briefKey(ulid(NOW - 200 * DAY))]: {} });
  await createPruner({ local: area, now: () => NOW, remove: async () => 0 })();
  expect(Object.keys(area.items)).toEqual([KEYS.prunedAt]);
});

it('removes the analyses that the rule does not keep, once a day or at once, but none that is open', async () => {
  const removed: string[][] = [];
  const area = memoryArea({
    [KEYS.settings]: { ...DEFAULT_SETTINGS, keepDays: 7 },
    [KEYS.prunedAt]: NOW,
    [KEYS.unfinished]: [ulid(NOW - 9 * DAY)],
    [`analysis:${old}`]: {},
    [`analysis:${young}`]: {},
  });
  const [open = ''] = area.items[KEYS.unfinished] as string[];
  area.items[`analysis:${open}`] = {};
  const prune = createPruner({ local: area, now: () => NOW, remove: async (ids) => removed.push([...ids]) });
  await prune();
  expect(removed).toEqual([]);
  await prune({ isAtOnce: true });
  expect(removed).toEqual([[old]]);
  area.items[KEYS.unfinished] = 'nonsense';
  await prune({ isAtOnce: true });
  expect(removed).toHaveLength(1);
});

it('forgets whose an id of the service was, once the record is gone for long', async () => {
  const [gone, kept] = [ulid(NOW - 40 * DAY), ulid(NOW - 41 * DAY)];
  const area = memoryArea({
    [`analysis:${kept}`]: {},
    'claim:a': gone,
    'claim:b': kept,
    'claim:c': ulid(NOW - 2 * DAY),
  });
  await createPruner({ local: area, now: () => NOW, remove: async () => 0 })();
  expect(Object.keys(area.items).filter((key) => key.startsWith('claim:'))).toEqual(['claim:b', 'claim:c']);
});
