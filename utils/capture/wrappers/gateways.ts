import { decodeBase64 } from './base64.ts';
import { betweenUnderscores } from './check-point.ts';
import { isEncoded } from './inner.ts';
import { PROOFPOINT } from './proofpoint.ts';
import { lastValueOf, valuesOf } from './query.ts';
import { domains, hosts, isOn, parameters, restOf, type Wrapper } from './wrapper.ts';

/**
 * What mail gateways write over the links of a message. Mimecast is not among them: its links hold an id, at most the host.
 * @see https://mimecastsupport.zendesk.com/hc/en-us/articles/34000782363539-Targeted-Threat-Protection-URL-Protect-Verifying-a-URL
 */
export const GATEWAYS = [
  {
    // https://learn.microsoft.com/en-us/defender-office-365/safe-links-about: a host a region, national clouds with their own.
    by: 'Microsoft Safe Links',
    isAt: domains(
      'safelinks.protection.outlook.com',
      'safelinks.protection.office365.us',
      'safelinks.protection.apps.mil',
      'safelinks.protection.outlook.cn',
      'safelinks.protection.partner.outlook.cn',
    ),
    // On each path: `/`, `/ap/x-59584e83/` from Office's apps, `/GetUrlReputation` from Outlook on the web.
    textsIn: parameters(['url', 'Url']),
  },
  {
    // Outlook on the web opens this page, which then asks Safe Links.
    by: 'Microsoft Safe Links',
    isAt: hosts('outlook.office.com', 'outlook.office365.com'),
    textsIn: parameters(['url'], ['/mail/safelink.html']),
  },
  {
    by: 'Microsoft Teams',
    isAt: hosts('statics.teams.cdn.office.net'),
    textsIn: (url) => (url.pathname.startsWith('/evergreen-assets/safelinks/') ? valuesOf(url, ['url']) : []),
  },
  PROOFPOINT,
  {
    by: 'Barracuda',
    isAt: hosts('linkprotect.cudasvc.com'),
    textsIn: parameters(['a'], ['/', '/url']),
  },
  { by: 'Cisco Secure Email', isAt: hosts('secure-web.cisco.com'), textsIn: behindSignature },
  {
    // Its first form has the URL unencoded and last.
    by: 'FireEye',
    isAt: hosts('protect.fireeye.com', 'protect2.fireeye.com'),
    textsIn: (url) => (isOn(url, ['/url', '/v1/url']) ? lastValueOf(url, 'u') : []),
  },
  {
    // A host a region: eu-central-1.protection.sophos.com
    by: 'Sophos',
    isAt: domains('protection.sophos.com'),
    textsIn: (url) => valuesOf(url, ['u']).flatMap((value) => decodeBase64(value) ?? []),
  },
  { by: 'Symantec', isAt: hosts('clicktime.symantec.com'), textsIn: parameters(['u']) },
  {
    // A host an appliance or region, all with one ending: ddec1-0-en-ctp.trendmicro.com
    by: 'Trend Micro',
    isAt: (host) => host.endsWith('-ctp.trendmicro.com') || host === 'ctp.trendmicro.com',
    textsIn: parameters(['url'], ['/wis/clicktime/v1/query']),
  },
  { by: 'Avanan', isAt: hosts('url.avanan.click'), textsIn: betweenUnderscores },
  { by: 'Check Point', isAt: hosts('protect.checkpoint.com'), textsIn: betweenUnderscores },
  { by: 'Libraesva', isAt: hosts('urlsand.esvalabs.com'), textsIn: parameters(['u'], ['/']) },
] as const satisfies readonly Wrapper[];

/** `/signature/URL`: percent-encoded as a rule, and then the outer query is none of the URL's. */
function behindSignature(url: URL): string[] {
  const start = url.pathname.indexOf('/', 1) + 1;
  if (start === 0) return [];
  const text = url.pathname.slice(start);
  return [isEncoded(text) ? text : restOf(url).slice(start)];
}
