import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { toCsv } from './csv.ts';
import { readCsv } from './csv-testing.ts';
import { AS_IT_IS } from './harmless.ts';
import { anyAnalyses, naughty, TOOLS } from './testing.ts';

const AT = Date.UTC(2026, 10, 24, 12, 1, 4, 567);

const finished = queuedAnalysis('01ARZ3NDEKTSV4RRFFQ69G5FAV', AT, {
  href: 'https://login.bad.test/a?b=1,2',
  platform: 'windows11',
  state: 'finished',
  startedAt: AT + 1000,
  finishedAt: AT + 780_000,
  started: { analysisId: '4c92-14e8', sha1: 'dad0ed6a', url: '' },
  verdict: { classification: 'MALICIOUS', riskScore: 9, threat: 'Phishing.HTML.Generic', hasRun: true },
  case: 'INC-7',
  note: 'said "no",\r\nthen left',
});

const HEADER =
  'url,host,platform,state,verdict,risk,threat,captured,started,finished,analysis_id,sha1,service,user,case,note,id\r\n';

/** The law: what a cell holds, for a value. */
function lawful(value: string): string {
  return ['=', '+', '-', '@', '\t', '\r'].includes(value.charAt(0)) ? `'${value}` : value;
}

describe('analyses as CSV', () => {
  it('are rows below a header, defanged where the tools do so', () => {
    expect(toCsv([finished], TOOLS)).toBe(
      `${HEADER}"hxxps[:]//login[.]bad[.]test/a?b=1,2",login[.]bad[.]test,windows11,finished,malicious,9,Phishing.HTML.Generic,` +
        '2026-11-24T12:01:04.567Z,2026-11-24T12:01:05.567Z,2026-11-24T12:14:04.567Z,4c92-14e8,dad0ed6a,https://a.test,u/a,INC-7,' +
        '"said ""no"",\r\nthen left",01ARZ3NDEKTSV4RRFFQ69G5FAV\r\n',
    );
  });

  it('are a header alone where there are none', () => {
    expect(toCsv([], TOOLS)).toBe(HEADER);
  });

  it('leave empty what is not known, and say nothing of a verdict while there is none', () => {
    const rows = readCsv(toCsv([queuedAnalysis('a', AT, { account: null })], AS_IT_IS));
    expect(rows[1]?.slice(0, 8)).toEqual([
      'http://bad.test/',
      'bad.test',
      'linux',
      'queued',
      '',
      '',
      '',
      '2026-11-24T12:01:04.567Z',
    ]);
    expect(rows[1]?.slice(8, -1).every((cell) => cell === '')).toBe(true);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['=1\n2', "'=1\n2"],
    ['-', "'-"],
    ['\tx', "'\tx"],
    ['\r\nx', "'\r\nx"],
    ["'=1", "'=1"],
    [' =1', ' =1'],
    ['1=1', '1=1'],
    ['\n=1', '\n=1'],
  ])('%j is read back as %j', (note, cell) => {
    const [, row] = readCsv(toCsv([{ ...finished, note }], AS_IT_IS));
    expect(row?.at(-2)).toBe(cell);
  });

  it('are read back as they were, but for formulas', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(naughty, naughty, naughty), { maxLength: 4 }), (texts) => {
        const analyses = texts.map(([note, threat, userName]) => ({
          ...finished,
          note,
          case: threat,
          account: { address: 'https://a.test', userName },
          started: { analysisId: note, sha1: userName, url: '' },
          verdict: { classification: 'MALICIOUS', threat, hasRun: true },
        }));
        const [, ...rows] = readCsv(toCsv(analyses, AS_IT_IS));
        expect(rows.map((row) => [6, 10, 11, 13, 14, 15].map((at) => row[at]))).toEqual(
          texts.map(([note, threat, userName]) =>
            [threat, note, userName, userName, threat, note].map(lawful),
          ),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('have the same number of cells in each row, none of them a formula, and no URL that opens', () => {
    fc.assert(
      fc.property(anyAnalyses, (analyses) => {
        const rows = readCsv(toCsv(analyses, TOOLS));
        expect(rows).toHaveLength(analyses.length + 1);
        expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([17]));
        expect(rows.flat().filter((cell) => cell !== lawful(cell))).toEqual([]);
        // The service is no suspect, and a user name is none of the web.
        const told = rows.map((row) => row.filter((_, at) => at !== 12 && at !== 13).join('\n'));
        expect(told.join('\n')).not.toMatch(/https?:\/\//i);
      }),
      { numRuns: 300 },
    );
  });
});
