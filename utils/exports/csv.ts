import Papa from 'papaparse';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { rankOf } from '@/utils/analyses/verdict.ts';
import type { Harmless } from './harmless.ts';
import { timestamp } from './timestamp.ts';

/** Scripts read them: they are in no language of the user's. */
const COLUMNS = [
  'url',
  'host',
  'platform',
  'state',
  'verdict',
  'risk',
  'threat',
  'captured',
  'started',
  'finished',
  'analysis_id',
  'sha1',
  'service',
  'user',
  'case',
  'note',
  'id',
] as const;

/**
 * Analyses as CSV (RFC 4180), one row each below a header. What a spreadsheet would take for a formula has `'` before it;
 * nothing else is changed but by the tools.
 */
export function toCsv(analyses: readonly Analysis[], tools: Harmless): string {
  const rows = analyses.map((analysis) => {
    const cells = cellsOf(analysis, tools);
    return COLUMNS.map((column) => inert(cells[column]));
  });
  return `${Papa.unparse([[...COLUMNS], ...rows], { newline: '\r\n' })}\r\n`;
}

function cellsOf(analysis: Analysis, tools: Harmless): Record<(typeof COLUMNS)[number], string> {
  const { href, verdict, startedAt, finishedAt, started, account } = analysis;
  const say = tools.defangText;
  return {
    url: tools.defangReported(href),
    host: tools.defangHost(URL.parse(href)?.hostname ?? ''),
    platform: analysis.platform,
    state: analysis.state,
    verdict: rankOf(analysis) ?? '',
    risk: verdict?.riskScore === undefined ? '' : String(verdict.riskScore),
    threat: say(verdict?.threat ?? ''),
    captured: timestamp(analysis.capturedAt),
    started: startedAt === undefined ? '' : timestamp(startedAt),
    finished: finishedAt === undefined ? '' : timestamp(finishedAt),
    analysis_id: say(started?.analysisId ?? ''),
    sha1: say(started?.sha1 ?? ''),
    service: account?.address ?? '',
    user: account?.userName ?? '',
    case: say(analysis.case ?? ''),
    note: say(analysis.note ?? ''),
    id: analysis.id,
  };
}

/** The library's own way misses a formula whose first line is followed by another. */
function inert(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
