import { useRef, useState } from 'preact/hooks';
import { CopyButton } from '@/components/CopyButton.tsx';
import { DefangedUrl, WholeUrl } from '@/components/DefangedUrl.tsx';
import { Icon } from '@/components/Icon.tsx';
import { age, exact } from '@/components/times.ts';
import { errorSentence, isShortWait, serviceWords, waitPhrase } from '@/components/words.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';
import { AnalysisRow } from './AnalysisRow.tsx';
import type { Act } from './RowActs.tsx';

interface BatchProps {
  /** The analyses of one capture, at least one. */
  rows: readonly [Row, ...Row[]];
  now: number;
  onAct: (act: Act, id: string) => void;
}

/** One capture: its URL, and a line for each platform. Open, it shows the URL in full and what the service said. */
export function Batch({ rows, now, onAct }: BatchProps) {
  const [isOpen, setOpen] = useState(false);
  const head = useRef<HTMLButtonElement>(null);
  const { href, capturedAt } = rows[0].analysis;
  // The button that was pressed goes with the state that it changes; the focus stays in the batch.
  const act: BatchProps['onAct'] = (name, id) => {
    head.current?.focus();
    onAct(name, id);
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
        <DefangedUrl href={href} />
        <time class="age" dateTime={new Date(capturedAt).toISOString()} title={exact(capturedAt)}>
          {age(capturedAt, now)}
        </time>
      </button>
      {isOpen && (
        <div class="details">
          <p class="details-url">
            <WholeUrl href={href} />
            <CopyButton text={href} label={t('copy_url')} />
          </p>
          <p>{t('details_captured', exact(capturedAt))}</p>
        </div>
      )}
      {rows.map((row, index) => (
        <div key={row.analysis.id}>
          <AnalysisRow row={row} now={now} onAct={act} />
          <Note row={row} next={rows[index + 1]} now={now} isOpen={isOpen} />
        </div>
      ))}
    </li>
  );
}

/** Why it is where it is, and what to do. Said once where the next line would say the same. */
function Note({ row, next, now, isOpen }: { row: Row; next: Row | undefined; now: number; isOpen: boolean }) {
  const { error, started, sentAt } = row.analysis;
  const sentence = noteOf(row, now);
  const words = isOpen && error ? serviceWords(error) : '';
  const isSaid = next !== undefined && !isOpen && noteOf(next, now) === sentence;
  return (
    <>
      {sentence && !isSaid && <p class="note">{sentence}</p>}
      {words && <p class="note words">{words}</p>}
      {isOpen && started && (
        <p class="note">
          <code>{started.analysisId}</code>
        </p>
      )}
      {isOpen && sentAt !== undefined && <p class="note">{t('details_sent', exact(sentAt))}</p>}
    </>
  );
}

function noteOf(row: Row, now: number): string {
  const { state, error, account } = row.analysis;
  if (state === 'queued') return isShortWait(row) ? '' : `${waitPhrase(row, now)}.`;
  const isShown = state === 'failed' || state === 'unconfirmed';
  return isShown && error ? errorSentence(error, account?.address ?? '') : '';
}
