import { t } from '@/utils/browser/i18n.ts';

/** What the user should know before a URL is sent. */
export function Sharing() {
  return (
    <section>
      <h2>{t('sharing_label')}</h2>
      <p>{t('sharing_customers')}</p>
      <p>{t('sharing_sender')}</p>
    </section>
  );
}
