import { expect, test } from 'vitest';
import { between, choose } from './choice.ts';

const SEEDS = Array.from({ length: 50 }, (_, i) => String(i));
const ITEMS = ['a', 'b', 'c', 'd', 'e'];

test('as many as asked for, in their order, the same for the same seed, others for others', () => {
  const chosen = SEEDS.map((seed) => choose(ITEMS, 3, seed));
  for (const items of chosen) {
    expect(items).toHaveLength(3);
    expect(items).toEqual(ITEMS.filter((item) => items.includes(item)));
  }
  expect(SEEDS.map((seed) => choose(ITEMS, 3, seed))).toEqual(chosen);
  // five over three
  expect(new Set(chosen.map(String)).size).toBe(10);
});

test.each([0, 5, 6])('%i of five', (count) => {
  expect(choose(ITEMS, count, 'seed')).toHaveLength(Math.min(count, 5));
});

test('numbers from the least to the most', () => {
  expect(new Set(SEEDS.map((seed) => between(2, 4, seed)))).toEqual(new Set([2, 3, 4]));
});
