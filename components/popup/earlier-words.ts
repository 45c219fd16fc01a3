import { failureSentence } from '@/components/look-up-words.ts';
import { age } from '@/components/times.ts';
import { verdictWords } from '@/components/words.ts';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { MINUTE } from '@/utils/analyses/time.ts';
import { rankOf, rankOfWord, worstOf } from '@/utils/analyses/verdict.ts';
import type { Reply } from '@/utils/background/commands.ts';
import { t } from '@/utils/browser/i18n.ts';
import { isPrivateHost } from '@/utils/capture/private-host.ts';
import type { HistoryEntry } from '@/utils/spectra/history.ts';

/** What the service said of a target. */
export type Earlier =
  | { is: 'asking' }
  | { is: 'found'; entries: readonly HistoryEntry[] }
  | { is: 'failed'; reply: Reply | null };

/** The one that says most: of the newest batch with a report the worst, else the newest that runs. */
export function newestOf(own: readonly Analysis[]): Analysis | undefined {
  const finished = own.filter(({ state }) => state === 'finished');
  const newest = finished.filter(({ batchId }) => batchId === finished[0]?.batchId);
  return worstOf(newest)?.analysis ?? own.find(({ state }) => state === 'running');
}

/** What is never asked for without a click: what only a private network knows, and what holds a password. */
export function isAskedUnclicked(href: string): boolean {
  const { hostname, username, password } = new URL(href);
  return !isPrivateHost(hostname) && !username && !password;
}

/** "Malicious 9/10 · Windows 10, 2 hr ago": what counts first, since the end may be cut. */
export function earlierWords(analysis: Analysis, now: number): string {
  const { platform, startedAt = analysis.capturedAt, verdict } = analysis;
  const name = t(`platform_${platform}_name`);
  if (analysis.state !== 'finished') return t('earlier_running', ago(startedAt, now), name);
  const words = verdictWords(rankOf(analysis) ?? 'unknown', verdict);
  return t('earlier_ours', ago(startedAt, now), name, words);
}

/** @param address the service's, for what is said of a proxy */
export function foundWords(known: Earlier, now: number, address: string): string {
  if (known.is === 'asking') return t('earlier_asking');
  if (known.is === 'failed') return t('earlier_failed', failureSentence(known.reply, address));
  const [entry] = known.entries;
  if (!entry) return t('earlier_none');
  const { classification = '', at, platform } = entry;
  const words = verdictWords(rankOfWord(classification), { classification, hasRun: true });
  return t('earlier_service', ago(at, now), t(`platform_${platform}_name`), words);
}

function ago(time: number, now: number): string {
  return now - time < MINUTE ? t('earlier_now') : t('earlier_ago', age(time, now));
}
