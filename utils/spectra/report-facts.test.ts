import { describe, expect, it } from 'vitest';
import { briefOf } from './report-testing.ts';

describe('what a report says of its analysis', () => {
  it.each([
    [9, 9],
    [0, 0],
    [96, 96],
    ['8', 8],
    ['', undefined],
    ['high', undefined],
    ['1e999', undefined],
    [true, undefined],
    [null, undefined],
    [[9], undefined],
  ])('the risk score %j is %j', (risk_score, riskScore) => {
    expect(briefOf({ risk_score }).riskScore).toBe(riskScore);
  });

  it.each([
    ['MALICIOUS', 'MALICIOUS'],
    ['no_threats_found', 'no_threats_found'],
    [' UNKNOWN\n', 'UNKNOWN'],
    [`${'\u0000'.repeat(5000)}KNOWN`, 'KNOWN'],
    ['', ''],
    [7, ''],
    [['MALICIOUS'], ''],
  ])('the classification %j is %j', (classification, shown) => {
    expect(briefOf({ classification }).classification).toBe(shown);
  });

  it.each([
    ['2026-03-01T10:15:00', Date.UTC(2026, 2, 1, 10, 15)],
    ['2026-03-01 10:15:00', Date.UTC(2026, 2, 1, 10, 15)],
    ['2026-03-01T10:15:00+02:00', Date.UTC(2026, 2, 1, 8, 15)],
    ['yesterday', undefined],
    ['0001-01-01T00:00:00', undefined],
    [20260301, undefined],
  ])('the time %j is %j', (analysis_time, analysedAt) => {
    expect(briefOf({ analysis_time }).analysedAt).toBe(analysedAt);
  });

  const ONLY = {
    classification: 'SUSPICIOUS',
    risk_score: 6,
    platform: 'linux',
    browser: 'Firefox 96',
    configuration: 'Java 8',
    analysis_time: '2026-03-01T10:15:00',
    analysis_duration: 60,
    warnings: ['The URL could not be opened'],
  };

  it('a merged report takes from its only one what it leaves out', () => {
    expect(briefOf({ history_analysis: [ONLY] })).toMatchObject({
      classification: 'SUSPICIOUS',
      riskScore: 6,
      platform: 'linux',
      browser: 'Firefox 96',
      configuration: 'Java 8',
      analysedAt: Date.UTC(2026, 2, 1, 10, 15),
      duration: 60,
      warnings: ['The URL could not be opened'],
      hasRun: false,
    });
  });

  it('what the report says itself goes first, where it can be read', () => {
    const own = { classification: 'MALICIOUS', risk_score: 0, platform: {}, browser: '', warnings: ['W'] };
    expect(briefOf({ ...own, history_analysis: [ONLY] })).toMatchObject({
      classification: 'MALICIOUS',
      riskScore: 0,
      platform: 'linux',
      browser: 'Firefox 96',
      warnings: ['W'],
      hasRun: true,
    });
  });

  it.each([[[ONLY, ONLY]], [[ONLY, null]], [[]], [ONLY]])('of several, none is taken', (history_analysis) => {
    expect(briefOf({ history_analysis })).toEqual(briefOf({}));
  });
});
