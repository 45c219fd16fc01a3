import type { Analysis } from '@/utils/analyses/analysis.ts';
import { MINUTE } from '@/utils/analyses/time.ts';
import { type Rank, rankOf, riskOf, strangeWord, type Verdict } from '@/utils/analyses/verdict.ts';
import type { Wait } from '@/utils/analyses/wait.ts';
import type { Problem } from '@/utils/background/commands.ts';
import type { Row } from '@/utils/background/overview.ts';
import { language, type MessageKey, t } from '@/utils/browser/i18n.ts';
import { defangText } from '@/utils/capture/defang.ts';
import type { ServiceError } from '@/utils/spectra/service-error.ts';
import { clock } from './times.ts';

/** TCA-0207: "The time to report takes around 15 minutes." */
export const REPORT_TIME = 15 * MINUTE;

/** The background names a text; it is on the list, or the sentence is empty. */
export function problemSentence({ message, substitutions = [] }: Problem): string {
  return t(message as MessageKey, ...substitutions);
}

/** What an error of a submission means, and what to do. */
export function errorSentence(error: ServiceError, address: string): string {
  return t(`error_${error.kind}`, address);
}

/** What the service itself said; empty where it did not answer. */
export function serviceWords({ status, detail }: ServiceError): string {
  if (status === undefined) return '';
  return detail ? t('service_words', status, defangText(detail)) : t('service_words_none', status);
}

/** What a queued analysis waits for, as a phrase without a full stop. */
export function waitPhrase({ analysis, wait: waiting }: Row, now: number): string {
  if (!waiting) return '';
  const { wait, place, at } = waiting;
  const until = wait.for === 'pause' ? wait.until : at;
  const time = until === null ? '' : clock(until, now);
  switch (wait.for) {
    case 'lookups':
      return t('wait_lookups', clock(wait.until, now));
    case 'pause':
      return t(`wait_pause_${wait.kind}`, time, analysis.account?.address ?? '');
    case 'otherAccount':
      return t('wait_otherAccount', analysis.account?.userName ?? '');
    case 'hold':
      return t('wait_on_hold');
    case 'slot':
    case 'turn':
      if (place > 0) return t('wait_turn', time, ordinal(place + 1));
      return wait.for === 'slot' ? t('wait_slot', time) : t('wait_next');
    default:
      return t(`wait_${wait.for}`);
  }
}

const SHORT_WAITS: readonly Wait['for'][] = ['slot', 'turn', 'hold'];

/** Whether a time, or a word, says all of the wait. */
export function isShortWait({ wait }: Row): boolean {
  return wait !== undefined && SHORT_WAITS.includes(wait.wait.for);
}

/** What keeps a report, or what was lost, from being looked for, as a phrase without a full stop; empty where nothing does. */
export function lookPhrase({ analysis: { account }, lookWait: wait }: Row, now: number): string {
  if (!wait) return '';
  switch (wait.for) {
    case 'pause':
      return t(`wait_look_${wait.kind}`, clock(wait.until, now), account?.address ?? '');
    case 'otherAccount':
      return t('wait_look_otherAccount', account?.userName ?? '');
    case 'lookups':
      return t('wait_lookups', clock(wait.until, now));
    default:
      return t(`wait_${wait.for}`);
  }
}

/** A verdict in words: "Malicious 9/10". What the service says in words that nobody knows is shown as it came. */
export function verdictWords(rank: Rank, verdict?: Verdict): string {
  const { classification, riskScore, hasRun = true } = verdict ?? { classification: '' };
  if (!hasRun && rank === 'none') return t('verdict_not_run');
  const word = defangText(rank === 'unknown' ? strangeWord(classification) : '') || t(`verdict_${rank}`);
  if (riskScore === undefined) return word;
  const { score, of } = riskOf(riskScore);
  return t('verdict_risk', word, t('risk_of', score, of));
}

/** The state in a few words; of a finished one its verdict. */
export function stateWords(row: Row, now: number): string {
  const { analysis } = row;
  if (analysis.state === 'finished') return verdictWords(rankOf(analysis) ?? 'unknown', analysis.verdict);
  if (analysis.state === 'running') return runningWords(analysis, now);
  return isShortWait(row) ? waitPhrase(row, now) : t(`state_${analysis.state}`);
}

function runningWords(analysis: Analysis, now: number): string {
  const minutes = minutesOf(analysis, now);
  return minutes === null ? t('running_due') : t('running_minutes', minutes, REPORT_TIME / MINUTE);
}

/** How many minutes it runs, or null where its report is due. */
export function minutesOf({ startedAt = 0 }: Analysis, now: number): number | null {
  const past = now - startedAt;
  return past >= REPORT_TIME ? null : Math.max(0, Math.floor(past / MINUTE));
}

let listFormat: Intl.ListFormat | undefined;

/** A list on one line, as the language writes it. */
export function listed(parts: Iterable<string>): string {
  listFormat ??= new Intl.ListFormat(language(), { type: 'unit', style: 'short' });
  return listFormat.format(parts);
}

function ordinal(place: number): string {
  return t(`place_${new Intl.PluralRules(language(), { type: 'ordinal' }).select(place)}`, place);
}
