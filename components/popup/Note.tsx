import { exact } from '@/components/times.ts';
import { serviceWords } from '@/components/words.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';
import { noteOf } from './notes.ts';

interface NoteProps {
  row: Row;
  /** The row below it: what both would say is said there. */
  next: Row | undefined;
  now: number;
  isOpen: boolean;
}

/** Below an analysis: why it is where it is, and what to do; open, also what the service said. */
export function Note({ row, next, now, isOpen }: NoteProps) {
  const { error, started, sentAt, isFound } = row.analysis;
  const sentence = noteOf(row, now);
  const words = isOpen && error ? serviceWords(error) : '';
  const isSaid = next !== undefined && noteOf(next, now) === sentence;
  return (
    <>
      {sentence && !isSaid && <p class="note">{sentence}</p>}
      {words && <p class="note words">{words}</p>}
      {isOpen && started && (
        <p class="note">
          <code>{started.analysisId}</code>
        </p>
      )}
      {isOpen && isFound && <p class="note">{t('details_found')}</p>}
      {isOpen && sentAt !== undefined && <p class="note">{t('details_sent', exact(sentAt))}</p>}
    </>
  );
}
