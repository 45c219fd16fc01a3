import type { Analysis, State } from './analysis.ts';
import { type Rank, rankOf, riskOf, strangeWord } from './verdict.ts';

type VerdictKey = `state_${State}` | `verdict_${Rank}` | 'verdict_not_run' | 'verdict_risk' | 'risk_of';

/** What a verdict is written with: the texts, and what makes a text from outside harmless where it is to stand. */
export interface VerdictTools {
  t: (key: VerdictKey, ...substitutions: (string | number)[]) => string;
  say: (text: string) => string;
}

/** What an analysis came to, with its risk score; its state where it came to nothing. */
export function verdictWords({ verdict, ...analysis }: Analysis, { t, say }: VerdictTools): string {
  const rank = rankOf({ ...analysis, ...(verdict && { verdict }) });
  if (analysis.state !== 'finished' || !rank) return t(`state_${analysis.state}`);
  if (!verdict) return t(`verdict_${rank}`);
  const { classification, riskScore, hasRun } = verdict;
  if (!hasRun && rank === 'none') return t('verdict_not_run');
  // A word that nobody knows is given as it came.
  const strange = rank === 'unknown' ? strangeWord(classification) : '';
  const word = strange ? say(strange) : t(`verdict_${rank}`);
  if (riskScore === undefined) return word;
  const { score, of } = riskOf(riskScore);
  return t('verdict_risk', word, t('risk_of', score, of));
}
