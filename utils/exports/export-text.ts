import type { Analysis } from '@/utils/analyses/analysis.ts';
import type { Brief } from '@/utils/spectra/brief.ts';
import { toCsv } from './csv.ts';
import type { ExportForm } from './form.ts';
import { AS_IT_IS } from './harmless.ts';
import { toJson } from './json.ts';
import { type TableTools, toMarkdown } from './markdown.ts';
import { toStix } from './stix.ts';
import type { Urls } from './stix-url.ts';

export interface ExportOptions {
  /** JSON is to be imported again: its URLs are raw in any case. */
  urls?: Urls;
  /** By the analyses' ids; only JSON holds them. */
  briefs?: Readonly<Record<string, Brief>>;
  /** Milliseconds since 1970. */
  exportedAt: number;
  tools: TableTools;
}

/** Analyses as the text of a file. Where nothing else is said, URLs and hosts in it are defanged. */
export function exportText(
  form: ExportForm,
  analyses: readonly Analysis[],
  { urls = 'defanged', briefs = {}, exportedAt, tools }: ExportOptions,
): string {
  const used = urls === 'raw' ? { ...tools, ...AS_IT_IS } : tools;
  switch (form) {
    case 'csv':
      return toCsv(analyses, used);
    case 'json':
      return toJson({ analyses, briefs, exportedAt });
    case 'markdown':
      return toMarkdown(analyses, used);
    case 'stix':
      return toStix(analyses, { urls, exportedAt, defangText: used.defangText });
  }
}
