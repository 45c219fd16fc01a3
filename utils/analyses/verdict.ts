import * as z from 'zod/mini';
import type { Brief } from '@/utils/spectra/brief.ts';
import type { Analysis } from './analysis.ts';

/** What a report says, in one line: classification and risk score as they came, the first threat's name. */
export const verdictSchema = z.object({
  classification: z.string(),
  riskScore: z.optional(z.number()),
  threat: z.optional(z.string()),
  /** False where the report warns that the analysis did not run. */
  hasRun: z.boolean(),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** How bad it is, the worst first. `none`: there is no verdict, since it failed or did not run. */
export const RANKS = ['malicious', 'suspicious', 'unknown', 'none', 'clean'] as const;
export type Rank = (typeof RANKS)[number];

/** The words of the API, of either of its lists (TCA-0106 upper case, TCA-0403 lower case), without what joins them. */
const CLEAN: readonly string[] = ['nothreatsfound', 'nothreats', 'known', 'goodware', 'clean'];

export function verdictOf(brief: Brief): Verdict {
  const { classification, riskScore, threats, hasRun } = brief;
  const [threat] = threats;
  return {
    classification,
    hasRun,
    ...(riskScore !== undefined && { riskScore }),
    ...(threat !== undefined && { threat }),
  };
}

/** What a classification comes to, in any case; a word that nobody knows is `unknown`. */
export function rankOfWord(classification: string): Exclude<Rank, 'none'> {
  const word = classification.toLowerCase().replace(/[^a-z]/g, '');
  if (word === 'malicious' || word === 'suspicious') return word;
  return CLEAN.includes(word) ? 'clean' : 'unknown';
}

/** A classification in a word that nobody knows, to be shown as it came; empty where the word is known. */
export function strangeWord(classification: string): string {
  const isKnown = rankOfWord(classification) !== 'unknown' || classification.toLowerCase() === 'unknown';
  return isKnown ? '' : classification;
}

/** An analysis that did not run found nothing, which says nothing. */
function rankOfVerdict({ classification, hasRun }: Verdict): Rank {
  const rank = rankOfWord(classification);
  return !hasRun && (rank === 'clean' || rank === 'unknown') ? 'none' : rank;
}

type Reported = Pick<Analysis, 'state' | 'verdict' | 'lookAt'>;

/** Undefined while it is on its way, and where the user took it back: then it counts for nothing. */
export function rankOf({ state, verdict, lookAt }: Reported): Rank | undefined {
  if (state === 'unconfirmed' && lookAt === undefined) return 'none';
  if (state === 'finished') return verdict ? rankOfVerdict(verdict) : 'unknown';
  return state === 'failed' || state === 'noReport' || state === 'givenUp' ? 'none' : undefined;
}

export function worse(one: Rank, other: Rank): Rank {
  return RANKS[Math.min(RANKS.indexOf(one), RANKS.indexOf(other))] ?? one;
}

/** The worst of several analyses and which one it is, or undefined where none has come to anything yet. */
export function worstOf<Item extends Reported>(
  analyses: readonly Item[],
): { rank: Rank; analysis: Item } | undefined {
  return analyses
    .flatMap((analysis) => {
      const rank = rankOf(analysis);
      return rank ? [{ rank, analysis }] : [];
    })
    .sort(
      (one, other) =>
        RANKS.indexOf(one.rank) - RANKS.indexOf(other.rank) || share(other.analysis) - share(one.analysis),
    )[0];
}

/** The risk score as a share of the highest there is, so that both scales can be compared. */
function share({ verdict }: Reported): number {
  if (verdict?.riskScore === undefined) return 0;
  const { score, of } = riskOf(verdict.riskScore);
  return score / of;
}

/** A risk score as a share of the whole, as it is read: up to 10 of 10, above as a percentage (bodies of 2023). */
export function riskOf(riskScore: number): { score: number; of: 10 | 100 } {
  return { score: riskScore, of: riskScore > 10 ? 100 : 10 };
}
