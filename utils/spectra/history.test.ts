import { describe, expect, it } from 'vitest';
import { MERGED_REPORT, parseHistory, URL_REPORT } from './history.ts';

const ROW = { analysis_id: 'a-1', analysis_time: '2026-01-05T12:00:00', platform: 'windows10' };
const ENTRY = { analysisId: 'a-1', at: Date.UTC(2026, 0, 5, 12), platform: 'windows10' };

describe('the analyses of a URL', () => {
  it('are read from TCA-0403', () => {
    const body = { rl: { sha1: 's', dynamic_analysis: { analysis_history: [{ ...ROW, risk_score: 9 }] } } };
    expect(parseHistory(JSON.stringify(body))).toEqual([{ ...ENTRY, sha1: 's' }]);
  });

  it('are read from the merged report of TCA-0106', () => {
    const body = { rl: { report: { sha1: 's', history_analysis: [ROW] } } };
    expect(parseHistory(JSON.stringify(body))).toEqual([{ ...ENTRY, sha1: 's' }]);
  });

  it('are none where the body lists none', () => {
    expect(parseHistory('{"rl":{"classification":"unknown"}}')).toEqual([]);
    expect(parseHistory('{"rl":{"dynamic_analysis":{}}}')).toEqual([]);
  });

  it.each([
    ['without an id', { ...ROW, analysis_id: undefined }],
    ['of a platform that we do not know', { ...ROW, platform: 'solaris' }],
    ['with no time that can be read', { ...ROW, analysis_time: 'yesterday' }],
    ['that is no object', 7],
  ])('one %s is left out, the others stay', (_, odd) => {
    const body = { rl: { dynamic_analysis: { analysis_history: [odd, ROW] } } };
    expect(parseHistory(JSON.stringify(body))).toHaveLength(1);
  });

  it.each(['', '<html>', '[]', '{"message":"no"}'])('%j tells nothing', (body) => {
    expect(parseHistory(body)).toBeUndefined();
  });

  it.each([
    ['2026-01-05 12:00:00', ENTRY.at],
    ['2026-01-05T12:00:00Z', ENTRY.at],
    ['2026-01-05T14:00:00+02:00', ENTRY.at],
    ['2026-01-05T12:00:00.250', ENTRY.at + 250],
  ])('the time %s is UTC where it names no zone', (analysis_time, at) => {
    const body = { rl: { report: { history_analysis: [{ ...ROW, analysis_time }] } } };
    expect(parseHistory(JSON.stringify(body))?.[0]?.at).toBe(at);
  });
});

it('the merged report is asked for by base64url without padding', () => {
  const href = 'http://a.test/?>>>???';
  const path = MERGED_REPORT.path(href);
  const [, encoded = ''] = /base64\/([^?]*)\?format=json$/.exec(path) ?? [];
  expect(encoded).toMatch(/^[\w-]+$/);
  expect(Buffer.from(encoded, 'base64url').toString()).toBe(href);
});

it('TCA-0403 is asked for the URL as it is', () => {
  expect(JSON.parse(URL_REPORT.body('http://a.test/'))).toEqual({
    rl: { query: { url: 'http://a.test/', response_format: 'json' } },
  });
});
