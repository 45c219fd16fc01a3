import { describe, expect, it, vi } from 'vitest';
import type { Analysis, State } from '@/utils/analyses/analysis.ts';
import { MINUTE } from '@/utils/analyses/time.ts';
import type { Row } from '@/utils/background/overview.ts';
import { movedSince, newsSentence, statesOf } from './news.ts';

vi.mock('@/utils/browser/i18n.ts', () => import('@/components/i18n-testing.ts'));

const NOW = 20 * MINUTE;

function row(id: string, state: State, more: Partial<Analysis> = {}): Row {
  const analysis = { id, state, href: 'http://evil.test/secret', platform: 'linux', startedAt: NOW, ...more };
  return { analysis: analysis as Analysis };
}

const ids = (rows: Row[]) => rows.map(({ analysis }) => analysis.id);

describe('what moved on', () => {
  it('is what came to another state, not what is new or only waits', () => {
    const before = statesOf([
      row('A', 'running'),
      row('B', 'queued'),
      row('C', 'queued'),
      row('D', 'failed'),
    ]);
    const now = [
      row('A', 'finished'),
      row('B', 'submitting'),
      row('C', 'running'),
      row('D', 'failed'),
      row('E', 'failed'),
    ];
    expect(ids(movedSince(before, now))).toEqual(['A', 'C']);
  });

  it('is told of one with its host, defanged, and never its path', () => {
    const verdict = { classification: 'malicious', riskScore: 9 } as Analysis['verdict'];
    expect(newsSentence([row('A', 'finished', { verdict })], NOW)).toBe(
      'evil[.]test on Linux: Malicious 9/10',
    );
  });

  it('is counted where it is several', () => {
    const rows = [row('A', 'failed'), row('B', 'noReport'), row('C', 'failed')];
    expect(newsSentence(rows, NOW)).toBe('3 analyses moved on: 2 × Failed, 1 × No report');
  });

  it('is nothing to tell where nothing did', () => {
    expect(newsSentence([], NOW)).toBe('');
  });
});
