import { Notice } from '@/components/popup/Notice.tsx';
import type { Reading } from '@/utils/background/archive-feed.ts';
import { t, tn } from '@/utils/browser/i18n.ts';

interface UnreadProps {
  reading: Reading;
  /** How many records are no analyses that we can read. */
  unreadable: number;
  onReadAgain: () => void;
  onOptions: () => void;
}

/** What is missing in the list, and what to do about it. */
export function Unread({ reading, unreadable, onReadAgain, onOptions }: UnreadProps) {
  return (
    <>
      {reading?.isFailed && (
        <Notice
          id="unread"
          sentence={t('list_failed', reading.read, reading.all)}
          label={t('list_failed_again')}
          onAct={onReadAgain}
        />
      )}
      {unreadable > 0 && (
        <Notice
          id="unreadable"
          sentence={tn('unreadable', unreadable)}
          label={t('notice_options')}
          onAct={onOptions}
        />
      )}
    </>
  );
}
