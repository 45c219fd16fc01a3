import type { Analysis } from '@/utils/analyses/analysis.ts';
import { escapeMarkdown, utc } from '@/utils/analyses/ticket-form.ts';
import { type VerdictTools, verdictWords } from '@/utils/analyses/verdict-words.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';
import type { Harmless } from './harmless.ts';

const COLUMNS = [
  'url',
  'platform',
  'verdict',
  'threat',
  'sent',
  'report',
  'analysis_id',
  'case',
  'note',
] as const;
type Column = (typeof COLUMNS)[number];

/** What the table is written with: the texts, and what makes URLs and texts from outside harmless. */
export interface TableTools extends Harmless {
  t: (
    key: `export_column_${Column}` | `platform_${Platform}_name` | Parameters<VerdictTools['t']>[0],
    ...substitutions: (string | number)[]
  ) => string;
}

/** Analyses as a Markdown table, for a ticket or a wiki. Times are UTC. */
export function toMarkdown(analyses: readonly Analysis[], tools: TableTools): string {
  const heads = COLUMNS.map((column) => cell(tools.t(`export_column_${column}`)));
  const rows = analyses.map((analysis) => {
    const cells = cellsOf(analysis, tools);
    return COLUMNS.map((column) => cell(cells[column]));
  });
  return [heads, COLUMNS.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function cellsOf(analysis: Analysis, tools: TableTools): Record<Column, string> {
  const { t, defangText } = tools;
  const { href, platform, verdict, sentAt, finishedAt, started } = analysis;
  return {
    url: tools.defangReported(href),
    platform: t(`platform_${platform}_name`),
    verdict: verdictWords(analysis, { t, say: defangText }),
    threat: defangText(verdict?.threat ?? ''),
    sent: sentAt === undefined ? '' : utc(sentAt),
    report: finishedAt === undefined ? '' : utc(finishedAt),
    analysis_id: defangText(started?.analysisId ?? ''),
    case: defangText(analysis.case ?? ''),
    note: defangText(analysis.note ?? ''),
  };
}

/** Some programs end a line at control characters that are no white space. */
function cell(text: string): string {
  return escapeMarkdown(text.replace(/\p{Cc}/gu, ' '));
}
