import { Mark } from '@/components/Mark.tsx';
import { stateWords } from '@/components/words.ts';
import { worstOf } from '@/utils/analyses/verdict.ts';
import type { Row } from '@/utils/background/overview.ts';
import { language, t } from '@/utils/browser/i18n.ts';
import { defangHost } from '@/utils/capture/defang.ts';
import { inOrder } from '@/utils/spectra/platforms.ts';
import { noteOf } from './notes.ts';
import { BatchActs, type OnAct, type OnReport, ReportButton, ReviewButton } from './RowActs.tsx';
import { alikeIn, summaryOf } from './summary.ts';

interface SummaryProps {
  rows: readonly Row[];
  now: number;
  /** The lines of the single analyses stand below. */
  isOpen: boolean;
  onAct: OnAct;
  onReport: OnReport;
}

/** The analyses of a batch together: a mark for each, how they stand, what the user should know, what can be done. */
export function Summary({ rows, now, isOpen, onAct, onReport }: SummaryProps) {
  const worst = worstOf(rows.map(({ analysis }) => analysis).filter(({ state }) => state === 'finished'));
  const held = rows.find(({ analysis }) => analysis.state === 'held')?.analysis;
  const notes = new Set(isOpen ? [] : rows.map((row) => noteOf(row, now)).filter(Boolean));
  return (
    <>
      {!isOpen && <Marks rows={rows} now={now} />}
      <div class="row summary">
        <span class="row-state">{summaryOf(rows, now)}</span>
        {worst && !isOpen && <ReportButton analysis={worst.analysis} onReport={onReport} />}
        {held && !isOpen && <ReviewButton analysis={held} onReport={onReport} />}
        <BatchActs rows={rows} onAct={onAct} />
      </div>
      {[...notes].map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
    </>
  );
}

interface MarksProps {
  rows: readonly Row[];
  now: number;
}

/** Of more the eye finds nothing; a batch of thousands would stop the page. */
const MOST_MARKS = 12;

/** A mark for each analysis; of many, one for those that stand alike, with their number. */
export function Marks(props: MarksProps) {
  return props.rows.length > MOST_MARKS ? <CountedMarks {...props} /> : <SingleMarks {...props} />;
}

function CountedMarks({ rows, now }: MarksProps) {
  return (
    <div class="marks">
      {alikeIn(rows).map(({ count, words, first }) => (
        <span key={words} class="marks-of">
          <Mark analysis={first.analysis} now={now} label={words} />
          <span aria-hidden="true">{new Intl.NumberFormat(language()).format(count)}</span>
        </span>
      ))}
    </div>
  );
}

/** By platform, in the fixed order; within one, by URL. */
function SingleMarks({ rows, now }: MarksProps) {
  const hasOne = rows.every(({ analysis }) => analysis.href === rows[0]?.analysis.href);
  const label = (row: Row) => {
    const { platform, href } = row.analysis;
    const words = t('mark_label', t(`platform_${platform}_name`), stateWords(row, now));
    return hasOne ? words : t('mark_label', defangHost(new URL(href).hostname), words);
  };
  return (
    <div class="marks">
      {inOrder(rows.map(({ analysis }) => analysis.platform)).map((platform) => (
        <span key={platform} class="marks-of">
          {rows
            .filter(({ analysis }) => analysis.platform === platform)
            .map((row) => (
              <Mark key={row.analysis.id} analysis={row.analysis} now={now} label={label(row)} />
            ))}
          <span aria-hidden="true">{t(`platform_${platform}_short`)}</span>
        </span>
      ))}
    </div>
  );
}
