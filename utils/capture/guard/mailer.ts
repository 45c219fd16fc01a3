import type { Piece } from './piece.ts';
import { isPlaceholder, isRandom } from './value.ts';
import { words } from './words.ts';

/**
 * Parameters by which mailers know who has clicked: Mailchimp, Marketo, SendGrid, HubSpot, Klaviyo, Vero, Drip, Omeda, EveryAction,
 * Dotdigital, Blueshift, ActiveCampaign, Eloqua. Those of campaigns (`mc_cid`, `_hsmi`) are the same for all who got the mail.
 */
const RECIPIENTS = words(
  'mc_eid mkt_tok upn _hsenc _ke _kx vero_id vero_conv __s oly_enc_id oly_anon_id emdi dm_i bsft_uid bsft_eid vgo_ee elqtrackid elqcontactid',
  'ml_subscriber ml_subscriber_hash ck_subscriber_id subscriber_id subscriberid subscriber_hash recipient_id recipientid recipient rid',
  'contact_id contactid contact_hash contacthash lead_id leadid sc_uid et_rid sfmc_sub trk_contact ss_email_id mcunique inf_contact_key',
  'email_hash elq _ri_ spuserid sprecipientid emailhash hashed_email email_md5 email_sha256 em_hash emh uemail wickedid midtoken otptoken trkemail loid nlid subhash',
);

export function isRecipient({ name, value }: Piece, host: string): boolean {
  const lower = name.toLowerCase();
  if (isPlaceholder(value)) return false;
  if (RECIPIENTS.has(lower))
    return isRandom(value) || /^[\da-f]{8,64}$/i.test(value) || /^\d{5,}$/.test(value);
  // `tid` of phpList's tracker; `e` of Mailchimp's own pages.
  if (/(?:^|\.)list-manage\d?\.com$/.test(host)) return lower === 'e' && /^[\da-f]{8,}$/.test(value);
  return lower === 'tid' && isRandom(value, 20);
}
