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
  ['(?:www|spaces)\\.hightail\\.com/(?:download|receive|space)/', 8],
  ['filebin\\.net/', 12],
  ['transfer\\.sh/', 6],
  ['files\\.fm/[uf]/', 8],
  // Drives
  ['icedrive\\.net/[0s]/', 8],
  ['workdrive\\.zoho(?:external|public)?\\.\\w+/(?:external|file|folder)/', 20],
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
  ['(?:www\\.)?signnow\\.com/s/', 6],
  ['(?:[\\w-]+\\.)?onetimesecret\\.com/(?:private|secret|receipt)/', 10],
  ['nuudel\\.digitalcourage\\.de/', 12],
  ['framadate\\.org/', 12],
  ['terminplaner\\d*\\.dfn\\.de/(?:[a-z]{2}/)?[pb]/', 12],
  ['(?:www\\.)?tricount\\.com/', 14],
  ['colab\\.research\\.google\\.com/drive/', 20],
  ['script\\.google\\.com/(?:a/)?macros/(?:[^/?#]+/)?s/', 20],
  ['keep\\.google\\.com/(?:u/\\d/)?#(?:NOTE|LIST)/', 16],
  ['lookerstudio\\.google\\.com/(?:u/\\d/)?reporting/', 20],
  ['www\\.tldraw\\.com/[rvf]/', 12],
  ['scrt\\.link/s#', 16],
  ['(?:web|my)\\.skribble\\.com/view/', 12],
  ['app\\.yousign\\.com/procedure/sign\\?k=', 12],
  // What was said in a meeting: Otter, Fireflies, Descript
  ['otter\\.ai/[us]/', 16],
  ['app\\.fireflies\\.ai/view/(?:[^/?#]*::)?', 12],
  ['share\\.descript\\.com/view/', 8],
  // Guests: Partiful, Paperless Post, when2meet
  ['partiful\\.com/e/', 12],
  ['www\\.paperlesspost\\.com/go/', 12],
  ['www\\.when2meet\\.com/\\?', 8],
  // Rooms and groups
  ['meet\\.jit\\.si/', 14],
  ['discord\\.new/', 10],
  ['zalo\\.me/g/', 6],
  ['classroom\\.github\\.com/a/', 8],
  ['vscode\\.dev/liveshare/', 16],
  ['teams\\.microsoft\\.com/l/(?:team|channel|chat)/19(?:%3a|:)', 20],
  ['wa\\.me/qr/', 8],
  ['(?:www\\.)?guilded\\.gg/i/', 6],
  ['chat\\.google\\.com/(?:room|u/\\d/app/room)/', 8],
  ['[\\w-]+\\.zoom\\.us/(?:meeting|webinar)/register/', 12],
  // Betas of apps
  ['play\\.google\\.com/apps/internaltest/', 16],
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
