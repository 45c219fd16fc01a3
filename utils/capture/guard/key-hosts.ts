import type { Shape } from './shapes.ts';

/** An id that no page of a service's own is called by. */
const ID = '(?=[\\w-]*\\d)[\\w-]';

/** What stands before the key of an account in a path, the host with it, and how long the key is at least. */
const PLACES: readonly (readonly [kind: Shape[0], place: string, least: number])[] = [
  // Gateways to chains: Infura, Alchemy, QuickNode, Ankr, Chainstack, GetBlock, BlastAPI, dRPC
  ['token', '[\\w-]+\\.infura\\.io/(?:ws/)?v3/', 32],
  ['token', '[\\w-]+(?:\\.g)?\\.alchemy(?:api)?\\.(?:com|io)/(?:nft/)?v\\d/', 20],
  ['token', '[\\w.-]+\\.quiknode\\.pro/', 32],
  ['token', 'rpc\\.ankr\\.com/(?:multichain/)?(?:[\\w-]+/)?', 32],
  ['token', '[\\w.-]+\\.(?:core\\.chainstack\\.com|p2pify\\.com|blastapi\\.io)/', 32],
  ['token', 'go\\.getblock\\.io/', 32],
  // Data by a key in the path: ExchangeRate-API, the Dark Sky form of weather services, TheSportsDB
  ['token', 'v\\d\\.exchangerate-api\\.com/v\\d/', 24],
  // Names of hosts that change their address: FreeDNS
  ['token', 'freedns\\.afraid\\.org/dynamic/update\\.php\\?', 16],
  ['token', 'sync\\.afraid\\.org/u/', 16],
  // Calendars that Outlook publishes
  ['token', 'outlook\\.(?:live|office|office365)\\.com/owa/calendar/[^/?#]+/', 16],
  ['token', 'accounts\\.google\\.com/AccountDisavow\\?adt=', 16],
  ['token', '[\\w-]+\\.okta(?:preview|-emea)?\\.com/welcome/', 12],
  ['token', 'login\\.tailscale\\.com/(?:a|admin/invite|uinv)/', 10],
  ['presigned', 'link\\.(?:[\\w]+\\.)?storjshare\\.io/(?:s|raw)/j', 20],
  // Collectors of requests: RequestBin, Request Inspector, Hookbin, Canarytokens
  ['webhook', 'requestbin\\.(?:com|net)/r/', 8],
  ['webhook', 'requestinspector\\.com/(?:inspect|r|p)/', 16],
  ['webhook', 'hookb\\.in/', 16],
  ['webhook', 'canarytokens\\.(?:com|org)/(?:[\\w-]+/){0,4}', 20],
  // Signs of life: Healthchecks by a project's key, UptimeRobot, StatusCake, Checkly, Oh Dear, Better Stack, Squadcast, iLert
  ['webhook', 'hc-ping\\.com/', 20],
  ['webhook', 'heartbeat\\.uptimerobot\\.com/m', 16],
  ['webhook', 'push\\.statuscake\\.com/\\?PK=', 10],
  ['webhook', 'ping\\.(?:checklyhq\\.com|ohdear\\.app)/', 20],
  ['webhook', 'api\\.squadcast\\.com/v\\d/incidents/(?:[\\w-]+/){1,2}', 24],
  ['webhook', 'api\\.ilert\\.com/api/(?:v1/)?(?:events|heartbeats)/(?:[\\w-]+/)?', 24],
  // Messages and deployments: WirePusher, Envoyer
  ['webhook', 'wirepusher\\.com/send\\?(?:[^#&]*&){0,4}id=', 6],
  ['webhook', 'envoyer\\.io/deploy/', 24],
];

export const KEY_HOSTS: readonly Shape[] = PLACES.map(([kind, place, least]) => [
  kind,
  new RegExp(`^${place}(${ID}{${least},})`, 'd'),
]);
