import { expect, it, vi } from 'vitest';
import type { Reply } from '@/utils/background/commands.ts';
import { sentWords } from './sent-words.ts';

vi.mock('@/utils/browser/i18n.ts', () => import('@/components/i18n-testing.ts'));

it.each<[string, Reply | null, string]>([
  ['all', { ok: true, queued: 68 }, '68 queued.'],
  ['some', { ok: true, queued: 62, held: 4 }, '62 queued, 4 held until you decide, 2 under way already.'],
  ['refused', { ok: true, queued: 64, refused: 2 }, '64 queued, 2 refused.'],
  ['a problem', { ok: false, problem: { message: 'target_no_platform' } }, 'Choose at least one platform.'],
  ['nothing', null, 'The extension’s background gave no answer. Try again.'],
])('what came of a capture: %s', (_, reply, words) => {
  expect(sentWords(reply, { urls: 34, platforms: 2 })).toBe(words);
});
