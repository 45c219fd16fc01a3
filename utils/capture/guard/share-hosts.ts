import type { Shape } from './shapes.ts';

/** An id that no page of a service's own is called by. */
const ID = '(?=[\\w-]*\\d|[\\w-]*[a-z][A-Z])[\\w-]';

/** What stands before the key, the host with it, and how long the key is at least; the host has little else than what was shared. */
const PLACES: readonly (readonly [string, number])[] = [
  // Transfers
  ['(?:www\\.)?swisstransfer\\.com/d/', 12],
  ['(?:www\\.)?transfernow\\.net/(?:[a-z]{2}/)?dl/', 8],
  ['filetransfer\\.io/data-package/', 6],
  ['(?:[\\w-]+\\.)?fromsmash\\.com/', 8],
  ['file\\.io/', 8],
  ['wormhole\\.app/\\w+#', 12],
  ['gofile\\.me/\\w+/', 6],
  ['(?:ln\\d\\.|www\\.)?sync\\.com/dl/\\w+(?:/|#)', 12],
  ['(?:fs\\.)[^/]+/share\\.cgi\\?ssid=', 6],
  // Drives
  ['disk\\.yandex\\.(?:ru|com)/[di]/', 10],
  ['(?:yadi\\.sk)/[di]/', 10],
  ['cloud\\.mail\\.ru/public/\\w{3,5}/', 6],
  ['pan\\.(?:baidu\\.com|quark\\.cn)/s/', 8],
  ['www\\.(?:aliyundrive|alipan)\\.com/s/', 8],
  ['(?:115|www\\.123pan)\\.com/s/', 8],
  ['share\\.weiyun\\.com/', 6],
  ['(?:my\\.hidrive\\.com|hidrive\\.ionos\\.com)/(?:lnk|share)/', 6],
  ['[\\w-]+\\.egnyte\\.com/[df]l/', 6],
  ['[\\w-]+\\.sharefile\\.(?:com|eu)/d-', 10],
  ['(?:[\\w-]+\\.)?app\\.box\\.com/v/', 12],
  ['www\\.dropbox\\.com/(?:l/scl|request|scl/l)/', 12],
  ['[^/]+/d/s/[\\w-]{16,}/', 16],
  // Papers, boards, dashboards
  ['docsend\\.com/view/', 6],
  ['share\\.clickup\\.com/[a-z]/[a-z]/[\\w-]+/', 6],
  ['app\\.powerbi\\.com/view\\?r=', 16],
  ['lookerstudio\\.google\\.com/s/', 8],
  ['p\\.datadoghq\\.(?:com|eu)/sb/', 12],
  ['onenr\\.io/', 8],
  ['my\\.skribble\\.com/view/', 12],
  ['(?:www\\.)?signnow\\.com/s/', 6],
  ['(?:[\\w-]+\\.)?onetimesecret\\.com/(?:private|secret|receipt)/', 10],
  ['nuudel\\.digitalcourage\\.de/', 12],
  ['framadate\\.org/', 12],
  ['terminplaner\\d*\\.dfn\\.de/(?:[a-z]{2}/)?[pb]/', 12],
  ['(?:www\\.)?tricount\\.com/', 14],
  // Rooms and groups
  ['wa\\.me/qr/', 8],
  ['(?:www\\.)?guilded\\.gg/i/', 6],
  ['chat\\.google\\.com/(?:room|u/\\d/app/room)/', 8],
  ['[\\w-]+\\.zoom\\.us/(?:meeting|webinar)/register/', 12],
  // Betas of apps
  ['appdistribution\\.firebase\\.(?:dev|google\\.com)/(?:pub/)?i/', 10],
  ['i\\.diawi\\.com/', 6],
  // Where somebody is
  ['(?:www\\.)?strava\\.com/beacon/', 8],
  ['(?:trip\\.uber\\.com|m\\.uber\\.com/share-trip)/', 8],
  ['glympse\\.com/', 9],
  ['video\\.nest\\.com/live/', 8],
  ['www\\.bolt\\.eu/ride-share/', 8],
];

export const SHARE_HOSTS: readonly Shape[] = PLACES.map(([place, least]) => [
  'invite',
  new RegExp(`^${place}(${ID}{${least},})`, 'd'),
]);
