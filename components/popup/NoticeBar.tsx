import type { Overview } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';

interface NoticeBarProps {
  overview: Overview;
  onOptions: () => void;
  /** Asks the browser for the permission; called in the click itself. */
  onAllow: (address: string) => void;
}

/** The one thing that the user has to do before anything goes out, if there is one. */
export function NoticeBar({ overview, onOptions, onAllow }: NoticeBarProps) {
  const sentence = noticeOf(overview);
  if (!sentence) return null;
  const { account } = overview.settings;
  const isPermission = account !== null && overview.isSignedIn && !overview.hasPermission;
  return (
    <div id="notice" class="notice" role="status">
      <p>{sentence}</p>
      {isPermission ? (
        <button id="allow" type="button" class="plain" onClick={() => onAllow(account.address)}>
          {t('notice_allow')}
        </button>
      ) : (
        <button type="button" class="plain" onClick={onOptions}>
          {t('notice_options')}
        </button>
      )}
    </div>
  );
}

/** In the order in which the queue meets what stands in its way. */
function noticeOf({ settings, isSignedIn, hasPermission, blocked }: Overview): string | null {
  if (!settings.account) return t('notice_account');
  if (!isSignedIn) return t('notice_sign_in');
  if (!hasPermission) return t('notice_permission', new URL(settings.account.address).host);
  if (blocked === 'unauthorized') return t('notice_credentials');
  if (blocked === 'forbidden') return t('notice_right');
  return null;
}
