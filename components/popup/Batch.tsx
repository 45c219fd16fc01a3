import { useRef, useState } from 'preact/hooks';
import { CopyButton } from '@/components/CopyButton.tsx';
import { DefangedUrls, WholeUrl } from '@/components/DefangedUrl.tsx';
import { Icon } from '@/components/Icon.tsx';
import { PrivateMark } from '@/components/PrivateMark.tsx';
import { age, exact } from '@/components/times.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';
import { AnalysisRow } from './AnalysisRow.tsx';
import { Note } from './Note.tsx';
import type { OnAct, OnReport } from './RowActs.tsx';
import { Summary } from './Summary.tsx';

interface BatchProps {
  /** The analyses of one capture, at least one. */
  rows: readonly [Row, ...Row[]];
  now: number;
  onAct: OnAct;
  onReport: OnReport;
  /** Opens the page of all analyses, which shows the rest of a long one. */
  onAnalyses: () => void;
}

/** Nobody reads on in the popup after so many; a batch of thousands would stop it. */
const MOST = 12;

/** One capture: a single analysis has its line, several are summed up. Open, it shows each, its URL in full, and what the service said. */
export function Batch({ rows, now, onAct, onReport, onAnalyses }: BatchProps) {
  const [isOpen, setOpen] = useState(false);
  const head = useRef<HTMLButtonElement>(null);
  const { batchId, capturedAt } = rows[0].analysis;
  const hrefs = [...new Set(rows.map(({ analysis }) => analysis.href))];
  const isSingle = rows.length === 1;
  const left = hrefs.length - MOST;
  // The button that was pressed goes with the state that it changes; the focus stays in the batch.
  const act: OnAct = (...asked) => {
    head.current?.focus();
    onAct(...asked);
  };

  return (
    <li class="batch">
      <button
        ref={head}
        type="button"
        class="batch-head"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="chevron" />
        <DefangedUrls hrefs={hrefs} />
        <PrivateMark id={batchId} />
        <time class="age" dateTime={new Date(capturedAt).toISOString()} title={exact(capturedAt)}>
          {age(capturedAt, now)}
        </time>
      </button>
      {!isSingle && <Summary rows={rows} now={now} isOpen={isOpen} onAct={act} onReport={onReport} />}
      {isOpen && <p class="note">{t('details_captured', exact(capturedAt))}</p>}
      {(isSingle || isOpen) &&
        hrefs.slice(0, MOST).map((href) => (
          <div key={href}>
            {isOpen && (
              <p class="note details-url">
                <WholeUrl href={href} />
                <CopyButton text={href} label={t('copy_url')} />
              </p>
            )}
            {rows
              .filter(({ analysis }) => analysis.href === href)
              .map((row, index, all) => (
                <div key={row.analysis.id}>
                  <AnalysisRow row={row} now={now} onAct={act} onReport={onReport} />
                  <Note row={row} next={all[index + 1]} now={now} isOpen={isOpen} />
                </div>
              ))}
          </div>
        ))}
      {isOpen && left > 0 && (
        <p class="note">
          <button type="button" class="link" data-act="rest" onClick={onAnalyses}>
            {t('urls_more', left)}
          </button>
        </p>
      )}
    </li>
  );
}
