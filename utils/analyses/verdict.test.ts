import { describe, expect, it } from 'vitest';
import { briefWith } from '@/utils/spectra/testing.ts';
import { queuedAnalysis } from './testing.ts';
import { RANKS, rankOf, rankOfWord, riskOf, strangeWord, verdictOf, worse, worstOf } from './verdict.ts';

const finished = (classification: string, hasRun = true) =>
  queuedAnalysis('a', 0, { state: 'finished', verdict: { classification, hasRun } });

describe('a verdict', () => {
  it.each([
    ['MALICIOUS', 'malicious'],
    ['malicious', 'malicious'],
    ['Suspicious', 'suspicious'],
    ['NO_THREATS_FOUND', 'clean'],
    ['no threats', 'clean'],
    ['KNOWN', 'clean'],
    ['UNKNOWN', 'unknown'],
    ['', 'unknown'],
    ['GREYWARE', 'unknown'],
    ['NOT_MALICIOUS', 'unknown'],
  ])('%s is %s', (word, rank) => {
    expect(rankOfWord(word)).toBe(rank);
  });

  it('is shown as it came only where nobody knows the word', () => {
    expect(['UNKNOWN', 'unknown', 'MALICIOUS', '', 'GREYWARE'].map(strangeWord)).toEqual([
      '',
      '',
      '',
      '',
      'GREYWARE',
    ]);
  });

  it('of an analysis that did not run is none, unless it is bad', () => {
    expect(rankOf(finished('NO_THREATS_FOUND', false))).toBe('none');
    expect(rankOf(finished('', false))).toBe('none');
    expect(rankOf(finished('MALICIOUS', false))).toBe('malicious');
  });

  it('is told in one line', () => {
    const brief = briefWith('MALICIOUS', { riskScore: 9, threats: ['One', 'Two'] });
    expect(verdictOf(brief)).toEqual({
      classification: 'MALICIOUS',
      riskScore: 9,
      threat: 'One',
      hasRun: true,
    });
    expect(verdictOf(briefWith(''))).toEqual({ classification: '', hasRun: true });
  });

  it('has a score of ten, or of a hundred where it is higher', () => {
    expect(riskOf(10)).toEqual({ score: 10, of: 10 });
    expect(riskOf(96)).toEqual({ score: 96, of: 100 });
  });
});

describe('the verdict of a batch', () => {
  it('is its worst: malicious, suspicious, unknown, failed or not run, no threats', () => {
    const all = [
      finished('NO_THREATS_FOUND'),
      queuedAnalysis('b', 0, { state: 'failed' }),
      finished('UNKNOWN'),
      finished('SUSPICIOUS'),
      finished('MALICIOUS'),
    ];
    const worst = all.map((_, index) => worstOf(all.slice(0, index + 1))?.rank);
    expect(worst).toEqual(['clean', 'none', 'unknown', 'suspicious', 'malicious']);
    expect(RANKS.map((rank) => worse('unknown', rank))).toEqual([
      'malicious',
      'suspicious',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('is, of equally bad ones, the one with the highest score, on either scale', () => {
    const scored = (riskScore: number) =>
      queuedAnalysis(String(riskScore), 0, {
        state: 'finished',
        verdict: { classification: 'MALICIOUS', riskScore, hasRun: true },
      });
    expect(worstOf([scored(7), scored(96), scored(9)])?.analysis.id).toBe('96');
  });

  it('does not hang on what is on its way or was taken back', () => {
    const running = queuedAnalysis('a', 0, { state: 'running', lookAt: 1 });
    expect(worstOf([running, queuedAnalysis('b', 0, { state: 'cancelled' })])).toBeUndefined();
    expect(worstOf([running, finished('KNOWN')])?.rank).toBe('clean');
  });

  it('is none for what can only be sent again', () => {
    expect(rankOf(queuedAnalysis('a', 0, { state: 'unconfirmed' }))).toBe('none');
    expect(rankOf(queuedAnalysis('a', 0, { state: 'unconfirmed', lookAt: 1 }))).toBeUndefined();
  });
});
