import { describe, expect, it, vi } from 'vitest';
import type { Row } from '@/utils/background/overview.ts';
import { costWords, queuedBefore } from './cost.ts';

vi.mock('@/utils/browser/i18n.ts', () => import('@/components/i18n-testing.ts'));

describe('what a capture costs', () => {
  it.each([
    [34, 2, 0, '34 URLs on 2 platforms: 68 submissions, about 23 minutes.'],
    [1, 1, 0, '1 URL on 1 platform: 1 submission, within a minute.'],
    [1, 1, 5, '1 URL on 1 platform: 1 submission, about 2 minutes. 5 are queued before.'],
    [1000, 1, 0, '1000 URLs on 1 platform: 1000 submissions, about 5.5 hours.'],
    [10000, 5, 0, '10000 URLs on 5 platforms: 50000 submissions, about 11.5 days.'],
    [0, 2, 0, 'Nothing is ticked.'],
    [3, 0, 0, 'Choose at least one platform.'],
  ])('%i URLs on %i platforms behind %i', (urls, platforms, before, words) => {
    expect(costWords(urls, platforms, before)).toBe(words);
  });

  it('counts what goes out before, and nothing else', () => {
    const wait = (is: string) => ({ wait: { for: is }, place: 0, at: null });
    const rows = [
      { analysis: { state: 'submitting' } },
      { analysis: { state: 'queued' }, wait: wait('turn') },
      { analysis: { state: 'queued' }, wait: wait('otherAccount') },
      { analysis: { state: 'running' } },
      { analysis: { state: 'held' } },
    ] as Row[];
    expect(queuedBefore(rows)).toBe(2);
  });
});
