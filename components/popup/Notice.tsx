import { Icon } from '@/components/Icon.tsx';
import { t } from '@/utils/browser/i18n.ts';

interface NoticeProps {
  id: string;
  sentence: string;
  /** What its button says. */
  label: string;
  onAct: () => void;
  onDismiss?: () => void;
}

/** One sentence across the popup, and what the user can do about it. */
export function Notice({ id, sentence, label, onAct, onDismiss }: NoticeProps) {
  return (
    <div id={id} class="notice" role="status">
      <p>{sentence}</p>
      <button type="button" class="plain small" onClick={onAct}>
        {label}
      </button>
      {onDismiss && (
        <button
          type="button"
          class="quiet"
          aria-label={t('dismiss')}
          title={t('dismiss')}
          onClick={onDismiss}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
