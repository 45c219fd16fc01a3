import type { Reading } from '@/utils/background/archive-feed.ts';
import { t } from '@/utils/browser/i18n.ts';

interface NothingProps {
  reading: Reading;
  /** How many records are no analyses that we can read. */
  unreadable: number;
  isNarrowed: boolean;
  onClear: () => void;
}

/** In place of the list: not read yet, nothing there, or nothing that is asked for. */
export function Nothing({ reading, unreadable, isNarrowed, onClear }: NothingProps) {
  // What could not be read may be what is asked for.
  if (reading?.isFailed || (unreadable > 0 && !isNarrowed)) {
    return (
      <section id="nothing" class="nothing">
        <h2>{t('list_failed_title')}</h2>
        <p>{t('list_failed_some')}</p>
      </section>
    );
  }
  if (reading) {
    return (
      <section id="nothing" class="nothing">
        <h2>{t('list_reading_title')}</h2>
        <p>{t('list_reading', reading.read, reading.all)}</p>
      </section>
    );
  }
  if (isNarrowed) {
    return (
      <section id="nothing" class="nothing">
        <h2>{t('list_no_match_title')}</h2>
        <p>{t('list_no_match')}</p>
        <p>
          <button type="button" class="plain" onClick={onClear}>
            {t('filter_clear')}
          </button>
        </p>
      </section>
    );
  }
  return (
    <section id="nothing" class="nothing">
      <h2>{t('list_empty_title')}</h2>
      <p>{t('analyses_empty')}</p>
    </section>
  );
}
