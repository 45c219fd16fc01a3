import { noteOf } from '@/components/popup/notes.ts';
import { isShortWait, serviceWords, stateWords, waitPhrase } from '@/components/words.ts';
import { DAY } from '@/utils/analyses/time.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import type { ReportRow } from './report-row.ts';
import { Told } from './Told.tsx';
import type { Acts } from './use-acts.ts';

interface StandingProps {
  row: ReportRow;
  now: number;
  /** How many days a brief is kept. */
  keepBriefs: number;
  acts: Acts;
}

/** In place of a report: how the analysis stands, why, and what is to do; of one that is finished, how to have its brief again. */
export function Standing({ row, now, keepBriefs, acts }: StandingProps) {
  const { analysis } = row;
  const { state, error, capturedAt } = analysis;
  if (state === 'finished') {
    const isOld = now - capturedAt > keepBriefs * DAY;
    return (
      <div class="standing">
        <p>{isOld ? tn('report_brief_removed', keepBriefs) : t('report_brief_missing')}</p>
        <p>
          <button id="fetch-brief" type="button" class="plain" onClick={() => acts.fetchBrief(analysis)}>
            {t('report_fetch_brief')}
          </button>
        </p>
      </div>
    );
  }
  const note = isShortWait(row) ? `${waitPhrase(row, now)}.` : noteOf(row, now);
  const words = error ? serviceWords(error) : '';
  return (
    <div class="standing">
      <p>
        <b>{state === 'running' ? stateWords(row, now) : t(`state_${state}`)}</b>
      </p>
      {note && <p>{note}</p>}
      {state === 'held' && (
        <p>
          <button id="review" type="button" class="plain" onClick={acts.review}>
            {t('act_review')}
          </button>
        </p>
      )}
      {words && (
        <p class="hint">
          <Told text={words} />
        </p>
      )}
      {state === 'running' && <p class="hint">{t('report_comes')}</p>}
    </div>
  );
}
