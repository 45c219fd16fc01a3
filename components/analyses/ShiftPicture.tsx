import { useMemo } from 'preact/hooks';
import { VerdictMark } from '@/components/Mark.tsx';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { SHARES, type Share, type Shift, shiftOf } from '@/utils/analyses/shift.ts';
import { LIMIT } from '@/utils/analyses/slots.ts';
import { MINUTE } from '@/utils/analyses/time.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import { t } from '@/utils/browser/i18n.ts';
import { QuotaAnswer, useQuota } from './QuotaAnswer.tsx';
import { GAP, partsOf, topOf } from './shift-bars.ts';
import { dateFormat, dayWords, shareWords } from './shift-words.ts';
import './shift-picture.css';

interface ShiftPictureProps {
  analyses: readonly Analysis[];
  now: number;
  /** How many requests may go out now. */
  freeSlots: number;
  isSignedIn: boolean;
  send: (command: Command) => Promise<Reply>;
}

/** The last days in one look: what was detonated and what came of it, how fast it goes out, and what the account may still use. */
export function ShiftPicture({ analyses, now, freeSlots, isSignedIn, send }: ShiftPictureProps) {
  // The page draws each second; what there is to count changes with the records, or by the minute.
  const minute = Math.floor(now / MINUTE) * MINUTE;
  const shift = useMemo(() => shiftOf(analyses, minute + MINUTE - 1), [analyses, minute]);
  const { answer, ask } = useQuota(send, isSignedIn, now);
  return (
    <section id="shift" class="shift" aria-labelledby="shift-title">
      <h2 id="shift-title">{t('shift_title', shift.days.length)}</h2>
      {shift.total > 0 ? (
        <Picture shift={shift} />
      ) : (
        <p class="shift-empty">{t('shift_empty', shift.days.length)}</p>
      )}
      <div class="shift-facts">
        <span>{t('shift_sent', shift.sent, shift.possible)}</span>
        {isSignedIn && (
          <>
            <span>{t('budget', freeSlots, LIMIT)}</span>
            <button
              type="button"
              class="plain small"
              data-act="ask-quota"
              title={t('quota_ask_cost')}
              onClick={ask}
            >
              {t('quota_ask')}
            </button>
          </>
        )}
      </div>
      <QuotaAnswer answer={answer} now={now} />
    </section>
  );
}

/** For the eye bars and a legend, for a screen reader the same as a table. */
function Picture({ shift }: { shift: Shift }) {
  const { days, counts } = shift;
  const top = topOf(days);
  const format = dateFormat();
  const shares = SHARES.filter((share) => counts[share] > 0);
  return (
    <>
      <div class="shift-picture" aria-hidden="true">
        <span class="shift-top">{top}</span>
        <span class="shift-bottom">0</span>
        <div class="shift-bars">
          {days.map((day) => (
            <div key={day.start} class="shift-bar" title={dayWords(day, format)}>
              {partsOf(day.counts, top).map(({ share, height }) => (
                <span
                  key={share}
                  class={`shift-part shift-${share}`}
                  style={{ height: `${height - GAP}px` }}
                />
              ))}
            </div>
          ))}
        </div>
        <span class="shift-from">{format.format(days[0]?.start)}</span>
        <span class="shift-today">{t('shift_today', shift.today)}</span>
      </div>
      <ul class="shift-legend">
        {shares.map((share) => (
          <li key={share}>
            <span aria-hidden="true">
              <ShareMark share={share} />
            </span>
            {shareWords(share, counts[share])}
          </li>
        ))}
      </ul>
      <Figures shift={shift} shares={shares} format={format} />
    </>
  );
}

function ShareMark({ share }: { share: Share }) {
  if (share !== 'open') return <VerdictMark rank={share} />;
  return (
    <svg class="mark mark-running" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 4.800v3.400l2.300 1.500" />
    </svg>
  );
}

interface FiguresProps {
  shift: Shift;
  /** Those of which there is any. */
  shares: readonly Share[];
  format: Intl.DateTimeFormat;
}

function Figures({ shift: { days }, shares, format }: FiguresProps) {
  return (
    <div class="hidden">
      <table>
        <caption>{t('shift_title', days.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('shift_column_day')}</th>
            <th scope="col">{t('shift_column_all')}</th>
            {shares.map((share) => (
              <th key={share} scope="col">
                {share === 'open' ? t('shift_column_open') : t(`verdict_${share}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ start, counts, total }) => (
            <tr key={start}>
              <th scope="row">{format.format(start)}</th>
              <td>{total}</td>
              {shares.map((share) => (
                <td key={share}>{counts[share]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
