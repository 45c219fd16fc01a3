import { isPrivateId } from '@/utils/analyses/keys.ts';
import { t } from '@/utils/browser/i18n.ts';

/** Beside a capture or an analysis, by its id: that it came from a private window. Nothing where it did not. */
export function PrivateMark({ id }: { id: string }) {
  if (!isPrivateId(id)) return null;
  return (
    <span class="private" title={t('private_title')}>
      {t('private_mark')}
    </span>
  );
}
