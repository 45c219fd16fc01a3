import { expect, it, vi } from 'vitest';
import { portionsOf } from './portions.ts';
import { brokenOffWords, NOTHING_SENT, sentWith, sentWords } from './sent-words.ts';

vi.mock('@/utils/browser/i18n.ts', () => import('@/components/i18n-testing.ts'));

it.each([
  ['all', { queued: 68 }, '68 queued.'],
  ['some', { queued: 62, held: 4 }, '62 queued, 4 held until you decide, 2 under way already.'],
  ['refused', { queued: 64, refused: 2 }, '64 queued, 2 refused.'],
])('what came of a capture: %s', (_, reply, words) => {
  expect(sentWords(sentWith(NOTHING_SENT, 68, { ok: true, ...reply }))).toBe(words);
});

it('what came of it where it broke off', () => {
  const problem = { message: 'target_no_platform' };
  expect(brokenOffWords(NOTHING_SENT, { ok: false, problem })).toBe('Choose at least one platform.');
  const sent = sentWith(NOTHING_SENT, 68, { ok: true, queued: 68 });
  expect(brokenOffWords(sent, null)).toBe('68 queued. The extension’s background gave no answer. Try again.');
});

it('so many go at once that they can be stored at once', () => {
  const hrefs = Array.from({ length: 10_000 }, (_, index) => `${index}`);
  expect(portionsOf(hrefs, 5).map(({ length }) => length)).toEqual(Array(10).fill(1000));
  expect(portionsOf(hrefs, 1).flat()).toEqual(hrefs);
  expect(portionsOf(hrefs.slice(0, 1000), 2)).toHaveLength(1);
});
