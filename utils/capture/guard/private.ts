import { isPrivateHost } from '../private-host.ts';
import { isTopLevel } from '../top-level.ts';

/** Beside the root zone: for examples and tests (RFC 2606), and networks of their own that everybody may enter. */
const OTHER = /^(?:example|test|invalid|onion|i2p|bit|eth)$/;

/** Whether a host has a place in no public network: a private one, or a name whose end the root zone does not know. */
export function isInner(hostname: string): boolean {
  if (isPrivateHost(hostname)) return true;
  const [last = ''] = /[^.]*$/.exec(hostname.replace(/\.$/, '')) ?? [];
  return /[a-z]$/.test(last) && !isTopLevel(last) && !OTHER.test(last);
}

/** Each machine calls itself so: that tells nothing. */
const LOOPBACK = /^(?:localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/;

/** Whether a URL within another leads to an inner host, whose name is nobody else's business. */
export function isPrivateElsewhere(inner: URL, outer: URL): boolean {
  const { hostname, port, pathname } = inner;
  if (hostname === outer.hostname || LOOPBACK.test(hostname) || !isInner(hostname)) return false;
  // A word alone may be anything that somebody wrote behind a scheme.
  return /[.[]/.test(hostname) || port !== '' || pathname !== '/';
}
