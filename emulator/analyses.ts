import { createAnalysisIds } from './analysis-ids.ts';
import type { Submission } from './submission.ts';
import { MINUTE } from './time.ts';

/** "The time to report takes around 15 minutes." */
const ANALYSIS_DURATION = 15 * MINUTE;

const MAX_KEPT = 50_000;

/** One target on one platform. Times are ms since 1970, of the emulator's clock. */
export interface Analysis extends Submission {
  analysisId: string;
  user: string;
  startedAt: number;
  finishesAt: number;
}

/** Names what was analysed: `sha1`, in lower case, of the file or of the normalised URL. */
export interface TargetKey {
  kind: Submission['target']['kind'];
  sha1: string;
}

export function isFinished({ finishesAt }: Analysis, at: number): boolean {
  return finishesAt <= at;
}

/** The analyses that were started; the oldest ones go where they are too many. */
export function createAnalyses(seed: string, now: () => number) {
  const ids = createAnalysisIds(seed);
  const analyses = new Map<string, Analysis>();

  return {
    /** Starts an analysis at `at` (ms); it finishes `speed` times faster than life. */
    start(
      submission: Submission,
      { user, at, speed }: { user: string; at: number; speed: number },
    ): Analysis {
      const analysis = {
        ...submission,
        analysisId: ids.next(),
        user,
        startedAt: at,
        finishesAt: at + ANALYSIS_DURATION / speed,
      };
      analyses.set(analysis.analysisId, analysis);
      const [oldest] = analyses.keys();
      if (analyses.size > MAX_KEPT && oldest !== undefined) analyses.delete(oldest);
      return analysis;
    },
    /** An id for a file that is not analysed: the document's example gives one to those, too. */
    unusedId: (): string => ids.next(),
    /** Makes one analysis finish now, or all that run. Returns how many did. */
    finish(analysisId?: string): number {
      const at = now();
      const running = [...analyses.values()].filter(
        (analysis) =>
          !isFinished(analysis, at) && analysis.analysisId === (analysisId ?? analysis.analysisId),
      );
      for (const analysis of running) analyses.set(analysis.analysisId, { ...analysis, finishesAt: at });
      return running.length;
    },
    /** Those of one file or URL in the order of their start, whoever started them. */
    of: ({ kind, sha1 }: TargetKey): Analysis[] =>
      [...analyses.values()].filter(
        ({ target }) => target.kind === kind && target.sha1.toLowerCase() === sha1,
      ),
    list: (): Analysis[] => [...analyses.values()],
    reset(): void {
      ids.reset();
      analyses.clear();
    },
  };
}

export type Analyses = ReturnType<typeof createAnalyses>;
