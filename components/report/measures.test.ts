import { expect, it, vi } from 'vitest';
import { duration, fileSize } from './measures.ts';

vi.mock('@/utils/browser/i18n.ts', () => ({ t: (key: string) => key, language: () => 'en' }));

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [34_211, '34.2 kB'],
  [3_421_100, '3.4 MB'],
  [5e15, '5,000,000 GB'],
])('%d bytes are %s', (bytes, size) => {
  expect(fileSize(bytes)).toBe(size);
});

it.each([
  [0, '0 sec'],
  [61.4, '1 min, 1 sec'],
  [198, '3 min, 18 sec'],
  [120, '2 min'],
])('%d seconds are %s', (seconds, length) => {
  expect(duration(seconds)).toBe(length);
});
