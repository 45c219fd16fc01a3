import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Counts, SHARES } from '@/utils/analyses/shift.ts';
import type { Reply } from '@/utils/background/commands.ts';
import type { Quota } from '@/utils/spectra/quota.ts';
import { BAR, partsOf, topOf } from './shift-bars.ts';
import { dateFormat, dayWords, quotaFailure, quotaWords } from './shift-words.ts';

vi.mock('@/utils/browser/i18n.ts', () => import('@/components/i18n-testing.ts'));

const NONE: Counts = { malicious: 0, suspicious: 0, unknown: 0, none: 0, clean: 0, open: 0 };
const total = (counts: Counts) => SHARES.reduce((sum, share) => sum + counts[share], 0);

describe('a bar', () => {
  it('is as high as its day is busy, the worst at the bottom', () => {
    expect(partsOf({ ...NONE, malicious: 16, clean: 32 }, 64)).toEqual([
      { share: 'malicious', height: 16 },
      { share: 'clean', height: 32 },
    ]);
    expect(partsOf(NONE, 64)).toEqual([]);
  });

  it('shows one malicious among a thousand', () => {
    const [malicious, clean] = partsOf({ ...NONE, malicious: 1, clean: 999 }, 1000);
    expect(malicious?.height).toBe(3);
    expect(clean?.height).toBeCloseTo(61);
  });

  it('of a few analyses is a small one', () => {
    const counts = { ...NONE, malicious: 1 };
    expect(partsOf(counts, topOf([{ start: 0, counts, total: 1 }]))[0]?.height).toBeLessThan(BAR / 8);
  });

  it('stays within its box and leaves no part out, whatever the numbers', () => {
    const count = fc.oneof(fc.nat(3), fc.nat(20_000));
    const counts = fc.record({
      malicious: count,
      suspicious: count,
      unknown: count,
      none: count,
      clean: count,
      open: count,
    });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 14 }), (days) => {
        const top = topOf(days.map((one, start) => ({ start, counts: one, total: total(one) })));
        for (const one of days) {
          const parts = partsOf(one, top);
          expect(parts).toHaveLength(SHARES.filter((share) => one[share] > 0).length);
          for (const { height } of parts) expect(height).toBeGreaterThan(2.99);
          const height = parts.reduce((sum, part) => sum + part.height, 0);
          expect(height).toBeLessThan(BAR + 0.01);
          expect(height).toBeCloseTo(Math.max((total(one) / top) * BAR, 3 * parts.length), 5);
        }
      }),
    );
  });
});

it('a day is told in words', () => {
  const start = new Date(2026, 10, 24).getTime();
  const format = dateFormat();
  expect(dayWords({ start, counts: { ...NONE, malicious: 2, open: 1 }, total: 3 }, format)).toBe(
    'Tue, Nov 24: 3 analyses, 2 malicious, 1 open',
  );
  expect(dayWords({ start, counts: { ...NONE, none: 1 }, total: 1 }, format)).toBe(
    'Tue, Nov 24: 1 analysis, 1 without a verdict',
  );
  expect(dayWords({ start, counts: NONE, total: 0 }, format)).toBe('Tue, Nov 24: no analyses');
});

describe('a quota in words', () => {
  const products = ['TCA-0207 Dynamic Analysis'];
  const size = { value: 10_000 };

  it.each<[Partial<Quota>, string]>([
    [{ period: 'daily', size: { value: 100 }, used: 37, left: 63 }, '37 of 100 today, 63 left'],
    [
      { period: 'daily', size: { value: 100 }, used: 100, left: 0, isExceeded: true },
      '100 of 100 today, 0 left; used up',
    ],
    [{ period: 'Daily', size }, '10,000 a day'],
    [{ period: 'daily', used: 4 }, '4 today'],
    [{ period: 'monthly', size, isExceeded: true }, '10,000 a month; used up'],
    [
      { period: 'date_range', size: { value: 50, unit: 'GB' }, until: '2026-12-31' },
      '50 GB until 2026-12-31',
    ],
    [{ period: 'date_range', size }, '10,000 (date range)'],
    [{ size }, '10,000'],
    [{}, 'the service does not tell how much'],
  ])('%j: %s', (quota, words) => {
    expect(quotaWords({ products, isExceeded: false, ...quota })).toBe(`${products[0]}: ${words}`);
  });

  it('names all its products, and says where it names none', () => {
    const quota = { isExceeded: false, size, period: 'monthly' };
    expect(quotaWords({ ...quota, products: ['A', 'B'] })).toBe('A, B: 10,000 a month');
    expect(quotaWords({ ...quota, products: [] })).toBe('A quota without a product’s name: 10,000 a month');
  });

  it('shows no URL as it came', () => {
    expect(quotaWords({ products: ['http://evil.test/'], isExceeded: false })).not.toContain('http://');
  });
});

it.each<[Reply | null, string]>([
  [null, 'gave no answer'],
  [{ ok: false, problem: { message: 'ask_no_sign_in' } }, 'No account is signed in'],
  [{ ok: false, error: { kind: 'forbidden', status: 403 } }, 'TCA-9999'],
  [{ ok: false, error: { kind: 'intercepted' } }, 'proxy'],
  [{ ok: false, error: { kind: 'noAnswer' } }, 'No answer came'],
  [{ ok: false, error: { kind: 'unauthorized', status: 401 } }, 'password'],
])('%j is said in words', (reply, words) => {
  expect(quotaFailure(reply)).toContain(words);
});
