import { lastValueOf, valuesOf } from './query.ts';
import { hosts, isOn, type Wrapper } from './wrapper.ts';

/** https://www.google.com/supported_domains: by country, each list with what stands between `google` and it. */
const ENDINGS = new Set([
  'com',
  'cat',
  ...(
    'ad ae al am as at az ba be bf bg bi bj bs bt by ca cd cf cg ch ci cl cm cn cv cz de dj dk dm dz ee es fi fm fr ga ge gg gl gm gr ' +
    'gy hn hr ht hu ie im iq is it je jo ki kg kz la li lk lt lu lv md me mg mk ml mn mu mv mw ne nl no nr nu pl pn ps pt ro rs ru rw ' +
    'sc se sh si sk sm sn so sr st td tg tl tm tn to tt vu ws'
  ).split(' '),
  ...'ao bw ck cr id il in jp ke kr ls ma mz nz th tz ug uk uz ve vi za zm zw'
    .split(' ')
    .map((country) => `co.${country}`),
  ...(
    'af ag ar au bd bh bn bo br bz co cu cy do ec eg et fj gh gi gt hk jm kh kw lb ly mm mt mx my na ng ni np om pa pe pg ph pk pr py ' +
    'qa sa sb sg sl sv tj tr tw ua uy vc vn'
  )
    .split(' ')
    .map((country) => `com.${country}`),
]);

const PREFIX = /^(?:(?:www|maps|images)\.)?google\./;

/** `www.google.de` and its like, and no host that only looks so: `google.evil.test`. */
function isGoogle(host: string): boolean {
  const [prefix] = PREFIX.exec(host) ?? [];
  return prefix !== undefined && ENDINGS.has(host.slice(prefix.length));
}

const CLICKS = ['/aclk', '/pagead/aclk', '/dbm/clk', '/pcs/click'];

/** Google's results and mails, its AMP viewer and its advertising. */
export const GOOGLE = [
  { by: 'Google', isAt: isGoogle, textsIn: inUrl },
  { by: 'Google AMP', isAt: isGoogle, textsIn: inAmpPath },
  {
    // A destination is appended to a click's URL, often unencoded: https://support.google.com/admanager/answer/6081628
    by: 'Google Ads',
    isAt: (host) =>
      isGoogle(host) ||
      hosts(
        'www.googleadservices.com',
        'googleadservices.com',
        'ad.doubleclick.net',
        'googleads.g.doubleclick.net',
        'adclick.g.doubleclick.net',
      )(host),
    textsIn: (url) => (isOn(url, CLICKS) ? lastValueOf(url, 'adurl') : []),
  },
  {
    // Campaign Manager 360's click tracker: the query is the URL.
    by: 'Google Ads',
    isAt: hosts('ad.doubleclick.net'),
    textsIn: (url) => (/^\/ddm\/(?:clk|trackclk)\//.test(url.pathname) ? [url.search.slice(1)] : []),
  },
  {
    // Search Ads 360
    by: 'Google Ads',
    isAt: hosts('ad.doubleclick.net', 'clickserve.dartsearch.net'),
    textsIn: (url) =>
      isOn(url, ['/link/click', '/searchads/link/click']) ? lastValueOf(url, 'ds_dest_url') : [],
  },
] as const satisfies readonly Wrapper[];

/** What Google itself puts behind the URL. */
const OWN = /&(?:sa|ved|usg|source|cd|cad|rct|esrc|ei|opi|sntz|ust|uact|sig|psig|bvm|q|url|hl|usp|cshid)=/;

function inUrl(url: URL): string[] {
  return isOn(url, ['/url']) ? ['q', 'url'].flatMap((name) => inParameter(url, name)) : [];
}

/** A URL that is not encoded and has a query goes on behind its first `&`, up to what is Google's. */
function inParameter(url: URL, name: string): string[] {
  const values = valuesOf(url, [name]);
  const [whole = ''] = lastValueOf(url, name);
  const end = whole.search(OWN);
  const text = end < 0 ? whole : whole.slice(0, end);
  const query = text.indexOf('?');
  return values.length === 1 && query >= 0 && text.includes('&', query) ? [text] : values;
}

/** `/amp/s/host/path` for https, `/amp/host/path` for http. */
function inAmpPath(url: URL): string[] {
  const [, slash, rest] = /^\/amp\/(s\/)?(.+)$/.exec(url.pathname) ?? [];
  return rest?.includes('.') ? [`${slash ? 'https' : 'http'}://${rest}${url.search}`] : [];
}
