import type { Shape } from './shapes.ts';

/** Mailers' links that are made for one recipient, beside those that say so in a word. */
export const MAILS: readonly Shape[] = [
  // Brevo, Mandrill, Amazon SES, Customer.io, Salesforce, SparkPost, Campaign Monitor, HubSpot, Substack, Mailgun, beehiiv, Constant Contact, Sailthru
  ['unsubscribe', /^[^/]+\/mk\/(?:un|cl|mr|op)\/(?:[^/?#]+\/){0,4}([\w-]{10,})/d],
  ['unsubscribe', /^[^/]+\/track\/click(?:\.php)?\/\d+\/[^?#]*\?p=([\w=-]{16,})/d],
  ['unsubscribe', /^[^/]*awstrack\.me\/[LI]0\/[^?#]*\/([\w-]{16,}(?:=\d+)?)$/d],
  ['unsubscribe', /^[^/]+\/e\/[co]\/(eyJ[\w=-]{16,})/d],
  ['unsubscribe', /^[^/]+\/(?:[^?#]*)\?qs=([\da-f]{40,})/d],
  ['unsubscribe', /^[^/]+\/f\/a\/([\w-]{16,}~~)\//d],
  ['unsubscribe', /^[^/]*(?:createsend\d*|cmail\d+)\.com\/t\/([a-z]-[a-z]+-[\w-]{6,})/d],
  ['unsubscribe', /^[^/]+\/(?:Ctc|e3t\/Ctc)\/([^?#]{16,})/d],
  ['unsubscribe', /^[^/]+\/redirect\/(?:2\/)?(eyJ[\w.=-]{16,})/d],
  ['unsubscribe', /^[^/]+\/[cuo]\/(eJ[\w-]{40,})/d],
  ['unsubscribe', /^[^/]+\/(?:ss\/c|ls\/click|uni\/ss\/c)\/(u001\.[\w-]{16,})/d],
  ['unsubscribe', /^[^/]*rs6\.net\/tn\.jsp\?(?:[^#&]*&)?f=([\w-]{16,})/d],
  ['unsubscribe', /^[^/]+\/click\/\d+\.\d+\/([\w-]{16,})/d],
  ['unsubscribe', /^visitor\.constantcontact\.com\/do\?(?:[^#&]*&){0,6}m=([\w%-]{8,})/d],
  // Iterable, Klaviyo, Inxmail, CleverReach, Kit, GetResponse, Selligent, Account Engagement, Listrak, Sendy, Mautic, MailPoet, The Newsletter Plugin
  ['unsubscribe', /^[^/]+\/a\/click\?(?:[^#&]*&){0,4}_[te]=([\w-]{16,})/d],
  ['unsubscribe', /^[^/]*klclick\d?\.com\/l\/(\w{20,})/d],
  ['unsubscribe', /^[^/]+\/u\/(?:nrd|gm|un|register)\.php\?(?:[^#&]*&){0,3}(?:p|prm|u)=([\w-]{10,})/d],
  ['unsubscribe', /^[^/]+\/re\?l=(\w{8,})/d],
  ['unsubscribe', /^[^/]*convertkit-mail\d?\.com\/([a-zA-Z\d]{12,})/d],
  ['unsubscribe', /^[^/]+\/unsubscribe\.html\?(?:[^#&]*&){1,6}u=(\w{3,})/d],
  ['unsubscribe', /^[^/]+\/optiext(?:ension)?\/optiextension\.dll\?(?:[^#&]*&){0,3}ID=([\w%+-]{16,})/di],
  ['unsubscribe', /^[^/]+\/e\/\d+\/(?:[^?#]*\/)?\d+\?h=([\w-]{30,})/d],
  ['unsubscribe', /^[^/]+\/mpss\/c\/[\w-]+\/([\w.-]{6,})/d],
  ['unsubscribe', /^[^/]+\/l\/\w{8,24}\/\w{10}\/((?=\w*\d)(?=\w*[A-Z])\w{8,24})(?:[?#]|$)/d],
  ['unsubscribe', /^[^/]+\/r\/[\da-f]{20,40}\?(?:[^#&]*&){0,3}ct=([\w%=-]{20,})/d],
  ['unsubscribe', /^[^?#]*\?mailpoet_router&(?:[^#&]*&){0,4}data=([\w=-]{8,})/d],
  ['unsubscribe', /^[^?#]*\?na=\w+&(?:[^#&]*&){0,4}nk=([\w-]{8,})/d],
  // rapidmail, MailerLite
  [
    'unsubscribe',
    /^[^/]+\.emailsys\d\w\.net\/(?:mailing\/)?(?:\d+\/){2,5}(?:unsubscribe\/)?([\da-f]{10})(?:\.html|\/)/d,
  ],
  ['unsubscribe', /^[^/]+\/link\/c\/(YT0[\w=%-]{16,})/d],
  // Pixels that tell that a mail was opened
  [
    'unsubscribe',
    /^[^/]+\/(?:[^/?#]+\/){0,4}(?:open|o)\.(?:gif|png|php|aspx)\?(?:[^#&]*&){0,4}\w{1,12}=([\da-f]{32,64})(?:&|#|$)/d,
  ],
  ['unsubscribe', /^[^/]+\/(?:[^/?#]+\/){0,4}([\da-f]{32,64})\/(?:open|o)\.(?:gif|png)/d],
];
