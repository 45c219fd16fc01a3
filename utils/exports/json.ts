import * as z from 'zod/mini';
import { type Analysis, analysisSchema } from '@/utils/analyses/analysis.ts';
import { isPrivateId } from '@/utils/analyses/keys.ts';
import { migrateAnalysis } from '@/utils/analyses/migrate.ts';
import { capturedAt } from '@/utils/analyses/retention.ts';
import { DAY } from '@/utils/analyses/time.ts';
import { type Brief, briefSchema, MAX_BRIEF } from '@/utils/spectra/brief.ts';
import { parseJson } from '@/utils/spectra/service-error.ts';
import { timestamp } from './timestamp.ts';

const FORMAT = 'detonate-analyses';
const VERSION = 1;

/** Analyses with their reports in brief, by the analyses' ids. */
interface Content {
  analyses: readonly Analysis[];
  briefs: Readonly<Record<string, Brief>>;
}

interface Export extends Content {
  /** Milliseconds since 1970. */
  exportedAt: number;
}

/** What could be read of an export, and how many of its analyses could not. */
export interface Imported extends Content {
  unreadable: number;
}

/** Why a text is no export that can be read. */
export type ImportProblem = { problem: 'notJson' | 'notOurs' | 'newer' };

/** Analyses as a file that can be imported again; URLs are as they are. */
export function toJson({ analyses, briefs, exportedAt }: Export): string {
  const content = { format: FORMAT, version: VERSION, exportedAt: timestamp(exportedAt), analyses, briefs };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const headSchema = z.object({ format: z.literal(FORMAT), version: z.number() });
const exportSchema = z.object({
  analyses: z.array(z.unknown()),
  briefs: z.catch(z.record(z.string(), z.unknown()), {}),
});

/** They become names in the storage, and tell when a capture was. */
const idSchema = z.string().check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}~?$/));
const webSchema = z
  .string()
  .check(z.refine((href) => /^https?:/.test(href) && URL.parse(href)?.href === href));
const recordSchema = z.extend(analysisSchema, { id: idSchema, batchId: idSchema, href: webSchema });

/** Where a capture stands its id says: one that is private is so with its batch, and marked. */
function isOfOnePlace({ id, batchId, isPrivate }: Analysis): boolean {
  return [isPrivateId(batchId), isPrivate === true].every((is) => is === isPrivateId(id));
}

/** A capture in the future would stand before all others for years, and push them out by number. */
function isOfTime({ id, capturedAt: at }: Analysis, now: number): boolean {
  return Math.max(capturedAt(id), at) <= now + DAY;
}

/**
 * What an exported file holds. What can't be read in it is passed over; of several analyses with one id, the first counts.
 * @param now milliseconds since 1970
 */
export function parseExport(text: string, now: number): Imported | ImportProblem {
  const value = parseJson(text);
  if (value === undefined) return { problem: 'notJson' };
  const head = headSchema.safeParse(value);
  if (!head.success) return { problem: 'notOurs' };
  if (head.data.version > VERSION) return { problem: 'newer' };
  const content = exportSchema.safeParse(value);
  if (head.data.version !== VERSION || !content.success) return { problem: 'notOurs' };
  const parsed = content.data.analyses.map((record) => recordSchema.safeParse(migrateAnalysis(record, now)));
  const readable = parsed.flatMap(({ data }) =>
    data && isOfOnePlace(data) && isOfTime(data, now) ? data : [],
  );
  const analyses = firsts(readable);
  return {
    analyses,
    briefs: briefsOf(analyses, content.data.briefs),
    unreadable: parsed.length - readable.length,
  };
}

function firsts(analyses: readonly Analysis[]): Analysis[] {
  const byId = new Map<string, Analysis>();
  for (const analysis of analyses) {
    if (!byId.has(analysis.id)) byId.set(analysis.id, analysis);
  }
  return [...byId.values()];
}

function briefsOf(analyses: readonly Analysis[], briefs: Record<string, unknown>): Record<string, Brief> {
  const found = analyses.flatMap(({ id }) => {
    const { data } = briefSchema.safeParse(briefs[id]);
    return data && isSmall(data) ? [[id, data] as const] : [];
  });
  return Object.fromEntries(found);
}

function isSmall(brief: Brief): boolean {
  return new TextEncoder().encode(JSON.stringify(brief)).length <= MAX_BRIEF;
}
