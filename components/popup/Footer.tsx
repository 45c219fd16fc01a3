import { useRef } from 'preact/hooks';
import { Icon } from '@/components/Icon.tsx';
import { LIMIT } from '@/utils/analyses/slots.ts';
import { t } from '@/utils/browser/i18n.ts';

interface FooterProps {
  /** How many requests may go out now. */
  free: number;
  /** Whether there is a queue to hold. */
  isQueue: boolean;
  isHeld: boolean;
  userName: string | null;
  onHold: () => void;
  onOptions: () => void;
}

export function Footer({ free, isQueue, isHeld, userName, onHold, onOptions }: FooterProps) {
  // Once there, it stays: it must not go from under the pointer, or with the focus.
  const hasHold = useRef(false);
  hasHold.current ||= isQueue || isHeld;
  return (
    <footer>
      <span id="budget">{userName !== null && t('budget', free, LIMIT)}</span>
      {hasHold.current && (
        <button id="hold" type="button" class="quiet" onClick={onHold}>
          <Icon name={isHeld ? 'play' : 'pause'} />
          {t(isHeld ? 'release' : 'hold')}
        </button>
      )}
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
