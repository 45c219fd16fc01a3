import { type Analysis, isOpen } from '@/utils/analyses/analysis.ts';
import type { Preferences } from '@/utils/analyses/settings.ts';
import { type Rank, riskOf, strangeWord, worstOf } from '@/utils/analyses/verdict.ts';
import { defangText } from '@/utils/capture/defang.ts';
import { hostsOf, type Notice } from './announcements.ts';
import type { Translate } from './texts.ts';

const VERDICT = 'verdict:';
const BAD: readonly Rank[] = ['malicious', 'suspicious'];

/** What to say of a batch that has its verdict, or undefined where the user does not want to be told. */
export function verdictNotice(
  batch: readonly Analysis[],
  wanted: Preferences['notify'],
  t: Translate,
): Notice | undefined {
  const worst = worstOf(batch);
  const [first] = batch;
  if (!worst || !first || wanted === 'never') return undefined;
  if (wanted === 'bad' && !BAD.includes(worst.rank)) return undefined;
  // The host that the verdict is about comes first.
  const host = hostsOf(first.batchId, [worst.analysis.href, ...batch.map(({ href }) => href)], t);
  const open = batch.filter(isOpen).length;
  return {
    id: `${VERDICT}${first.batchId}`,
    title: t('notify_verdict_title', verdictWords(worst, t), host),
    message: [reasonWords(worst, batch, t), open > 0 ? t('notify_verdict_open', open) : '']
      .filter(Boolean)
      .join(' '),
    replaces: `batch:${first.batchId}`,
  };
}

/** The batch whose verdict a notice with this id tells, if it tells one. */
export function verdictBatch(id: string): string | undefined {
  return id.startsWith(VERDICT) ? id.slice(VERDICT.length) : undefined;
}

interface Worst {
  rank: Rank;
  analysis: Analysis;
}

function verdictWords({ rank, analysis: { verdict } }: Worst, t: Translate): string {
  // A word that nobody knows is shown as it came.
  const strange = rank === 'unknown' && verdict ? strangeWord(verdict.classification) : '';
  return strange ? defangText(strange) : t(`verdict_${rank}`);
}

/** The score, the first threat's name and the platforms: "9/10 · Phishing.Generic · windows11". */
function reasonWords({ rank, analysis }: Worst, batch: readonly Analysis[], t: Translate): string {
  const { verdict } = analysis;
  const risk = verdict?.riskScore === undefined ? undefined : riskOf(verdict.riskScore);
  const names = [...new Set(batch.filter((one) => isAlike(one, rank)).map(({ platform }) => platform))];
  const parts = [
    risk && t('risk_of', risk.score, risk.of),
    verdict?.threat && defangText(verdict.threat),
    names.map((platform) => t(`platform_${platform}_name`)).join(', '),
  ];
  return parts.filter(Boolean).join(' · ');
}

function isAlike(analysis: Analysis, rank: Rank): boolean {
  return worstOf([analysis])?.rank === rank;
}
