/** A URL in three parts that together are its defanged form; `host` is what the eye should find. */
export interface DefangedParts {
  before: string;
  host: string;
  after: string;
}

const MASK = '•••';

/**
 * A URL as it may be shown: defanged (`hxxps[:]//host[.]test/`), user-info masked. It must be a parseable http(s) URL.
 * @throws TypeError where `href` is no URL
 */
export function defangedParts(href: string): DefangedParts {
  const url = new URL(href);
  const userInfo = url.username || url.password ? `${MASK}@` : '';
  return {
    before: `${url.protocol.replace('http', 'hxxp').replace(':', '[:]')}//${userInfo}`,
    host: defangHost(url.hostname),
    after: `${url.port && `:${url.port}`}${url.pathname}${url.search}${url.hash}`,
  };
}

/** The same in one string. */
export function defang(href: string): string {
  const { before, host, after } = defangedParts(href);
  return before + host + after;
}

/** `login[.]example[.]test`; the colons of an IPv6 address are kept, its first one is defanged. */
export function defangHost(hostname: string): string {
  return hostname.startsWith('[') ? hostname.replace(':', '[:]') : hostname.replaceAll('.', '[.]');
}
