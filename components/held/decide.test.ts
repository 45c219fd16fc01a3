import { describe, expect, it, vi } from 'vitest';
import { decidedWords, decisionCommand } from './decide.ts';

vi.mock('@/utils/browser/i18n.ts', () => import('@/components/i18n-testing.ts'));

describe('a decision', () => {
  it('is a command', () => {
    expect(decisionCommand(['a'], 'discard')).toEqual({ name: 'discard', ids: ['a'] });
    expect(decisionCommand(['a'], 'asItIs')).toEqual({ name: 'consent', ids: ['a'], to: 'asItIs' });
    expect(decisionCommand(['a'], 'without')).toEqual({ name: 'consent', ids: ['a'], to: 'without' });
  });

  it('is answered with what was sent, and with what was not', () => {
    expect(decidedWords({ ok: true, count: 1, left: 0 }, 'without')).toBe(
      'Queued without what the guard saw.',
    );
    expect(decidedWords({ ok: true, count: 2, left: 1 }, 'asItIs')).toBe(
      '2 analyses queued as they are. 1 was not sent: the same is under way, or it is held no more.',
    );
    expect(decidedWords({ ok: true, count: 0, left: 2 }, 'asItIs')).toMatch(/^2 were not sent/);
    expect(decidedWords({ ok: true, count: 1, left: 0 }, 'discard')).toBe(
      'Discarded. Nothing of it was sent.',
    );
    expect(decidedWords({ ok: false, problem: { message: 'held_gone' } }, 'discard')).toMatch(/not held/);
    expect(decidedWords(null, 'discard')).toMatch(/no answer/);
  });
});
