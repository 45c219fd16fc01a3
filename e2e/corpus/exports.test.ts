import { describe, expect, it } from 'vitest';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { readCsv } from '@/utils/exports/csv-testing.ts';
import { exportText } from '@/utils/exports/export-text.ts';
import { parseExport } from '@/utils/exports/json.ts';
import { TOOLS } from '@/utils/exports/testing.ts';
import { naughty } from './corpus.ts';

const AT = Date.UTC(2026, 10, 24, 12);
const OPTIONS = { urls: 'raw', exportedAt: AT, tools: TOOLS } as const;

const analyses = naughty().map((text, place) =>
  queuedAnalysis(`01ARZ3NDEKTSV4RRFFQ69G${String(place).padStart(4, '0')}`, AT, {
    batchId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    state: 'finished',
    note: text,
    case: text,
    verdict: { classification: 'MALICIOUS', threat: text, hasRun: true },
    started: { analysisId: `id-${place}`, sha1: 'ab', url: '' },
    finishedAt: AT,
  }),
);

describe('naughty strings in exports', () => {
  it('are the cells of the CSV, with an apostrophe where a formula could begin', () => {
    const [head = [], ...rows] = readCsv(exportText('csv', analyses, OPTIONS));
    expect(rows).toHaveLength(analyses.length);
    for (const [place, text] of naughty().entries()) {
      const cell = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
      for (const column of ['note', 'case', 'threat']) expect(rows[place]?.[head.indexOf(column)]).toBe(cell);
    }
  });

  it('come back from JSON as they were', () => {
    const parsed = parseExport(exportText('json', analyses, OPTIONS), AT);
    expect(parsed).toEqual({ analyses, briefs: {}, unreadable: 0 });
  });

  it('break no row of the table, and no bundle', () => {
    const rows = exportText('markdown', analyses, OPTIONS).trim().split('\n');
    expect(rows).toHaveLength(analyses.length + 2);
    const cells = rows.map((row) => row.replaceAll('\\\\', '').replaceAll('\\|', '').split('|').length);
    expect(new Set(cells).size).toBe(1);
    const bundle = JSON.parse(exportText('stix', analyses, OPTIONS)) as { objects: { type: string }[] };
    expect(bundle.objects.filter(({ type }) => type === 'malware-analysis')).toHaveLength(analyses.length);
  });
});
