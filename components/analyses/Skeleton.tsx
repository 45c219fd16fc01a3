import { t } from '@/utils/browser/i18n.ts';

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

/** In place of the page while its first rows are read, if that takes long enough to be seen. */
export function Skeleton() {
  return (
    <main class="page" aria-busy="true">
      <h1 class="hidden">{t('analyses_title')}</h1>
      <p class="hidden" role="status">
        {t('list_reading_title')}
      </p>
      {ROWS.map((row) => (
        <div key={row} class="bone" />
      ))}
    </main>
  );
}
