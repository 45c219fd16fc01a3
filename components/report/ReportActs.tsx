import { clock } from '@/components/times.ts';
import { isOpen, type State } from '@/utils/analyses/analysis.ts';
import { t } from '@/utils/browser/i18n.ts';
import { ARTEFACTS } from '@/utils/spectra/brief.ts';
import { areFresh } from './fresh-links.ts';
import type { ReportRow } from './report-row.ts';
import type { Acts } from './use-acts.ts';

interface ReportActsProps {
  row: ReportRow;
  now: number;
  acts: Acts;
}

const CHECKED: readonly State[] = ['running', 'noReport'];

/** What can be done with one analysis, what that costs, and what came of it. */
export function ReportActs({ row: { analysis }, now, acts }: ReportActsProps) {
  const { id, state } = analysis;
  const known = acts.links[id];
  const isFinished = state === 'finished' && analysis.started !== undefined;
  return (
    <div class="report-acts">
      <fieldset class="acts" aria-label={t('report_acts')}>
        {isFinished && (
          <>
            {ARTEFACTS.map((artefact) => (
              <button
                key={artefact}
                type="button"
                class="plain small"
                data-artefact={artefact}
                aria-describedby="links-cost"
                onClick={() => acts.open(analysis, artefact)}
              >
                {t(`report_${artefact}`)}
              </button>
            ))}
            <button
              id="save-json"
              type="button"
              class="plain small"
              title={t('report_json_cost')}
              onClick={() => acts.save(analysis)}
            >
              {t('report_json')}
            </button>
          </>
        )}
        {CHECKED.includes(state) && (
          <button id="check" type="button" class="plain small" onClick={() => acts.check(analysis)}>
            {t('act_check')}
          </button>
        )}
        {!isOpen(analysis) && (
          <button
            id="run-again"
            type="button"
            class="plain small"
            title={t('report_run_again_cost')}
            onClick={() => acts.runAgain(analysis)}
          >
            {t('report_run_again')}
          </button>
        )}
      </fieldset>
      {isFinished && (
        <p id="links-cost" class="hint">
          {/* The page’s time is some seconds old; what was fetched since is no older. */}
          {known && areFresh(known, Math.max(now, known.at))
            ? t('report_links_fresh', clock(known.at, now))
            : t('report_links_cost')}{' '}
          {t('report_json_cost')}
        </p>
      )}
      <p id="answer" role="status">
        {acts.answer.id === id && acts.answer.sentence}
      </p>
    </div>
  );
}
