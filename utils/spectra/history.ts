import * as z from 'zod/mini';
import { encodeBase64Url } from './base64.ts';
import { isPlatform, PLATFORMS } from './platforms.ts';
import { parseJson } from './service-error.ts';

/** One analysis of a URL as the service lists it: `at` in milliseconds since 1970; the sha1 is the URL's, empty where none is told. */
export const historyEntrySchema = z.object({
  analysisId: z.string().check(z.minLength(1)),
  at: z.number().check(z.gte(0), z.lte(8.64e15)),
  platform: z.enum(PLATFORMS),
  sha1: z.string(),
  /** As it came; absent where none is told. */
  classification: z.optional(z.string()),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

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

const entrySchema = z.object({
  analysis_id: z.string(),
  analysis_time: z.string(),
  platform: z.string(),
  classification: z.optional(z.unknown()),
});
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
    const { analysis_id, analysis_time, platform, classification } = entry.data;
    const at = parseTime(analysis_time);
    // A null date of the service's, as 0001-01-01, is no time.
    if (at === undefined || at < 0 || !analysis_id) return [];
    const found = { analysisId: analysis_id, at, platform, sha1: sha1 ?? report?.sha1 ?? '' };
    return [typeof classification === 'string' ? { ...found, classification } : found];
  });
}

/** The service's times have no zone and are UTC. */
export function parseTime(text: string): number | undefined {
  const hasZone = /(?:z|[+-]\d\d:?\d\d)$/i.test(text);
  const time = Date.parse(hasZone ? text : `${text.replace(' ', 'T')}Z`);
  return Number.isFinite(time) ? time : undefined;
}
