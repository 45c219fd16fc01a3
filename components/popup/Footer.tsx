import { Icon } from '@/components/Icon.tsx';
import { LIMIT } from '@/utils/analyses/gate.ts';
import { t } from '@/utils/browser/i18n.ts';

interface FooterProps {
  /** How many requests may go out now. */
  free: number;
  userName: string | null;
  onOptions: () => void;
}

export function Footer({ free, userName, onOptions }: FooterProps) {
  return (
    <footer>
      <span id="budget">{userName !== null && t('budget', free, LIMIT)}</span>
      <span class="user" title={userName ?? ''}>
        {userName}
      </span>
      <button
        id="options"
        type="button"
        class="quiet"
        aria-label={t('options_open')}
        title={t('options_open')}
        onClick={onOptions}
      >
        <Icon name="sliders" />
      </button>
    </footer>
  );
}
