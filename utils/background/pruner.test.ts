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
  const prune = createPruner({ local: area, now: () => now });
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
  await createPruner({ local: area, now: () => NOW })();
  expect(Object.keys(area.items)).toEqual([KEYS.prunedAt]);
});
