import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { briefKey, KEYS } from '@/utils/analyses/keys.ts';
import { DEFAULT_SETTINGS } from '@/utils/analyses/settings.ts';
import { DAY, HOUR } from '@/utils/analyses/time.ts';
import { createPruner } from './pruner.ts';
import { memoryArea, memoryLocks } from './testing/memory.ts';

const NOW = Date.UTC(2026, 0, 5, 12);
const [old, young] = [ulid(NOW - 8 * DAY), ulid(NOW - 6 * DAY)];

it('removes briefs that are older than is wanted, once a day, and nothing else', async () => {
  let now = NOW;
  const area = memoryArea({
    [KEYS.settings]: { ...DEFAULT_SETTINGS, keepBriefs: 7 },
    [KEYS.prunedAt]: NOW - DAY,
    [briefKey(old)]: {},
    [briefKey(young)]: {},
    [briefKey('odd')]: {},
    [`analysis:${old}`]: {},
  });
  const prune = createPruner({ local: area, locks: memoryLocks(), now: () => now, remove: async () => 0 });
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

describe('a clock that may be wrong', () => {
  const all = [0, 10, 400].map((days) => `analysis:${ulid(NOW - days * DAY)}`);

  function stored(prunedAt?: unknown) {
    const area = memoryArea({
      ...Object.fromEntries(all.map((key) => [key, {}])),
      ...(prunedAt !== undefined && { [KEYS.prunedAt]: prunedAt }),
    });
    const clock = { now: NOW };
    const remove = async (ids: readonly string[]) => area.remove(ids.map((id) => `analysis:${id}`));
    const prune = createPruner({ local: area, locks: memoryLocks(), now: () => clock.now, remove });
    const kept = () => Object.keys(area.items).filter((key) => key.startsWith('analysis:'));
    return { area, clock, prune, kept };
  }

  it('removes nothing in the one round in which it stands three years ahead, nor right after it is set back', async () => {
    const { area, clock, prune, kept } = stored(NOW - DAY / 2);
    clock.now = NOW + 3 * 365 * DAY;
    await prune();
    clock.now += HOUR;
    await prune();
    expect(kept()).toEqual(all);
    clock.now = NOW + HOUR;
    await prune();
    expect(kept()).toEqual(all);
    expect(area.items[KEYS.prunedAt]).toBe(clock.now);
    clock.now += DAY;
    await prune();
    expect(kept()).toEqual(all.slice(0, 2));
  });

  it.each([
    ['lies two weeks back', NOW - 14 * DAY],
    ['lies in the future', NOW + 2 * DAY],
    ['is unknown', undefined],
    ['is no time', 'yesterday'],
  ])('costs a day where the last round %s', async (_, last) => {
    const { clock, prune, kept } = stored(last);
    await prune();
    clock.now += DAY - HOUR;
    await prune();
    expect(kept()).toEqual(all);
    clock.now += HOUR;
    await prune();
    expect(kept()).toEqual(all.slice(0, 2));
  });

  it('costs nothing where the user changed the rule', async () => {
    const { prune, kept } = stored(NOW - 14 * DAY);
    await prune({ isAtOnce: true });
    expect(kept()).toEqual(all.slice(0, 2));
  });
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
  const prune = createPruner({
    local: area,
    locks: memoryLocks(),
    now: () => NOW,
    remove: async (ids) => removed.push([...ids]),
  });
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
    [KEYS.prunedAt]: NOW - DAY,
    [`analysis:${kept}`]: {},
    'claim:a': gone,
    'claim:b': kept,
    'claim:c': ulid(NOW - 2 * DAY),
  });
  await createPruner({ local: area, locks: memoryLocks(), now: () => NOW, remove: async () => 0 })();
  expect(Object.keys(area.items).filter((key) => key.startsWith('claim:'))).toEqual(['claim:b', 'claim:c']);
});

it('forgets it also where many records are kept', async () => {
  const area = memoryArea({
    [KEYS.prunedAt]: NOW - DAY,
    [`analysis:${ulid(NOW)}`]: {},
    [`analysis:${ulid(NOW - DAY)}`]: {},
    'claim:a': ulid(NOW - 40 * DAY),
  });
  await createPruner({ local: area, locks: memoryLocks(), now: () => NOW, remove: async () => 0 })();
  expect(area.items).not.toHaveProperty(['claim:a']);
});

it('leaves what is written while it looks: a brief that is fetched again, the claim of what is taken in again', async () => {
  const area = memoryArea({
    [KEYS.prunedAt]: NOW - DAY,
    [briefKey(old)]: {},
    'claim:a': ulid(NOW - 40 * DAY),
  });
  area.items[KEYS.settings] = { ...DEFAULT_SETTINGS, keepBriefs: 7 };
  const locks = memoryLocks();
  const { get } = area;
  const others: Promise<unknown>[] = [];
  // Another has its turn as soon as something is read; who holds the lock is before it.
  area.get = async (keys) => {
    const read = await get(keys);
    const writes: Record<string, Record<string, unknown>> = {
      [briefKey(old)]: { [briefKey(old)]: { storedAt: NOW } },
      'claim:a': { [`analysis:${area.items['claim:a']}`]: {}, 'claim:a': area.items['claim:a'] },
    };
    for (const key of keys) {
      const write = writes[key];
      if (write) others.push(locks.request('store', () => area.set(write)));
    }
    await new Promise((resolve) => setTimeout(resolve));
    return read;
  };
  await createPruner({ local: area, locks, now: () => NOW, remove: async () => 0 })();
  await Promise.all(others);
  expect(area.items[briefKey(old)]).toEqual({ storedAt: NOW });
  expect(area.items).toHaveProperty(['claim:a']);
});
