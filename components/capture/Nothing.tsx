import { t } from '@/utils/browser/i18n.ts';

/** In place of the list: nothing to read yet, or nothing found in it. */
export function Nothing({ isRead }: { isRead: boolean }) {
  return (
    <section class="nothing">
      <h2>{t(isRead ? 'found_none_title' : 'nothing_title')}</h2>
      <p>{t(isRead ? 'found_none' : 'nothing_yet')}</p>
    </section>
  );
}
