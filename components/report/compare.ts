import { rankOf } from '@/utils/analyses/verdict.ts';
import type { Brief } from '@/utils/spectra/brief.ts';
import type { ReportRow } from './report-row.ts';

export const KINDS = ['domains', 'addresses', 'urls'] as const;
export type Kind = (typeof KINDS)[number];

/** Whether a platform contacted something; unknown where its brief does not hold all that it contacted. */
export type Contact = 'yes' | 'no' | 'unknown';

/** What some platforms contacted and others did not. */
export interface Difference {
  kind: Kind;
  name: string;
  /** In the order of the rows. */
  contacts: Contact[];
}

/** The finished analyses of the same URL, where there are several: these can be held side by side. */
export function comparable(rows: readonly ReportRow[], href: string): ReportRow[] {
  const finished = rows.filter(({ analysis }) => analysis.state === 'finished' && analysis.href === href);
  return finished.length > 1 ? finished : [];
}

export function differencesOf(rows: readonly ReportRow[]): Difference[] {
  return KINDS.flatMap((kind) => {
    const columns = rows.map(({ brief }) => ({
      names: new Set(brief ? namesOf(brief, kind) : []),
      isWhole: isWhole(brief, kind),
    }));
    const all = new Set(columns.flatMap(({ names }) => [...names]));
    return [...all]
      .map((name) => ({
        kind,
        name,
        contacts: columns.map(({ names, isWhole }): Contact => {
          if (names.has(name)) return 'yes';
          return isWhole ? 'no' : 'unknown';
        }),
      }))
      .filter(({ contacts }) => contacts.includes('no'));
  });
}

/** Those of which it is not fully known what they contacted: the brief is gone or cut, or nothing ran. */
export function partlyKnown(rows: readonly ReportRow[]): ReportRow[] {
  return rows.filter(({ brief }) => KINDS.some((kind) => !isWhole(brief, kind)));
}

export function haveOneVerdict(rows: readonly ReportRow[]): boolean {
  return new Set(rows.map(({ analysis }) => rankOf(analysis))).size === 1;
}

function namesOf(brief: Brief, kind: Kind): string[] {
  if (kind === 'domains') return brief.domains.map((name) => name.toLowerCase().replace(/\.$/, ''));
  return kind === 'urls' ? brief.urls : brief.addresses.map(({ ip }) => ip);
}

function isWhole(brief: Brief | undefined, kind: Kind): boolean {
  return brief?.hasRun === true && brief.totals[kind] <= brief[kind].length;
}
