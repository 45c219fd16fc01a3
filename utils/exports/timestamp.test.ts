import { expect, it } from 'vitest';
import { timestamp } from './timestamp.ts';

it.each([
  [0, '1970-01-01T00:00:00.000Z'],
  [Date.UTC(2026, 10, 24, 12, 1, 4, 567), '2026-11-24T12:01:04.567Z'],
  [8.64e15, '9999-12-31T23:59:59.999Z'],
])('%d is %s', (time, text) => expect(timestamp(time)).toBe(text));
