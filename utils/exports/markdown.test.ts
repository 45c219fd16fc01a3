import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { AS_IT_IS } from './harmless.ts';
import { toMarkdown } from './markdown.ts';
import { anyAnalyses, naughty, TOOLS } from './testing.ts';

const AT = Date.UTC(2026, 10, 24, 12, 1, 4, 567);

const finished = queuedAnalysis('a', AT, {
  href: 'https://login.bad.test/',
  platform: 'windows11',
  state: 'finished',
  sentAt: AT,
  finishedAt: AT + 780_000,
  started: { analysisId: '4c92-14e8', sha1: 'dad0ed6a', url: '' },
  verdict: { classification: 'MALICIOUS', riskScore: 9, threat: 'Phishing.HTML.Generic', hasRun: true },
  case: 'INC|7',
  note: 'two\nlines at bad.test',
});

/** The cells of a table's line: a pipe with an odd number of backslashes before it is text. */
function cellsOf(line: string): string[] {
  const cells = [''];
  for (const [token] of line.matchAll(/\\.|[^\\]/gsu)) {
    if (token === '|') cells.push('');
    else cells[cells.length - 1] += token;
  }
  return cells;
}

/** The text that a cell shows. */
function textOf(cell = ''): string {
  return cell
    .trim()
    .replace(/\\(.)/gsu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

describe('analyses as a Markdown table', () => {
  it('are a line each, defanged, with times in UTC', () => {
    expect(toMarkdown([finished, queuedAnalysis('b', AT)], TOOLS)).toBe(
      `| URL | Platform | Verdict | Threat | Sent \\(UTC\\) | Report \\(UTC\\) | Analysis id | Case | Note |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| hxxps\\[:\\]//login\\[.\\]bad\\[.\\]test/ | Windows 11 | Malicious 9/10 | Phishing.HTML.Generic | 2026-11-24T12:01:04Z | 2026-11-24T12:14:04Z | 4c92-14e8 | INC\\|7 | two lines at bad\\[.\\]test |
| hxxp\\[:\\]//bad\\[.\\]test/ | Linux | Queued |  |  |  |  |  |  |
`,
    );
  });

  it('have the same number of cells in each row whatever the texts are, and no URL that opens', () => {
    fc.assert(
      fc.property(anyAnalyses, (analyses) => {
        const table = toMarkdown(analyses, TOOLS);
        const lines = table.split(/[\p{Cc}\u2028\u2029]/u);
        expect(lines.pop()).toBe('');
        expect(lines).toHaveLength(analyses.length + 2);
        expect(new Set(lines.map((line) => cellsOf(line).length))).toEqual(new Set([11]));
        expect(table).not.toMatch(/https?:\/\//i);
        expect(table.replace(/\\./gsu, '')).not.toMatch(/[<>[\]`~!#@]/);
      }),
      { numRuns: 300 },
    );
  });

  it('show each text as it is, on one line', () => {
    fc.assert(
      fc.property(naughty, (note) => {
        const [, , row = ''] = toMarkdown([{ ...finished, note }], { ...TOOLS, ...AS_IT_IS }).split('\n');
        expect(textOf(cellsOf(row).at(-2))).toBe(note.replace(/[\s\p{Cc}]+/gu, ' ').trim());
      }),
      { numRuns: 1000 },
    );
  });
});
