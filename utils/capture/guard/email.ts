import { isTopLevel } from '../top-level.ts';
import { isRandom } from './value.ts';

/** RFC 5322's atoms with dots, without `/`, `=`, `&`, `?`, `'`, which part others in a URL; letters of any language (RFC 6531). */
const LOCAL = /[\p{L}\p{M}\p{N}._%+~!-]{1,64}$/u;
const DOMAIN =
  /^(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.){1,8}[\p{L}\p{M}\p{N}-]{2,63}/u;

/** Reserved for examples, tests and private networks (RFC 2606, RFC 6762): an address there is one, too. */
const RESERVED = /^(?:example|test|invalid|local|lan|internal|intranet|corp|private|home)$/i;

/** What stands before `@` where it is no person: services' own names. */
const NOBODY = /^(?:git|hg|svn|ssh|x-access-token|oauth2)$/i;

/** Ids of chats, calls and calendars, not of mailboxes. */
const CHATS =
  /(?:^|\.)(?:thread\.(?:v2|skype|tacv2)|unq\.gbl\.spaces|g\.us|group\.(?:v\.)?calendar\.google\.com)$/i;

/** Whether a text holds a mail address. Each `@` is looked at once, and as far as an address reaches. */
export function hasEmail(written: string): boolean {
  const text = written.replace(/[＠﹫]|&(?:#64|#x40|commat);/gi, '@');
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = LOCAL.exec(text.slice(Math.max(0, at - 65), at))?.[0];
    const domain = DOMAIN.exec(text.slice(at + 1, at + 320))?.[0];
    if (local && domain && isAddress(local, domain, text.slice(0, at - local.length))) return true;
  }
  return OBFUSCATED.test(text);
}

/** `anna--at--example.com` (Mailman), `anna[at]example.com`, `anna(at)example.com` */
const OBFUSCATED = /[\w.+-]\s?(?:--at--|\[at\]|\(at\))\s?[\w-]{1,63}\.[a-z]{2,}/i;

function isAddress(local: string, domain: string, before: string): boolean {
  // A page that is named by an address: `anna@example.com.html`
  const page = /\.(?:html?|php|aspx?|jsp)$/i.exec(domain)?.index ?? 0;
  const labels = (page > domain.indexOf('.') ? domain.slice(0, page) : domain).split('.');
  const last = labels.at(-1) ?? '';
  if (!isTopLevel(last) && !RESERVED.test(last)) return false;
  // `jquery@3.7.zip`, `banner@2x.zip` have versions and sizes there.
  if (/^v?\d+x?$/i.test(labels[0] ?? '') && (labels.length === 2 || /^\d/.test(labels[1] ?? '')))
    return false;
  // `@alice@example.org` and `acct:` name an account of a network, published as such.
  if (/@$|acct:$/i.test(before)) return false;
  return !NOBODY.test(local) && !CHATS.test(domain) && !isMessageId(local, before);
}

/** `20240514091231.1234-3-anna@example.org` names a message, not a mailbox; `CA…=…@mail.gmail.com` and `….fsf@` do, too. */
function isMessageId(local: string, before: string): boolean {
  if ((local.endsWith('.fsf') && /\d/.test(local)) || /(?:^|\/)CA[\w+=-]{1,60}=$/.test(before.slice(-64)))
    return true;
  return local.length > 16 && (isRandom(local, 16) || /^\d{8,}[.-]/.test(local));
}

/**
 * The address that Cloudflare hides from harvesters: each byte is combined with the first.
 * @see https://developers.cloudflare.com/waf/tools/scrape-shield/email-address-obfuscation/
 */
export function fromCloudflare(hex: string): string {
  const [key = 0, ...bytes] = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return String.fromCharCode(...bytes.slice(0, 320).map((byte) => byte ^ key));
}
