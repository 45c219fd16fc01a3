import type { Piece } from './piece.ts';
import { isPlaceholder, isRandom, isUuid } from './value.ts';
import { words, wordsOf } from './words.ts';

/**
 * Parameters by which mailers know who has clicked: Mailchimp, Marketo, SendGrid, HubSpot, Klaviyo, Vero, Drip, Omeda, EveryAction,
 * Dotdigital, Blueshift, ActiveCampaign, Eloqua. Those of campaigns (`mc_cid`, `_hsmi`) are the same for all who got the mail.
 */
const RECIPIENTS = words(
  'sfmc_id sfmc_uid user_hash uhash userhash eh customer_hash cust custid custhash contactkey person_id personid profile_id pers_id',
  '_bhlid bhlid ssc_uid prm recipkey rcpt rcptid mailid mid_token subkey subscriberkey subscriber_key emailid email_id sm q_dl respondent respondent_id',
  'respondentid participant_id participantid panelist_id panelistid invitee invitee_id ajs_uid hashedemail email_sha1 em_sha256 sha256_email user_email_hash',
  'mc_eid mkt_tok upn _hsenc _ke _kx vero_id vero_conv __s oly_enc_id oly_anon_id emdi dm_i bsft_uid bsft_eid vgo_ee elqtrackid elqcontactid',
  'ml_subscriber ml_subscriber_hash ck_subscriber_id subscriber_id subscriberid subscriber_hash recipient_id recipientid recipient rid',
  'contact_id contactid contact_hash contacthash lead_id leadid sc_uid et_rid sfmc_sub trk_contact ss_email_id mcunique inf_contact_key',
  'cm_lm mi_u m_bt email_hash elq _ri_ spuserid sprecipientid emailhash hashed_email email_md5 email_sha256 em_hash emh uemail wickedid midtoken otptoken trkemail loid nlid subhash',
);

/** A hash of an address, or whoever a mailer writes to, by whatever name: `emailSha256`, `hash_email`, `recipientHash`. */
const NAMED =
  /^(?:user)?e?mail(?:address)?(?:hash|md5|sha\d{1,3}|hex)$|^(?:hash|hashed|md5|sha\d{1,3})e?mail(?:address)?$|^(?:recipient|subscriber|contact|prospect)(?:id|hash|key|uid|guid|token|code)?$/;

/** Names that are others', too; what is random and long under them is a recipient. */
const SHORT = words('eh cust sm emailid email_id mailid person_id personid profile_id custid participant_id');

export function isRecipient({ name, value }: Piece, host: string): boolean {
  const lower = name.toLowerCase();
  if (isPlaceholder(value)) return false;
  const joined = wordsOf(name).join('');
  if (RECIPIENTS.has(lower) || NAMED.test(joined))
    return (
      isUuid(value) ||
      isRandom(value, SHORT.has(lower) ? 16 : 8) ||
      /^(?=[A-Z]*\d)[A-Z\d]{20,40}$/.test(value) ||
      (/^[\da-f]{8,64}$/i.test(value) && !SHORT.has(lower)) ||
      (/^\d{5,}$/.test(value) && !SHORT.has(lower))
    );
  // `tid` of phpList's tracker; `e` of Mailchimp's own pages.
  if (/(?:^|\.)(?:list-manage\d?|campaign-archive\d?)\.com$|^mailchi\.mp$/.test(host))
    return lower === 'e' && /^[\da-f]{8,}$/.test(value);
  return lower === 'tid' && isRandom(value, 20);
}
