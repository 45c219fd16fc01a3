import { describe, expect, it } from 'vitest';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { groupsOf, idsIn } from './groups.ts';

const one = (id: string, batchId: string, changes = {}) => ({
  analysis: queuedAnalysis(id, Number(id), { batchId, state: 'held', ...changes }),
});

describe('what is decided together', () => {
  it('is one URL of one capture, the newest first', () => {
    const rows = [
      one('3', 'b'),
      one('1', 'a', { platform: 'windows11' }),
      one('2', 'a'),
      one('4', 'b', { href: 'http://other.test/' }),
      one('5', 'b', { state: 'queued' }),
    ];
    expect(groupsOf(rows, 9).map((group) => idsIn([group]))).toEqual([['4'], ['3'], ['1', '2']]);
  });

  it('comes last where it is captured while one looks', () => {
    expect(idsIn(groupsOf([one('1', 'a'), one('2', 'b'), one('3', 'c'), one('4', 'd')], 2))).toEqual([
      '2',
      '1',
      '3',
      '4',
    ]);
  });
});
