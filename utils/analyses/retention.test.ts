import fc from 'fast-check';
import { ulid } from 'ulid';
import { expect, it } from 'vitest';
import { beyond } from './retention.ts';
import { DAY } from './time.ts';

const NOW = Date.UTC(2026, 0, 5, 12);
const idsOf = (...daysAgo: number[]) => daysAgo.map((days) => ulid(NOW - days * DAY));

it('lets go what is over the number, the oldest first, and what is over the days', () => {
  const ids = idsOf(1, 2, 3, 40);
  const [, , third = '', oldest = ''] = ids;
  expect(beyond(ids, new Set(), { keepAnalyses: 2, keepDays: 365 }, NOW)).toEqual([third, oldest]);
  expect(beyond(ids, new Set(), { keepAnalyses: 5000, keepDays: 30 }, NOW)).toEqual([oldest]);
  expect(beyond(ids, new Set(), { keepAnalyses: 5000, keepDays: 365 }, NOW)).toEqual([]);
});

it('never lets go what is not at its end, nor by age what tells none', () => {
  const ids = [...idsOf(1, 400), 'odd'];
  expect(beyond(ids, new Set(ids), { keepAnalyses: 1, keepDays: 1 }, NOW)).toEqual([]);
  expect(beyond(['odd'], new Set(), { keepAnalyses: 1, keepDays: 1 }, NOW)).toEqual([]);
});

it('keeps as many as may be kept, whatever there is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 800 }), fc.boolean()), { maxLength: 60 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 500 }),
      (made, keepAnalyses, keepDays) => {
        const ids = made.map(([days]) => ulid(NOW - days * DAY));
        const open = new Set(ids.filter((_, place) => made[place]?.[1]));
        const gone = new Set(beyond(ids, open, { keepAnalyses, keepDays }, NOW));
        const left = ids.filter((id) => !gone.has(id));
        for (const id of open) expect(gone).not.toContain(id);
        expect(left.filter((id) => !open.has(id)).length).toBeLessThanOrEqual(keepAnalyses);
        // What goes by number alone is older than whatever stays and may go.
        const young = [...gone].filter(
          (id) => beyond([id], open, { keepAnalyses: 1, keepDays }, NOW).length === 0,
        );
        for (const id of young) for (const other of left) if (!open.has(other)) expect(id < other).toBe(true);
      },
    ),
  );
});
