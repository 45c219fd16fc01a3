import { listed } from '@/components/words.ts';
import type { Offer } from '@/utils/analyses/offer.ts';
import { MINUTE } from '@/utils/analyses/time.ts';
import type { Command } from '@/utils/background/commands.ts';
import type { Overview } from '@/utils/background/overview.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import { defangHost } from '@/utils/capture/defang.ts';
import { Notice } from './Notice.tsx';

interface NoticesProps {
  overview: Overview;
  now: number;
  onOptions: () => void;
  /** Opens what is held. */
  onHeld: () => void;
  /** Asks the browser for the permission; called in the click itself. */
  onAllow: (address: string) => void;
  onCommand: (command: Command) => void;
}

/** After this long nobody remembers the capture that it answers. */
const OFFERED = 10 * MINUTE;

/** What the user should know before all else: the answer to a capture that is under way, and what keeps the queue from going on. */
export function Notices({ overview, now, onOptions, onHeld, onAllow, onCommand }: NoticesProps) {
  const { offer, isHeld, isTroubled, settings, isSignedIn, hasPermission, unreadable } = overview;
  const { account } = settings;
  const held = overview.rows.filter(({ analysis }) => analysis.state === 'held').length;
  const need = needOf(overview);
  const toOptions = { label: t('notice_options'), onAct: onOptions };
  return (
    <>
      {offer && now - offer.offeredAt < OFFERED && (
        <Notice
          id="offer"
          sentence={offerSentence(offer)}
          label={t('send_anyway')}
          onAct={() => onCommand({ name: 'sendAnyway', batchId: offer.batchId })}
          onDismiss={() => onCommand({ name: 'dismissOffer', batchId: offer.batchId })}
        />
      )}
      {held > 0 && (
        <Notice id="review" sentence={tn('notice_held', held)} label={t('act_review')} onAct={onHeld} />
      )}
      {isHeld && (
        <Notice
          id="held"
          sentence={t('notice_hold')}
          label={t('release')}
          onAct={() => onCommand({ name: 'hold', isHeld: false })}
        />
      )}
      {account && isSignedIn && !hasPermission ? (
        <Notice
          id="allow"
          sentence={t('notice_permission', new URL(account.address).host)}
          label={t('notice_allow')}
          onAct={() => onAllow(account.address)}
        />
      ) : (
        need && <Notice id="notice" sentence={need} {...toOptions} />
      )}
      {isTroubled && <Notice id="troubled" sentence={t('notify_storage')} {...toOptions} />}
      {unreadable > 0 && <Notice id="unreadable" sentence={tn('unreadable', unreadable)} {...toOptions} />}
    </>
  );
}

/** What only the options help against, in the order in which the queue meets it. */
function needOf({ settings, isSignedIn, blocked }: Overview): string | null {
  if (!settings.account) return t('notice_account');
  if (!isSignedIn) return t('notice_sign_in');
  if (blocked === 'unauthorized') return t('notice_credentials');
  return blocked === 'forbidden' ? t('notice_right') : null;
}

function offerSentence({ items }: Offer): string {
  const [host = '', ...more] = new Set(items.map(({ href }) => defangHost(new URL(href).hostname)));
  const hosts = more.length > 0 ? t('hosts_more', host, more.length) : host;
  const names = new Set(items.map(({ platform }) => t(`platform_${platform}_name`)));
  return t('notice_offer', hosts, listed(names));
}
