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
  ['unsubscribe', /^[^/]+\/(?:[BC]tc|[es]\dt\/(?:[BC]tc|[a-z]))\/([^?#]{16,})/d],
  ['unsubscribe', /^[^/]+\/redirect\/(?:2\/)?(eyJ[\w.=-]{16,})/d],
  ['unsubscribe', /^[^/]+\/[cuo]\/(eJ[\w-]{40,})/d],
  ['unsubscribe', /^[^/]+\/(?:ss\/c|ls\/click|uni\/ss\/c)\/(u001\.[\w-]{16,})/d],
  ['unsubscribe', /^[^/]*rs6\.net\/[a-z]n\.jsp\?(?:[^#&]*&)?f=([\w-]{16,})/d],
  ['unsubscribe', /^[^/]+\/click\/\d+\.\d+\/([\w-]{16,})/d],
  ['unsubscribe', /^[^/]+\/(?:click|view|oc|join)\/([\da-f]{24}\w*\.\w+)\/[\da-f]{8}/d],
  ['unsubscribe', /^visitor\.constantcontact\.com\/do\?(?:[^#&]*&){0,6}m=([\w%-]{8,})/d],
  // Iterable, Klaviyo, Inxmail, CleverReach, Kit, GetResponse, Selligent, Account Engagement, Listrak, Sendy, Mautic, MailPoet, The Newsletter Plugin
  ['unsubscribe', /^[^/]+\/(?:a\/click|e\/\w{2,24})\?(?:[^#&]*&){0,4}_[ter]=([\w-]{16,})/d],
  ['unsubscribe', /^[^/]*klclick\d?\.com\/l\/(\w{20,})/d],
  ['unsubscribe', /^[^/]+\/u\/(?:nrd|gm|un|register)\.php\?(?:[^#&]*&){0,3}(?:p|prm|u)=([\w-]{10,})/d],
  ['unsubscribe', /^[^/]+\/re\?l=(\w{8,})/d],
  ['unsubscribe', /^[^/]*convertkit-mail\d?\.com\/([a-zA-Z\d]{12,})/d],
  ['unsubscribe', /^[^/]+\/(?:unsubscribe|click|open|view)\.html\?(?:[^#&]*&){1,6}u=(\w{3,})/d],
  ['unsubscribe', /^[^/]+\/optiext(?:ension)?\/optiextension\.dll\?(?:[^#&]*&){0,3}ID=([\w%+-]{16,})/di],
  ['unsubscribe', /^[^/]+\/e\/\d+\/(?:[^?#]*\/)?\d+\?h=([\w-]{30,})/d],
  ['unsubscribe', /^[^/]+\/mpss\/c\/[\w-]+\/([\w.-]{6,})/d],
  ['unsubscribe', /^[^/]+\/l\/\w{8,24}\/\w{8,24}\/((?=\w*\d)(?=\w*[A-Z])\w{8,24})(?:[?#]|$)/d],
  ['unsubscribe', /^[^/]+\/r\/[\da-f]{20,40}\?(?:[^#&]*&){0,3}ct=([\w%=-]{20,})/d],
  ['unsubscribe', /^[^?#]*\?mailpoet_router&(?:[^#&]*&){0,4}data=([\w=-]{8,})/d],
  ['unsubscribe', /^[^?#]*\?na=\w+&(?:[^#&]*&){0,4}nk=([\w-]{8,})/d],
  // Postmark, Bluecore, Account Engagement, ActiveCampaign, beehiiv, listmonk, phpList, CleverReach, Inxmail, Adobe Campaign, Acoustic, Responsys, Adestra
  ['unsubscribe', /^[^/]*pstmrk\.it\/\d\w{0,2}\/[^?#]*\/([\w-]{8,})$/d],
  ['unsubscribe', /^[^/]+\/els\/v\d\/([\w-]{10,})/d],
  ['unsubscribe', /^[^/]+\/u\/\d+\/([\da-f]{40,64})\/\d+/d],
  ['unsubscribe', /^[^/]+\/(?:[^/?#]+\/)?[lp]t\.php\?(?:[^#&]*&){0,3}x=([\w~-]{24,})/d],
  ['unsubscribe', /^[^/]+\/v1\/c\/([\w%-]{40,})/d],
  ['unsubscribe', /^[^/]+\/(?:link|campaign)\/[\da-f-]{36}\/(?:[\da-f-]{36}\/)?([\da-f-]{36})/d],
  ['unsubscribe', /^[^/]+\/(?:[^/?#]+\/){0,2}(?:ut|dl)\.php\?(?:[^#&]*&){0,3}u=([\da-f]{32})/d],
  ['unsubscribe', /^[^/]*cleverreach\.com\/[a-z]\/(?:[^/?#]+\/){0,3}(?=[\w-]*\d)([\w-]{12,})/d],
  ['unsubscribe', /^[^/]+\/[cmr]\/\d{6,}\/([\da-f]{8,12}-\w{5,8})(?:[/?#]|$)/d],
  ['unsubscribe', /^[^/]+\/(?:[^/?#]+\/)?d(?:\/d\.(?:html|pdf))?\?(?<random>[\w-]{20,})(?:#|$)/d],
  ['unsubscribe', /^[^/]+\/r\/\?(?:[^#&]*&){0,2}id=([a-z]?[\da-f]{6,},[\da-f]{5,},[\da-f]+)/d],
  ['unsubscribe', /^[^/]+\/(?:ctt|servlet\/MailView)\?(?:[^#&]*&){0,4}r=([\w-]{8,})/d],
  ['unsubscribe', /^[^/]+\/H\/\d\/(v[\w-]{16,})\//d],
  ['unsubscribe', /^[^/]+\.msgfocus\.com\/[a-z]\/(\w{12,})/d],
  // Maropost, Zeta, Interspire, and those who call it by its name
  ['unsubscribe', /^[^/]+\/rts\/go2\.aspx\?(?:[^#&]*&){0,3}tp=([\w-]{16,})/d],
  ['unsubscribe', /^[^/]+\/v\/443\/([\da-f]{40,})/d],
  ['unsubscribe', /^[^/]+\/(?:[^/?#]+\/)?link\.php\?M=(\d{3,})&N=\d/d],
  ['unsubscribe', /^[^/]+\/track\/(?:click|open)\/([\da-f]{32,})/d],
  // A reader's click or pixel at a network of people: Pinterest, Quora, X
  [
    'unsubscribe',
    /^[^/]+\/(?:q?email|mail)s?\/(?:click|open|tc|track)\/?\?(?:[^#&]*&){0,12}(?:user_id|uid|u)=([\w-]{6,})/d,
  ],
  ['unsubscribe', /^(?:twitter|x)\.com\/i\/redirect\?(?:[^#&]*&){0,6}sig=([\da-f]{32,})/d],
  // Proofpoint names whose mail it was: https://help.proofpoint.com (URL Defense, v2)
  ['unsubscribe', /^urldefense\.proofpoint\.com\/v2\/url\?(?:[^#&]*&){0,4}r=([\w-]{20,})/d],
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
