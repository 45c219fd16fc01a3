/** A URL in three parts that together are its defanged form; `host` is what the eye should find. */
export interface DefangedParts {
  before: string;
  host: string;
  after: string;
}

/** What is shown in place of user-info. */
export const MASK = '•••';

/**
 * A URL as it may be shown: defanged (`hxxps[:]//host[.]test/`), user-info masked, URLs within it defanged, too. It must be a
 * parseable http(s) URL.
 * @throws TypeError where `href` is no URL
 */
export function defangedParts(href: string): DefangedParts {
  const url = new URL(href);
  const userInfo = url.username || url.password ? `${MASK}@` : '';
  url.username = '';
  url.password = '';
  return {
    before: `${defangedScheme(url)}${userInfo}`,
    host: defangHost(url.hostname),
    after: defangUrls(url.href.slice(`${url.protocol}//${url.hostname}`.length)),
  };
}

/** `hxxps[:]//` */
export function defangedScheme({ protocol }: URL): string {
  return `${protocol.replace('http', 'hxxp').replace(':', '[:]')}//`;
}

/** The same in one string. */
export function defang(href: string): string {
  const { before, host, after } = defangedParts(href);
  return before + host + after;
}

const WEB = /^https?:\/\//i;

/** What a report calls a URL, in parts; all of it is `before` where it is none of the web. Where it was cut off, its end is kept. */
export function reportedParts(text: string): DefangedParts {
  const [, whole = '', cut = ''] = /^(.*?)(…?)$/s.exec(text) ?? [];
  if (!WEB.test(whole) || !URL.canParse(whole)) return { before: defangText(text), host: '', after: '' };
  const { after, ...parts } = defangedParts(whole);
  return { ...parts, after: after + cut };
}

/** The same in one string. */
export function defangReported(text: string): string {
  const { before, host, after } = reportedParts(text);
  return before + host + after;
}

/** A dot, also one of those that browsers take for it, and what is defanged already. */
const DOTS = /\[[.:]\]|[.。．｡]/g;

/** `login[.]example[.]test`; the colons of an IPv6 address are kept, its first one is defanged. */
export function defangHost(host: string): string {
  const isIpv6 = /:.*:/.test(host) && !host.includes('[:]');
  return (isIpv6 ? host.replace(':', '[:]') : host).replace(DOTS, (dot) => (dot.length > 1 ? dot : '[.]'));
}

/** A scheme with its colon, where slashes in either direction follow; then what stands between these and the path. */
const SCHEMES = /(?<![a-z\d+.-])([a-z\d+.-]*):(?=[\\/]{2})/gi;
const AUTHORITIES = /(\[:\][\\/]{2,})([^\s\\/?#&"'<>]+)/g;

/** How the URLs within a text are defanged: one after the other, each over the whole text. */
export const URL_STEPS: readonly { pattern: RegExp; by: (...groups: string[]) => string }[] = [
  { pattern: SCHEMES, by: (_, scheme = '') => `${scheme.replace(/tt(?=ps?$)/i, crossed)}[:]` },
  {
    pattern: AUTHORITIES,
    by: (_, start = '', authority = '') => {
      const at = authority.lastIndexOf('@');
      return `${start}${at < 0 ? '' : `${MASK}@`}${defangHost(authority.slice(at + 1))}`;
    },
  },
];

/** The URLs within a text defanged, all else as it is. */
export function defangUrls(text: string): string {
  return URL_STEPS.reduce((all, { pattern, by }) => all.replace(pattern, by), text);
}

function crossed(letters: string): string {
  return letters === 'TT' ? 'XX' : 'xx';
}

/** Endings of files that are no top-level domains. */
const FILES = new Set(
  (
    'apk asp aspx bat bin bmp cfg cmd css csv dat dll doc docm docx exe gif gz hta htm html ico img ini iso jar jpeg jpg js jse ' +
    'json jsp lnk log msi pdf php png ppt pptx rar rtf scr svg sys tar tmp txt vbe vbs wsf xls xlsm xlsx xml'
  ).split(' '),
);
const COMMON = ['com', 'net', 'org', 'info', 'biz'];

/** Names joined by dots, the last one with a letter in it. */
const NAMES =
  /(?<![\p{L}\p{N}_-])(?:[\p{L}\p{N}_-]+\.)+((?=[\p{N}-]*\p{L})[\p{L}\p{N}-]+)(?![\p{L}\p{N}_-])/gu;
const IPV4 = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d)/g;
const IPV6 = /(?<![\w:\]])[\da-f:]{3,}(?![\w:])/gi;

/**
 * What in a text from outside is a URL, a host or an address, defanged. What could be a host counts as one, but for names of
 * files and of threats: `Win32.Trojan.Emotet` and `kernel32.dll` stay as they are. Twice comes to the same as once.
 */
export function defangText(text: string): string {
  return defangUrls(text)
    .replace(IPV6, (part) => (isIpv6(part) ? defangHost(part) : part))
    .replace(IPV4, defangHost)
    .replace(NAMES, (names, last: string, offset: number, whole: string) => {
      const isSurely = whole[offset - 1] === '@' || /^:\d/.test(whole.slice(offset + names.length));
      return isSurely || isTopLevel(last) ? defangHost(names) : names;
    });
}

function isIpv6(text: string): boolean {
  return (text.includes('::') && /[\da-f]/i.test(text)) || text.split(':').length === 8;
}

/** Names of threats end in words such as `Emotet`; top-level domains are written in one case. */
function isTopLevel(name: string): boolean {
  const lower = name.toLowerCase();
  if (lower.startsWith('xn--')) return true;
  if (FILES.has(lower) || !/^\p{L}{2,24}$/u.test(name)) return false;
  return name === lower || name === name.toUpperCase() || lower.length === 2 || COMMON.includes(lower);
}
