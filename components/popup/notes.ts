import { sightedKinds } from '@/components/sighted-words.ts';
import { age, clock } from '@/components/times.ts';
import { errorSentence, isShortWait, lookPhrase, waitPhrase } from '@/components/words.ts';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t, tn } from '@/utils/browser/i18n.ts';

/** Why an analysis is where it is, and what is done or to do about it; empty where its state says it all. */
export function noteOf(row: Row, now: number): string {
  const { analysis } = row;
  const { state, error, account } = analysis;
  if (state === 'held') return t('held_note', sightedKinds(analysis.sightings));
  if (state === 'queued') return warned(analysis, isShortWait(row) ? '' : `${waitPhrase(row, now)}.`);
  if (state === 'submitting') return warned(analysis);
  if (state === 'running') return warned(analysis, row.lookWait ? `${lookPhrase(row, now)}.` : '');
  if (state === 'noReport') return t('no_report_note', age(analysis.startedAt ?? now, now));
  const sentence = error ? errorSentence(error, account?.address ?? '') : '';
  if (state === 'unconfirmed') return t('unconfirmed_note', sentence, lookSentence(analysis, now));
  return state === 'failed' ? sentence : '';
}

/** Of what is sent though the guard saw something: first of all what that was. */
function warned({ sightings = [] }: Analysis, sentence = ''): string {
  if (sightings.length === 0) return sentence;
  const warning = t('notify_warned', sightedKinds(sightings));
  return sentence ? t('sentences', warning, sentence) : warning;
}

function lookSentence({ looks, lookAt, account }: Analysis, now: number): string {
  if (lookAt === undefined) return looks > 0 ? tn('look_over', looks) : t('look_none');
  return lookAt > now ? t('look_at', clock(lookAt, now)) : t('look_soon', account?.userName ?? '');
}
