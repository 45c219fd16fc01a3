import { expect, it, vi } from 'vitest';
import { candidatesOf } from '@/utils/capture/candidates.ts';
import { findUrls } from '@/utils/capture/find-urls.ts';
import { lookAt } from '@/utils/capture/look.ts';
import { chosenOf, NO_CHOICES } from './choices.ts';
import { doubtWords, guardWords } from './hint-words.ts';

vi.mock('@/utils/browser/i18n.ts', () => import('@/components/i18n-testing.ts'));

const WATCH = { guard: 'ask', ownDomains: [], allowPrivateHosts: false } as const;

function doubts(text: string, allowPrivateHosts = false): string[] {
  const chosen = chosenOf(candidatesOf(findUrls(text).found), NO_CHOICES, { allowPrivateHosts });
  return chosen.flatMap(doubtWords);
}

it('doubts are told in words', () => {
  expect(doubts('https://a.example.com/')).toEqual([]);
  expect(doubts('https://a.example.com/long…')).toEqual(['May be cut off: compare it with the text']);
  expect(doubts('http://intranet.corp/')[0]).toContain('can’t reach it. Private hosts can be allowed');
  expect(doubts('http://intranet.corp/', true)[0]).toContain('most likely can’t reach it');
});

it('what the guard will do depends on the setting', () => {
  const reset = lookAt('https://a.example.com/reset-password?token=8f7d6c5b4a39281706f5e4d3', WATCH);
  expect(guardWords(reset, WATCH)).toMatch(/^Password reset.*: will be held until you decide$/);
  expect(guardWords(reset, { ...WATCH, guard: 'warn' })).toMatch(/: will be sent, with a warning$/);
  expect(guardWords(lookAt('https://a.example.com/', WATCH), WATCH)).toBe('');
});
