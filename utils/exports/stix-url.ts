/** How a URL is written: so that nothing opens it, or as it is. */
export type Urls = 'defanged' | 'raw';

/** RFC 3986, appendix B: scheme, authority, path, query, fragment. */
const PARTS = /^([^:/?#]+:)(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?/s;

/** What can't stand there but as percent signs and digits: in user-info, host and path, and in query and fragment. */
const NOT_IN_PATH = /[^\w.~!$&'()*+,;=:@/%-]|%(?![\dA-Fa-f]{2})/gu;
const NOT_IN_QUERY = /[^\w.~!$&'()*+,;=:@/?%-]|%(?![\dA-Fa-f]{2})/gu;

/**
 * A URL as STIX has it: by RFC 3986, which forbids some characters that browsers leave as they are. Defanged it is still one,
 * unlike those on our pages: `hxxps://bad.test/`. User-info is masked then.
 */
export function stixUrl(href: string, urls: Urls): string {
  const [, scheme = '', authority = '', path = '', query = '', fragment = ''] =
    PARTS.exec(URL.parse(href)?.href ?? href) ?? [];
  const shown = urls === 'raw' ? authority : authority.replace(/^\/\/.*@/s, '//***@');
  const whole = [
    scheme,
    authorityOf(shown),
    encoded(path, NOT_IN_PATH),
    query && `?${encoded(query.slice(1), NOT_IN_QUERY)}`,
    fragment && `#${encoded(fragment.slice(1), NOT_IN_QUERY)}`,
  ].join('');
  return urls === 'raw' ? whole : whole.replace(/http(?=s?:\/\/)/gi, 'hxxp');
}

/** Brackets stand around an IPv6 address, and nowhere else. */
function authorityOf(authority: string): string {
  const [, before = '', address = ''] = /^(.*?)(\[[\dA-Fa-f:.]+\](?::\d*)?)?$/s.exec(authority) ?? [];
  return encoded(before, NOT_IN_PATH) + address;
}

function encoded(part: string, pattern: RegExp): string {
  return part.replace(pattern, (character) => encodeURIComponent(character.toWellFormed()));
}
