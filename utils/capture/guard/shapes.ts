import { percentDecoded } from '../wrappers/percent.ts';
import { KEY_HOSTS } from './key-hosts.ts';
import { MAILS } from './mails.ts';
import { PAPERS } from './papers.ts';
import { SHARE_HOSTS } from './share-hosts.ts';
import { SHARES } from './shares.ts';
import { isBlank, isPublicAddress, isRandom, isUuid } from './value.ts';
import { WEBHOOKS } from './webhooks.ts';

/**
 * A form of link whose last group is the key to it, from the host on; a group `random` must be random, too. Anchored, and each part
 * ends where it can only end.
 */
export type Shape = readonly [
  kind:
    | 'webhook'
    | 'invite'
    | 'personal'
    | 'token'
    | 'signature'
    | 'presigned'
    | 'unsubscribe'
    | 'privateHost',
  RegExp,
];

/** Links that are signed in their path, or hold a secret there by a documented form. */
const PATHS: readonly Shape[] = [
  // https://docs.oracle.com/en-us/iaas/Content/Object/Tasks/usingpreauthenticatedrequests.htm
  ['presigned', /^objectstorage\.[^/]+\/p\/([^/?#]{16,})\/n\//d],
  ['presigned', /^[^/]+\.objectstorage\.[^/]+\/p\/([^/?#]{16,})\/n\//d],
  // https://cloudinary.com/documentation/control_access_to_media#signed_delivery_urls
  ['signature', /^[^/]+\/(?:[^/?#]+\/){0,8}(s--[\w-]{8,32}--)\//d],
  // https://docs.imgproxy.net/usage/signing_url: a signature, then options
  ['signature', /^[^/]+\/(?:[^/?#]+\/){0,2}([\w-]{43}|[\w-]{22}|[\w-]{11})\/[a-z_]{1,24}:[^/?#]*\//d],
  // https://thumbor.readthedocs.io/en/latest/security.html
  ['signature', /^[^/]+\/(?:[^/?#]+\/){0,2}([\w-]{27}=)\/(?:\d+x\d+|fit-in|smart|trim|meta|filters:)/d],
  // Akamai's, in the path: https://techdocs.akamai.com/adaptive-media-delivery/docs/generate-a-token-and-apply-it
  ['signature', /^[^/]+\/(?:[^/?#]+\/){0,6}([^/?#]*~hmac=[^/?#]*)/d],
  // A signature and an end beside each other, in either order: nginx's secure_link, KeyCDN, Alibaba's type B and C.
  [
    'signature',
    /^[^/]+\/(?:[^/?#]+\/){0,4}([\w-]{22}|[\da-f]{32}|[\da-f]{40})\/(?:1[4-9]\d{8}|6[\da-f]{7})\//d,
  ],
  ['signature', /^[^/]+\/(?:[^/?#]+\/){0,4}(?:1[4-9]\d{8}|20\d{10})\/([\w-]{22}|[\da-f]{32}|[\da-f]{40})\//d],
  // The same with a comma between them: CDN77
  ['signature', /^[^/]+\/(?:[^/?#]+\/){0,4}([\w-]{22}|[\da-f]{32}|[\da-f]{40}),1[4-9]\d{8}\//d],
  [
    'signature',
    /^[^/]+\/(?:[^/?#]+\/){0,4}(?:hash|hmac|md5|sig|sign|st|token)[=-]([\w-]{20,64}),(?:e|end|exp|expires)[=-]\d{10}/d,
  ],
  // https://www.filestack.com/docs/security/policies/
  ['signature', /^[^/]+\/(?:[^/?#]+\/){0,2}security=[^/?#]*?s(?:ignature)?:([\da-f]{64})/d],
  // Edgio's encrypted token is all of the query of a file.
  ['signature', /^[^/?#]+\/[^?#]*\.\w{2,4}\?([\da-f]{96,})(?:[&#]|$)/d],
  // https://core.telegram.org/bots/api#making-requests
  ['token', /^api\.telegram\.org\/(?:file\/)?(bot\d{6,}:[^/?#]{20,})/d],
  // Calendars and feeds that open by their address: https://support.google.com/calendar/answer/37648
  ['token', /^calendar\.google\.com\/calendar\/.{0,200}\/(private-[\da-f]{16,})\//d],
  [
    'token',
    /^[^/]+\/(?:[^/?#]+\/){0,6}(?<random>[\w-]{24,})(?:\/[^/?#]{1,80}\.ics|\.(?:ics|rss|atom|opml))/d,
  ],
  [
    'token',
    /^[^/]+\/(?:[^/?#]+\/){0,6}(?:ical|ics|icalendar|calendar|calendars|webcal|feed|feeds|rss)\/(?:[^/?#]+\/){0,3}(?<random>[\w-]{20,}\.(?:ics|ical|rss|xml))/d,
  ],
  [
    'token',
    /^[^/]+\/(?:[^/?#]+\/){0,6}(?:ical|ics|icalendar|webcal|caldav|public-calendars)\/(?:[^/?#]+\/){0,3}(?<random>[\w-]{16,})(?:[/?#]|$)/d,
  ],
  ['token', /^p\d+-(?:caldav|calendars)\.icloud\.com\/published\/\d\/([\w-]{16,})/d],
  // https://learn.microsoft.com/en-us/dotnet/api/system.web.configuration.sessionstatesection.cookieless
  ['token', /^[^/]+\/(?:[^/?#]+\/){0,3}(\([SFAX]\([^/?#()]{12,}\)\))/d],
  // A secret behind its name.
  [
    'token',
    /^[^/]+\/(?:[^/?#]+\/){0,8}(?:\w{0,12}token|tokens|apikey|api[_-]key|key|secret|sessionid|session|sid|jwt|jeton)[/=](?<random>[\w.~-]{16,})(?:[/?#]|$)/di,
  ],
  [
    'token',
    /^[^/]+\/(?:[^/?#]+\/){0,8}(?:sid|session|sessionid|token|tok|key)[_-](?<random>[\w-]{20,})(?:[/?#]|$)/di,
  ],
  // A feed of one person, a calendar's host, a way in by a token that is no hash as kits make them; Teamup, Tableau
  ['token', /^[^/]+\/(?:[^/?#]+\/){0,3}feeds?\/(?:private|user|member|u)\/(?<random>[\w-]{20,})(?:[/?#]|$)/d],
  [
    'token',
    /^[^/]+\/(?:[^/?#]+\/){0,3}(?<random>[\w-]{24,})\/(?:rss|feed|podcast|atom)(?:\.xml)?(?:[?#]|$)/d,
  ],
  ['token', /^(?:webcal|ical|ics)\.[^/]+\/(?:[^/?#]+\/){0,3}(?<random>[\w-]{16,})(?:[/?#]|$)/d],
  [
    'token',
    /^[^?#]*\/(?:log-?in|sign-?in)(?:\/|\/?\?(?:[^#&]*&){0,3}[a-z]=)(?=[\da-f]*[g-zA-Z_-])(?<random>[\w-]{40,})(?:[&#]|$)/d,
  ],
  ['token', /^(?:www\.)?teamup\.com\/(ks\w{14,})/d],
  ['token', /^[^/]+\/trusted\/([\w=-]{16,}:[\w=-]{16,})/d],
  // Sessions in a path: cPanel, Oracle APEX, WebObjects
  ['token', /^[^/]+\/(cpsess\d{8,})/d],
  ['token', /^[^/]+\/(?:[^/?#]+\/){0,4}f\?p=\w+:\w+:(\d{9,})/d],
  ['token', /^[^/]+\/(?:[^/?#]+\/){0,4}wo\/(?<random>\w{16,})\/\d+(?:\.\d+)+/d],
  // A tracker's passkey, a key before a place on earth, an account before a television's stream
  ['token', /^[^/]+\/(?:[^/?#]+\/){0,2}([\da-f]{32,40})\/announce(?:[?#]|$)/d],
  ['token', /^[^/]+\/(?:[^/?#]+\/){0,3}([\da-f]{32})\/-?\d{1,3}\.\d+,-?\d/d],
  ['token', /^[^/]+\/(?:live|movie|series)\/[^/?#]+\/([^/?#]{6,})\/\d+\.(?:ts|m3u8|mp4|mkv)/d],
  ['token', /^[^/]+\/(?:[^/?#]+\/){0,3}rss\/(?:[^/?#]+\/){0,3}([\da-f]{32,40})\//d],
  // vBulletin's activation
  ['token', /^[^?#]*\/register\.php\?a=act&u=\d+&i=([\da-f]{8,40})/d],
  // An inner address that a gateway has written over: https://www.cisco.com/c/en/us/td/docs/security/asa/ (clientless VPN)
  ['privateHost', /^[^/]+\/(\+CSCO\+[\w+]{8,}\+\+)/d],
  // Moodle's files by token, calendars whose parameter opens them, Slack's sign-in by mail
  ['token', /^[^/]+\/(?:[^/?#]+\/){0,3}tokenpluginfile\.php\/([\da-f]{32})\//d],
  [
    'token',
    /^[^?#]*(?:ical|\.ics|calendar|webcal)[^?#]*\?(?:[^#&]*&){0,4}(?:t|k|s|h|u|id)=(?<random>[\w-]{16,})/d,
  ],
  ['token', /^(?:[^/]+\.)?slack\.com\/(?:t\/[\w-]+\/login\/)?(z-app-[\w-]{16,})/d],
];

const SHAPES: readonly Shape[] = [
  ...WEBHOOKS,
  ...SHARES,
  ...SHARE_HOSTS,
  ...KEY_HOSTS,
  ...PAPERS,
  ...PATHS,
  ...MAILS,
];

/** Where the keys of a link stand that has one of these forms. */
export function keysIn(href: string, host: number): { kind: Shape[0]; at: number }[] {
  const text = href.slice(host, host + LONGEST);
  return SHAPES.flatMap(([kind, shape]) => {
    const match = shape.exec(text);
    // The documentation's `T00000000/B00000000/XXXXXXXX`, `…/{token}`.
    if (isBlank(percentDecoded(match?.at(-1) ?? ''))) return [];
    const random = match?.groups?.['random'];
    if (random !== undefined && !isKey(random)) return [];
    const [start] = match?.indices?.at(-1) ?? [];
    return start === undefined ? [] : { kind, at: host + start };
  });
}

function isKey(value: string): boolean {
  return isUuid(value) || (isRandom(value, 12) && !isPublicAddress(value));
}

/** Far beyond each of the forms. */
const LONGEST = 4096;
