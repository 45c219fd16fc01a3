import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Unwrapped, unwrap } from './unwrap.ts';

const innersOf = (href: string) => unwrap(href).map(({ inner }) => inner);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64Url = (text: string) => Buffer.from(text).toString('base64url');

const TARGET = 'https://a.test:8443/%C3%BC/b%2520c?d=1&e=%26#f';
const ENCODED = encodeURIComponent(TARGET);

type Case = [by: Unwrapped['by'], wrapped: string, inner: string];

const GATEWAYS: Case[] = [
  [
    'Microsoft Safe Links',
    `https://nam02.safelinks.protection.outlook.com/?url=${ENCODED}&data=05%7C01%7C&sdata=x%3D&reserved=0`,
    TARGET,
  ],
  [
    'Microsoft Safe Links',
    `https://nam.safelinks.protection.outlook.com/ap/w-59584e83/?url=${ENCODED}&data=05`,
    TARGET,
  ],
  [
    'Microsoft Safe Links',
    `https://eur02.safelinks.protection.outlook.com/GetUrlReputation?Url=${ENCODED}`,
    TARGET,
  ],
  ['Microsoft Safe Links', `https://safelinks.protection.outlook.com/?url=${ENCODED}`, TARGET],
  [
    'Microsoft Safe Links',
    'https://usg02.safelinks.protection.office365.us/?url=https%3A%2F%2Flore.kernel.org%2Fqemu-devel%2F1-0%40git.sr.ht%2F&data=05',
    'https://lore.kernel.org/qemu-devel/1-0@git.sr.ht/',
  ],
  ['Microsoft Safe Links', `https://dod.safelinks.protection.apps.mil/?url=${ENCODED}`, TARGET],
  ['Microsoft Safe Links', `https://cn1.safelinks.protection.outlook.cn/?url=${ENCODED}`, TARGET],
  ['Microsoft Safe Links', `https://cn1.safelinks.protection.partner.outlook.cn/?url=${ENCODED}`, TARGET],
  ['Microsoft Safe Links', `https://outlook.office.com/mail/safelink.html?corid=1&url=${ENCODED}`, TARGET],
  [
    'Microsoft Teams',
    `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${ENCODED}&locale=en-us`,
    TARGET,
  ],
  [
    'Proofpoint',
    'https://urldefense.proofpoint.com/v1/url?u=http://www.bouncycastle.org/&k=oIvRg1%2BdGAgOoM1BIlLLqw%3D%3D%0A&r=IKM5u8%2B',
    'http://www.bouncycastle.org/',
  ],
  [
    'Proofpoint',
    'https://urldefense.proofpoint.com/v1/url?u=https%3A%2F%2Fa.test%2F%3Fb%3D1%26amp%3Bc%3D2&k=x',
    'https://a.test/?b=1&c=2',
  ],
  [
    'Proofpoint',
    'https://urldefense.proofpoint.com/v2/url?u=http-3A__links.mkt3337.com_ctt-3Fkn-3D3-26ms-3DMzQ3OTg3MDQS1&d=DwMFaQ&c=Vxt5e0',
    'http://links.mkt3337.com/ctt?kn=3&ms=MzQ3OTg3MDQS1',
  ],
  [
    'Proofpoint',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__archive.ics.uci.edu_dataset_560_seoul-2Bbike-2Bsharing&d=DwMF-g&c=d',
    'https://archive.ics.uci.edu/dataset/560/seoul+bike+sharing',
  ],
  [
    'Proofpoint',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__a.test-3A8443_-25C3-25BC-3Fb-3D-252520-5F-2D-23c&d=D',
    'https://a.test:8443/%C3%BC?b=%2520_-#c',
  ],
  [
    'Proofpoint',
    'https://urldefense.com/v3/__https://google.com:443/search?q=a*test&gs=ps__;Kw!-612Flbf0JvQ3kNJkRi5Jg!Ue6tQudNKaShHg93trcd$',
    'https://google.com/search?q=a+test&gs=ps',
  ],
  [
    'Proofpoint',
    'https://urldefense.com/v3/__https://git.kernel.org/pub/scm/vireshk/pm.git/log/?h=cpufreq*arm*linux-next__;Ly8!!CTRNKA9w!1FkaXVRm8$',
    'https://git.kernel.org/pub/scm/vireshk/pm.git/log/?h=cpufreq/arm/linux-next',
  ],
  [
    'Proofpoint',
    'https://urldefense.us/v3/__https://github.com/intel/torch-ccl/releases/tag/v2.1.300*2Bxpu__;JQ!!G_uCf!ZDMnN0$',
    'https://github.com/intel/torch-ccl/releases/tag/v2.1.300%2Bxpu',
  ],
  [
    'Proofpoint',
    'https://urldefense.us/v3/__https:/w3c-ccg.github.io/citizenship-vocab/__;!!BClRuOV5!XTUw2g$',
    'https://w3c-ccg.github.io/citizenship-vocab/',
  ],
  ['Proofpoint', 'https://urldefense.com/v3/__https**Bexample.com/__;Oi8v!!tag$', 'https://example.com/'],
  [
    'Proofpoint',
    `https://urldefense.com/v3/__https://a.test/**A-*b**C#*__;${base64Url('üß~€𝄞@(!')}!!tag$`,
    'https://a.test/%C3%BC%C3%9F-~b%E2%82%AC%F0%9D%84%9E@(#!',
  ],
  [
    'Proofpoint',
    `https://urldefense.com/v3/__https://a.test/**_*__;${base64Url(`${'~'.repeat(65)}@`)}!!tag$`,
    `https://a.test/${'~'.repeat(65)}@`,
  ],
  [
    'Barracuda',
    'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fwww.lakeview.test%2freservations%3fpromo_code%3dGEO52125&c=E,1,gq-fB3,,&typo=1',
    'https://www.lakeview.test/reservations?promo_code=GEO52125',
  ],
  ['Cisco Secure Email', `https://secure-web.cisco.com/1z0v_U78rf_0-q8/${ENCODED}`, TARGET],
  [
    'Cisco Secure Email',
    'http://secure-web.cisco.com/1z0v/http%3A%2F%2Fwww.open-mpi.org%2F',
    'http://www.open-mpi.org/',
  ],
  ['Cisco Secure Email', 'https://secure-web.cisco.com/1z0v/https://a.test/b?c#d', 'https://a.test/b?c#d'],
  [
    'FireEye',
    'https://protect2.fireeye.com/v1/url?k=91329df7-cea9a478&q=1&e=50af1e33-8bdf&u=https%3A%2F%2Flore.kernel.org%2Fall%2F1-4-w%40google.com%2F',
    'https://lore.kernel.org/all/1-4-w@google.com/',
  ],
  [
    'FireEye',
    'https://protect2.fireeye.com/url?k=ccb9abe1&u=http://devicetree.org/schemas/samsung,tm2-audio.yaml#',
    'http://devicetree.org/schemas/samsung,tm2-audio.yaml',
  ],
  [
    'FireEye',
    'https://protect.fireeye.com/url?k=1&u=https://a.test/?b=1&c=%2B#d',
    'https://a.test/?b=1&c=%2B#d',
  ],
  [
    'Sophos',
    'https://us-east-2.protection.sophos.com/?d=marriott.com&u=aHR0cHM6Ly93d3cubWFycmlvdHQuY29tL2V2ZW50cy9zdGFydC5taT9pZD0xNjc1OTc3Mjk3Njk0JmtleT1HUlA=&i=NWE2',
    'https://www.marriott.com/events/start.mi?id=1675977297694&key=GRP',
  ],
  [
    'Sophos',
    'https://ca-central-1.protection.sophos.com/?d=example.com&u=aHR0cHM6Ly93d3cuZXhhbXBsZS5jb20vd2F0Y2g_dj1UdEZfZ0VrY1NCcw==&i=Njc1',
    'https://www.example.com/watch?v=TtF_gEkcSBs',
  ],
  [
    'Sophos',
    `https://eu-west-1.protection.sophos.com/?u=${base64('https://a.test/>>>?~~~')}&d=a.test`,
    'https://a.test/%3E%3E%3E?~~~',
  ],
  [
    'Symantec',
    'https://clicktime.symantec.com/38YrYPLxxSqYhBQLb1eruhW7Vc?u=http%3A%2F%2Fregistrationcenter-download.intel.com%2Fakdlm%2F12954%2Ff.tgz',
    'http://registrationcenter-download.intel.com/akdlm/12954/f.tgz',
  ],
  [
    'Symantec',
    'https://clicktime.symantec.com/15xVcHh2qpEgPv5boCzmK?h=QCYVzyLUm8=&u=https://awesomqa.com/ui/index.php?route%3Daccount/login',
    'https://awesomqa.com/ui/index.php?route=account/login',
  ],
  [
    'Trend Micro',
    'https://ddec1-0-en-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=https%3a%2f%2flore.kernel.org%2flkml%2f87y1fzkq8c.wl%2dtiwai%40suse.de%2fT%2f&umid=6a',
    'https://lore.kernel.org/lkml/87y1fzkq8c.wl-tiwai@suse.de/T/',
  ],
  [
    'Avanan',
    'https://url.avanan.click/v2/___https:/arxiv.org/abs/1908.10063___.YXAzOnNhcmFncmlsbG86YTpnOmZlNGVl',
    'https://arxiv.org/abs/1908.10063',
  ],
  [
    'Avanan',
    'https://url.avanan.click/v2/r01/___https:/papers.ssrn.com/sol3/papers.cfm?abstract_id=5680782___.YXAzOnNhcmFn',
    'https://papers.ssrn.com/sol3/papers.cfm?abstract_id=5680782',
  ],
  [
    'Check Point',
    'https://protect.checkpoint.com/v2/r01/___https%3A//msrc.microsoft.com/report/___.YzJ1OndlY29tbXVu',
    'https://msrc.microsoft.com/report/',
  ],
  [
    'Check Point',
    'https://protect.checkpoint.com/v2/r02/___https://meet.google.com/sbb-mnif-nvn___',
    'https://meet.google.com/sbb-mnif-nvn',
  ],
  [
    'Check Point',
    'https://protect.checkpoint.com/v2/___https://a.test:81/b____?c=___d#e_____.YzJ1',
    'https://a.test:81/b____?c=___d#e__',
  ],
  [
    'Libraesva',
    'https://urlsand.esvalabs.com/?u=https%3A%2F%2Farxiv.org%2Fabs%2F2502.10811&e=ed7a584b&h=456504aa&f=y&p=y',
    'https://arxiv.org/abs/2502.10811',
  ],
];

const REDIRECTORS: Case[] = [
  ['Google', `https://www.google.com/url?q=${ENCODED}&sa=D&usg=x`, TARGET],
  ['Google', `https://www.google.co.uk/url?sa=t&rct=j&q=&esrc=s&url=${ENCODED}&ved=0`, TARGET],
  ['Google', `https://google.com.br/url?q=${ENCODED}`, TARGET],
  ['Google', `http://www.google.de/url?q=https://a.test/b%26c&d=e`, 'https://a.test/b&c'],
  ['Google', 'https://www.google.com/url?q=https://a.test/?x=1&y=2', 'https://a.test/?x=1&y=2'],
  [
    'Google',
    'https://www.google.com/url?sa=t&url=https://a.test/?x=1&y=2&z=3',
    'https://a.test/?x=1&y=2&z=3',
  ],
  ['Google', 'https://www.google.com/url?q=https://a.test/?x=1&y=2&sa=D&usg=z', 'https://a.test/?x=1&y=2'],
  ['Google', 'https://www.google.com/url?q=https://a.test/?x=1&sa=D&usg=z', 'https://a.test/?x=1'],
  ['Google', 'https://www.google.com/url?q=https%3A%2F%2Fa.test%2F%3Fx=1&y=2', 'https://a.test/?x=1'],
  ['Google', 'https://maps.google.fr/url?q=http://a.test', 'http://a.test/'],
  ['Google', 'https://www.google.com/url?q=https%3A%2F%2Fa.test%2F#d%40e', 'https://a.test/#d%40e'],
  ['Google AMP', 'https://www.google.com/amp/s/a.test/b/c.html?d=1', 'https://a.test/b/c.html?d=1'],
  ['Google AMP', 'https://www.google.com/amp/a.test/b', 'http://a.test/b'],
  ['Google Ads', `https://www.googleadservices.com/pagead/aclk?sa=L&ai=x&adurl=${ENCODED}`, TARGET],
  [
    'Google Ads',
    'https://www.google.com/aclk?sa=l&adurl=https://a.test/?b=1&c=%2F',
    'https://a.test/?b=1&c=%2F',
  ],
  ['Google Ads', `https://googleads.g.doubleclick.net/dbm/clk?sa=L&adurl=${ENCODED}&gclid=x`, TARGET],
  ['Google Ads', `https://adclick.g.doubleclick.net/pcs/click?xai=x&adurl=${TARGET}`, TARGET],
  [
    'Google Ads',
    'https://ad.doubleclick.net/ddm/clk/472049650;277661009;k?http://www.digikey.cn',
    'http://www.digikey.cn/',
  ],
  ['Google Ads', `https://ad.doubleclick.net/searchads/link/click?lid=4&ds_dest_url=${TARGET}`, TARGET],
  [
    'Google Ads',
    'https://clickserve.dartsearch.net/link/click?&&ds_e_adid=1&ds_dest_url=https://shop.example/ip/pods?a=1&wl0=e',
    'https://shop.example/ip/pods?a=1&wl0=e',
  ],
  [
    'Bing',
    'https://www.bing.com/ck/a?!&&p=6dec2ffd7b6ef954&ptn=3&ver=2&u=a1aHR0cHM6Ly93d3cuaW5zdGFncmFtLmNvbS9lbnVhbmljdWx0dXJhbGZvcnVtLw&ntb=1',
    'https://www.instagram.com/enuaniculturalforum/',
  ],
  ['Bing', `https://www.bing.com/aclick?ld=e8&u=${base64Url(ENCODED)}&rlid=1`, TARGET],
  [
    'Yahoo',
    'https://r.search.yahoo.com/_ylt=A0geKLovoVtisIEAUapx.9w4;_ylu=Y29s/RV=2/RE=1650201007/RO=10/RU=https%3a%2f%2fgithub.com%2fsvenjacobs%2fleon/RK=2/RS=rHoItccMzwyZAXsJuDMkBaKUMx0-',
    'https://github.com/svenjacobs/leon',
  ],
  ['DuckDuckGo', `https://duckduckgo.com/l/?uddg=${ENCODED}&rut=abc`, TARGET],
  ['Facebook', `https://l.facebook.com/l.php?u=${ENCODED}&h=AT0`, TARGET],
  ['Facebook', `https://lm.facebook.com/l.php?u=${ENCODED}`, TARGET],
  ['Facebook', `https://www.facebook.com/l.php?u=${ENCODED}`, TARGET],
  ['Instagram', `https://l.instagram.com/?u=${ENCODED}&e=AT`, TARGET],
  ['Messenger', `https://l.messenger.com/l.php?u=${ENCODED}`, TARGET],
  ['WhatsApp', `https://l.wl.co/l?u=${ENCODED}`, TARGET],
  ['LinkedIn', `https://www.linkedin.com/redir/redirect?url=${ENCODED}&urlhash=x`, TARGET],
  ['LinkedIn', `https://www.linkedin.com/safety/go?url=${ENCODED}&trk=flagship-messaging-web`, TARGET],
  ['Slack', `https://slack-redir.net/link?url=${ENCODED}`, TARGET],
  [
    'Steam',
    `https://steamcommunity.com/linkfilter/?url=${TARGET.split('&')[0]}`,
    'https://a.test:8443/%C3%BC/b%20c?d=1',
  ],
  ['Steam', `https://steamcommunity.com/linkfilter/?u=${ENCODED}`, TARGET],
  ['Reddit', `https://out.reddit.com/t3_1?url=${ENCODED}&token=x`, TARGET],
  ['YouTube', `https://www.youtube.com/redirect?event=video_description&redir_token=x&q=${ENCODED}`, TARGET],
  ['VK', `https://vk.com/away.php?to=${ENCODED}&cc_key=`, TARGET],
  [
    'Disqus',
    'http://disq.us/url?url=http%3A%2F%2Fcodescrib.blogspot.com%2F%3AGTwU4dcq96lIEIpJc8INii4ptuY&cuid=104353',
    'http://codescrib.blogspot.com/',
  ],
  ['Pocket', `https://getpocket.com/redirect?url=${ENCODED}`, TARGET],
  [
    'Amazon SES',
    'https://4hs3rzdz.r.us-east-1.awstrack.me/L0/https:%2F%2Faws.amazon.com%2Fmarketplace%2Fhomepage%3Fa=b/1/0100017c18e8d88e/a08C=237',
    'https://aws.amazon.com/marketplace/homepage?a=b',
  ],
];

const CASES = [...GATEWAYS, ...REDIRECTORS];

describe('a wrapped URL', () => {
  it.each(CASES)('%s: %s', (by, wrapped, inner) => {
    expect(unwrap(wrapped)).toEqual([{ inner, by }]);
  });

  it.each([
    ['HTTPS://NAM02.SafeLinks.Protection.Outlook.COM/?url=https%3A%2F%2Fa.test%2F', 'https://a.test/'],
    ['https://www.google.com./url?q=https://a.test', 'https://a.test/'],
    ['https://user:pass@www.google.com:8443/url?q=https://a.test', 'https://a.test/'],
    ['  https://www.google.com/url?q=https://a.test\n', 'https://a.test/'],
    ['https://www.google.com/url?q=%20HTTPS://A.TEST/%0A', 'https://a.test/'],
    ['https://www.google.com/url?q=https://a.test/?b+c%2Bd', 'https://a.test/?b%20c+d'],
  ])('%j is read as a browser reads it', (wrapped, inner) => {
    expect(innersOf(wrapped)).toEqual([inner]);
  });

  it.each([1, 2, 3])('is found where it is percent-encoded %i times too often', (times) => {
    let encoded = ENCODED;
    for (let i = 0; i < times; i++) encoded = encodeURIComponent(encoded);
    for (const start of [
      'https://nam02.safelinks.protection.outlook.com/?url=',
      'https://l.facebook.com/l.php?u=',
      'https://secure-web.cisco.com/1z0v/',
    ]) {
      expect(innersOf(start + encoded)).toEqual([TARGET]);
    }
  });

  it('keeps bytes that are no UTF-8', () => {
    expect(innersOf('https://www.google.com/url?q=https%3A%2F%2Fa.test%2F%E9%2f%E9x%C3%A9')).toEqual([
      'https://a.test/%E9/%E9x%C3%A9',
    ]);
  });
});

describe('a host that only looks like a wrapper', () => {
  const lookalikes = CASES.flatMap(([, wrapped]) => {
    const { hostname } = new URL(wrapped);
    const registered = hostname.split('.').slice(-2).join('.');
    const rest = wrapped.slice(wrapped.indexOf(hostname) + hostname.length).replace(/^:443/, '');
    return [
      `https://${hostname}.evil.test${rest}`,
      `https://${hostname}@evil.test${rest}`,
      `https://evil.test/${hostname}${rest}`,
      `https://evil.test?https://${hostname}${rest}`,
      `https://${hostname.replace(registered, `evil${registered}`)}${rest}`,
      `https://${hostname.replace(registered, `evil-${registered}`)}${rest}`,
      `https://${hostname.replaceAll('.', '-')}.test${rest}`,
      `https://${hostname.replace(/\.[a-z]+$/, '.example')}${rest}`,
    ];
  });

  it.each([
    ...new Set(lookalikes),
    `https://evil-safelinks.protection.outlook.com/?url=${ENCODED}`,
    `https://evil-safelinks.protection.outlook.com.example/?url=${ENCODED}`,
    `https://evilctp.trendmicro.com/wis/clicktime/v1/query?url=${ENCODED}`,
    `https://www.google.evil.test/url?q=${ENCODED}`,
    `https://www.google.com.evil/url?q=${ENCODED}`,
    `https://www.google.co.test/url?q=${ENCODED}`,
    `https://www.google.xyz/url?q=${ENCODED}`,
    `https://sites.google.com/url?q=${ENCODED}`,
    `https://evil.www.google.com/url?q=${ENCODED}`,
    `https://mail.linkprotect.cudasvc.com/url?a=${ENCODED}`,
  ])('%s', (href) => {
    expect(unwrap(href)).toEqual([]);
  });
});

describe('what is not wrapped', () => {
  it.each([
    '',
    'no URL',
    'https://',
    'javascript:alert(1)',
    `ftp://www.google.com/url?q=${ENCODED}`,
    TARGET,
    'https://www.google.com/search?q=https://a.test',
    'https://www.google.com/url',
    'https://www.google.com/url?q',
    'https://www.google.com/url?q=',
    'https://www.google.com/url?q=/search%3Fq=a',
    'https://www.google.com/url?q=a.test',
    'https://www.google.com/url?Q=https://a.test',
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://www.google.com/url?q=ftp://a.test/',
    'https://www.google.com/url?q=https://',
    'https://www.google.com/amp/s/x',
    'https://nam02.safelinks.protection.outlook.com/?url=%ZZ',
    'https://statics.teams.cdn.office.net/evergreen-assets/other/?url=https://a.test',
    'https://protect-eu.mimecast.com/s/F6rYCAW0hl6wn3CQg3QZ?domain=a.test',
    'https://url.uk.m.mimecastprotect.com/s/F6rYCAW0hl6wn3CQg3QZ?domain=a.test',
    'https://us-east-2.protection.sophos.com/?d=rb.gy&b=990260467867425f&x=55f1&q=4bPL',
    'https://us-east-2.protection.sophos.com/?d=a.test&u=d3d3LmV4YW1wbGUuY29t',
    'https://us-east-2.protection.sophos.com/?d=a.test&u=*',
    `https://us-east-2.protection.sophos.com/?u=${Buffer.from('https://a.test/\xff', 'latin1').toString('base64')}`,
    'https://secure-web.cisco.com/1z0v_U78rf_0-q8',
    'https://www.bing.com/ck/a?u=a1L3ZpZGVvcy8',
    `https://www.bing.com/ck/a?u=b1${base64Url(TARGET)}`,
    'https://urldefense.com/v3/',
    'https://urldefense.com/v3/__https://a.test/',
    'https://urldefense.com/v3/__https://a.test/*__;Pw',
    'https://urldefense.com/v3/__https://exa*mple.com/__;!!tag$',
    'https://urldefense.com/v3/__https://a.test/**A__;Pw!!tag$',
    'https://urldefense.com/v3/__https**@a.test/__;Oi8v!!tag$',
    'https://urldefense.com/v3/__https://a.test/*__;P!@!!tag$',
    'https://urldefense.com/v3/__https://a.test/*__;_w!!tag$',
    'https://url.avanan.click/v2/___https://a.test/__',
    'https://url.avanan.click/v2/___',
    'https://url.avanan.click/v1/___https://a.test/___.x',
    'https://t.co/abc',
  ])('%j', (href) => {
    expect(unwrap(href)).toEqual([]);
  });

  it.each([
    'https://www.google.com/url?q=https://a.test&q=https://b.test',
    'https://www.google.com/url?q=https://a.test&url=https://b.test',
    `https://nam02.safelinks.protection.outlook.com/?url=${ENCODED}&url=https://b.test`,
  ])('%s leaves open which it is', (href) => {
    expect(unwrap(href)).toEqual([]);
  });

  it('is not in doubt where both say the same', () => {
    expect(innersOf('https://www.google.com/url?q=https://a.test&url=https%3A%2F%2Fa.test%2F')).toEqual([
      'https://a.test/',
    ]);
  });
});

describe('wrapped in wrapped', () => {
  const google = (href: string) => `https://www.google.com/url?q=${encodeURIComponent(href)}`;

  it('is followed, outermost first', () => {
    const checkPoint = `https://protect.checkpoint.com/v2/___${google(TARGET)}___.YzJ1`;
    const safeLink = `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(checkPoint)}`;
    expect(unwrap(safeLink)).toEqual([
      { inner: checkPoint, by: 'Microsoft Safe Links' },
      { inner: google(TARGET), by: 'Check Point' },
      { inner: TARGET, by: 'Google' },
    ]);
  });

  it('is followed no deeper than five layers', () => {
    const layers = [TARGET];
    for (let i = 0; i < 7; i++) layers.unshift(google(layers[0] ?? ''));
    expect(innersOf(layers[0] ?? '')).toEqual(layers.slice(1, 6));
  });
});

/** URLs in the form of `new URL().href`, with what encodings stumble over. */
const urls = fc
  .oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '*',
            '**A',
            '__;',
            '___',
            '___.',
            '!',
            '%',
            '%25',
            '%2F',
            '%E9',
            '&',
            '&u=',
            '?',
            '#',
            '+',
            ' ',
          ),
          fc.constantFrom(
            'ü',
            '€',
            '𝄞',
            '-',
            '_',
            '/',
            '//',
            '=',
            '~',
            ';',
            ':',
            '@',
            '$',
            "'",
            '"',
            'https://b.test/',
            '\\',
          ),
          fc.string({ maxLength: 4 }),
        ),
      )
      .map((parts) => `https://a.test/${parts.join('')}`),
  )
  .filter(URL.canParse)
  .map((text) => new URL(text).href);

/** A `*` or a run for all but these, with the alphabet of Proofpoint's decoder. */
function proofpointV3(href: string): string {
  const runs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let taken = '';
  const text = href.replace(/[^\w\-.:/?#&=]{1,65}/gu, (run) => {
    taken += run;
    const { length } = Array.from(run);
    return length === 1 ? '*' : `**${runs[length - 2]}`;
  });
  return `https://urldefense.com/v3/__${text}__;${base64Url(taken)}!!CTRNKA9w!1FkaXV$`;
}

const v2 = (href: string) =>
  Array.from(new TextEncoder().encode(href), (byte) => {
    const character = String.fromCharCode(byte);
    if (character === '/') return '_';
    return /[a-z\d.]/i.test(character) ? character : `-${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');

/** What a fragment's sign without a fragment is to a redirect: nothing. */
const withoutEmptyFragment = (href: string) => href.replace(/#$/, '');

describe('a URL that is wrapped', () => {
  it.each<[string, (href: string) => string]>([
    [
      'Safe Links',
      (href) => `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(href)}&data=05`,
    ],
    [
      'Safe Links, as a form encodes it',
      (href) =>
        `https://nam02.safelinks.protection.outlook.com/?${new URLSearchParams({ url: href })}&data=05`,
    ],
    ['Proofpoint v1', (href) => `https://urldefense.proofpoint.com/v1/url?u=${encodeURIComponent(href)}&k=x`],
    ['Proofpoint v2', (href) => `https://urldefense.proofpoint.com/v2/url?u=${v2(href)}&d=DwMFaQ&c=x`],
    ['Proofpoint v3', proofpointV3],
    ['Barracuda', (href) => `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(href)}&c=E,1,x`],
    ['Cisco', (href) => `https://secure-web.cisco.com/1z0v/${encodeURIComponent(href)}`],
    ['FireEye', (href) => `https://protect2.fireeye.com/v1/url?k=1&u=${encodeURIComponent(href)}`],
    ['Sophos', (href) => `https://eu-west-1.protection.sophos.com/?d=a.test&u=${base64(href)}&i=x`],
    ['Sophos, URL-safe', (href) => `https://eu-west-1.protection.sophos.com/?u=${base64Url(href)}`],
    ['Check Point', (href) => `https://protect.checkpoint.com/v2/r01/___${href}___.YzJ1OndlY29t`],
    ['Google', (href) => `https://www.google.com/url?sa=D&q=${encodeURIComponent(href)}&usg=x`],
    ['Bing', (href) => `https://www.bing.com/ck/a?!&&p=1&u=a1${base64Url(href)}&ntb=1`],
    ['Yahoo', (href) => `https://r.search.yahoo.com/_ylt=A/RV=2/RU=${encodeURIComponent(href)}/RK=2/RS=x-`],
    ['Facebook', (href) => `https://l.facebook.com/l.php?u=${encodeURIComponent(href)}&h=AT0`],
    ['Amazon SES', (href) => `https://a.r.eu-west-1.awstrack.me/L0/${encodeURIComponent(href)}/1/0100/x=1`],
  ])('by %s is itself again', (_, wrap) => {
    fc.assert(
      fc.property(urls, (href) => {
        fc.pre(!href.includes('&amp;'));
        expect(unwrap(wrap(href))[0]?.inner).toBe(href);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, (href: string) => string]>([
    ['Google Ads', (href) => `https://www.google.com/aclk?sa=l&adurl=${href}`],
    ['Campaign Manager', (href) => `https://ad.doubleclick.net/ddm/clk/1;2;k?${href}`],
    ['Search Ads', (href) => `https://clickserve.dartsearch.net/link/click?&&ds_dest_url=${href}`],
    ['FireEye', (href) => `https://protect2.fireeye.com/url?k=1&u=${href}`],
    ['Cisco', (href) => `https://secure-web.cisco.com/1z0v/${href}`],
  ])('by %s, not encoded, is itself again', (_, wrap) => {
    fc.assert(
      fc.property(urls, (href) => {
        // The standard encodes it in a query, so it is no longer what it was before anyone reads it.
        fc.pre(!href.includes("'"));
        expect(withoutEmptyFragment(unwrap(wrap(href))[0]?.inner ?? '')).toBe(withoutEmptyFragment(href));
      }),
      { numRuns: 500 },
    );
  });
});

describe('any text', () => {
  const MAX_GROWTH = 3;

  function expectSound(text: string) {
    let outer = URL.parse(text)?.href ?? '';
    const layers = innersOf(text);
    expect(layers.length).toBeLessThanOrEqual(5);
    expect(new Set([outer, ...layers]).size).toBe(layers.length + 1);
    for (const inner of layers) {
      expect(inner).toMatch(/^https?:\/\/[^/]/);
      expect(new URL(inner).href).toBe(inner);
      expect(inner.length).toBeLessThanOrEqual(outer.length * MAX_GROWTH);
      outer = inner;
    }
  }

  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '%',
      '%25',
      '*',
      '**',
      '__;',
      '___',
      '!',
      '&',
      '#',
      '=',
      'https://',
      '\ud800',
      '\0',
      '@',
      '%E2%82',
    ),
    fc.constantFrom(...CASES.map(([, wrapped]) => wrapped)),
  );

  it('never throws, and what it gives is a URL of the web', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), expectSound));
    fc.assert(fc.property(fc.webUrl(), expectSound));
  });

  it('never throws where a wrapped URL was damaged', () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(...CASES),
        fc.array(fc.tuple(fc.nat(300), fc.nat(20), odd), { minLength: 1, maxLength: 4 }),
      )
      .map(([[, wrapped], changes]) =>
        changes.reduce(
          (text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length),
          wrapped,
        ),
      );
    fc.assert(fc.property(damaged, expectSound), { numRuns: 5000 });
  });

  it('never throws at chance behind a wrapper', () => {
    const starts = CASES.map(([, wrapped, inner]) => {
      const at = [inner, inner.slice(0, 12), 'http', 'aHR0'].map((part) => wrapped.indexOf(part, 8));
      return wrapped.slice(
        0,
        at.find((index) => index > 0),
      );
    });
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.array(odd), (start, parts) =>
        expectSound(start + parts.join('')),
      ),
      { numRuns: 3000 },
    );
  });

  it('takes no long time over long texts', () => {
    const parts = [
      '*',
      '**',
      '%',
      '%25',
      '%E2',
      '_',
      '__;',
      '=',
      '&',
      '&u=',
      '/',
      'RU=',
      ':',
      'a',
      '+',
      '#',
      '!',
      'https:/',
    ];
    const start = process.cpuUsage();
    for (const [, wrapped] of CASES) {
      for (const part of parts) unwrap(wrapped + part.repeat(20_000 / part.length));
      unwrap(wrapped.replace('http', 'http'.repeat(5000)));
    }
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(10_000);
  });
});
