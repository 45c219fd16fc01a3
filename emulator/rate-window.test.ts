import { expect, test } from 'vitest';
import { createRateWindow, MAX_KEPT } from './rate-window.ts';
import { MINUTE } from './time.ts';

test('a refused request takes a place, too', () => {
  const window = createRateWindow();
  const within = [0, 50, 59, 60, 109, 110].map((seconds) => window.take('a', seconds * 1000, 2));
  expect(within).toEqual([true, true, false, false, false, false]);
  expect(window.take('a', 200 * 1000, 2)).toBe(true);
});

test('the highest limit holds', () => {
  const window = createRateWindow();
  const within = Array.from({ length: MAX_KEPT + 5 }, () => window.take('a', 0, MAX_KEPT));
  expect(within.filter((isWithin) => isWithin)).toHaveLength(MAX_KEPT);
  expect(window.take('a', MINUTE - 1, MAX_KEPT)).toBe(false);
});
