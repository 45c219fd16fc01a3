import { decodeBase64 } from './base64.ts';
import { percentDecoded } from './percent.ts';
import { valuesOf } from './query.ts';
import { domains, hosts, isOn, parameters, type Wrapper } from './wrapper.ts';

/** What search engines, social networks and mailings write over links. Those that hold an id only, as t.co, are not among them. */
export const REDIRECTORS = [
  { by: 'Bing', isAt: hosts('www.bing.com', 'bing.com'), textsIn: inBing },
  { by: 'Yahoo', isAt: hosts('r.search.yahoo.com'), textsIn: inYahooPath },
  {
    by: 'DuckDuckGo',
    isAt: hosts('duckduckgo.com', 'www.duckduckgo.com', 'html.duckduckgo.com'),
    textsIn: parameters(['uddg'], ['/l']),
  },
  {
    // https://engineering.fb.com/2012/09/14/security/a-faster-better-link-shim/
    by: 'Facebook',
    isAt: hosts('l.facebook.com', 'lm.facebook.com'),
    textsIn: parameters(['u'], ['/l.php']),
  },
  { by: 'Facebook', isAt: hosts('www.facebook.com', 'facebook.com'), textsIn: parameters(['u'], ['/l.php']) },
  { by: 'Instagram', isAt: hosts('l.instagram.com'), textsIn: parameters(['u'], ['/']) },
  { by: 'Messenger', isAt: hosts('l.messenger.com'), textsIn: parameters(['u'], ['/l.php']) },
  { by: 'WhatsApp', isAt: hosts('l.wl.co'), textsIn: parameters(['u'], ['/l']) },
  {
    by: 'LinkedIn',
    isAt: hosts('www.linkedin.com', 'linkedin.com'),
    textsIn: parameters(['url'], ['/redir/redirect', '/safety/go']),
  },
  { by: 'Slack', isAt: hosts('slack-redir.net'), textsIn: parameters(['url'], ['/link']) },
  {
    by: 'Steam',
    isAt: hosts('steamcommunity.com'),
    textsIn: parameters(['url', 'u'], ['/linkfilter']),
  },
  { by: 'Reddit', isAt: hosts('out.reddit.com'), textsIn: parameters(['url']) },
  {
    by: 'YouTube',
    isAt: hosts('www.youtube.com', 'm.youtube.com', 'youtube.com'),
    textsIn: parameters(['q'], ['/redirect']),
  },
  {
    by: 'VK',
    isAt: hosts('vk.com', 'www.vk.com', 'm.vk.com', 'away.vk.com'),
    textsIn: parameters(['to'], ['/away.php', '/away']),
  },
  { by: 'Disqus', isAt: hosts('disq.us'), textsIn: (url) => (isOn(url, ['/', '/url']) ? inDisqus(url) : []) },
  { by: 'Pocket', isAt: hosts('getpocket.com'), textsIn: parameters(['url'], ['/redirect']) },
  {
    // A host a customer and region: abc.r.eu-west-1.awstrack.me
    by: 'Amazon SES',
    isAt: domains('awstrack.me'),
    textsIn: (url) => {
      const [, kind, text] = url.pathname.split('/');
      return kind === 'L0' && text ? [percentDecoded(text)] : [];
    },
  },
] as const satisfies readonly Wrapper[];

/** A result's URL follows `a1`; an advertisement's has no such mark and is percent-encoded within. */
function inBing(url: URL): string[] {
  const values = valuesOf(url, ['u']);
  if (isOn(url, ['/aclick', '/aclk'])) return values.flatMap((value) => decodeBase64(value) ?? []);
  if (!isOn(url, ['/ck/a'])) return [];
  return values.flatMap((value) => (value.startsWith('a1') && decodeBase64(value.slice(2))) || []);
}

/** A step of the path: `/RU=URL/RK=2/…`. */
function inYahooPath(url: URL): string[] {
  const steps = url.pathname.split('/').filter((step) => step.startsWith('RU='));
  return steps.map((step) => percentDecoded(step.slice('RU='.length)));
}

/** A signature of 27 characters follows the URL after a colon. */
const SIGNATURE = /:[\w-]{27}$/;

function inDisqus(url: URL): string[] {
  return valuesOf(url, ['url']).map((value) => value.replace(SIGNATURE, ''));
}
