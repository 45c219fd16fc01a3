import * as z from 'zod/mini';
import { encodeBase64Url } from './base64.ts';
import { isPlatform, type Platform } from './platforms.ts';
import { parseJson } from './service-error.ts';

/** One analysis of a URL as the service lists it: `at` in milliseconds since 1970; the sha1 is the URL's, empty where none is told. */
export interface HistoryEntry {
  analysisId: string;
  at: number;
  platform: Platform;
  sha1: string;
}

/** TCA-0403, the URL report: one small call. */
export const URL_REPORT = {
  path: '/api/networking/url/v1/report/query/json',
  body: (href: string): string => JSON.stringify({ rl: { query: { url: href, response_format: 'json' } } }),
};

/** TCA-0106, the report merged over all analyses of a URL. */
export const MERGED_REPORT = {
  path: (href: string): string =>
    `/api/dynamic/analysis/report/v1/query/url/base64/${encodeBase64Url(href)}?format=json`,
};

const entrySchema = z.object({ analysis_id: z.string(), analysis_time: z.string(), platform: z.string() });
const listSchema = z.optional(z.array(z.unknown()));
const reportSchema = z.object({ sha1: z.optional(z.string()), history_analysis: listSchema });
const bodySchema = z.object({
  rl: z.object({
    sha1: z.optional(z.string()),
    dynamic_analysis: z.optional(z.object({ analysis_history: listSchema })),
    report: z.optional(reportSchema),
  }),
});

/** The analyses in a body of either API, or undefined where it is none. An entry that lacks id, time or platform is left out. */
export function parseHistory(body: string): HistoryEntry[] | undefined {
  const parsed = bodySchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { sha1, dynamic_analysis, report } = parsed.data.rl;
  const entries = dynamic_analysis?.analysis_history ?? report?.history_analysis ?? [];
  return entries.flatMap((value) => {
    const entry = entrySchema.safeParse(value);
    if (!entry.success || !isPlatform(entry.data.platform)) return [];
    const { analysis_id, analysis_time, platform } = entry.data;
    const at = parseTime(analysis_time);
    return at === undefined
      ? []
      : [{ analysisId: analysis_id, at, platform, sha1: sha1 ?? report?.sha1 ?? '' }];
  });
}

/** The service's times have no zone and are UTC. */
function parseTime(text: string): number | undefined {
  const hasZone = /(?:z|[+-]\d\d:?\d\d)$/i.test(text);
  const time = Date.parse(hasZone ? text : `${text.replace(' ', 'T')}Z`);
  return Number.isFinite(time) ? time : undefined;
}
