import { isPrivateHost } from '../private-host.ts';

/** Each machine calls itself so: that tells nothing. */
const LOOPBACK = /^(?:localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/;

/** Whether a URL within another leads to an inner host, whose name is nobody else's business. */
export function isPrivateElsewhere(inner: URL, outer: URL): boolean {
  const { hostname, port, pathname } = inner;
  if (hostname === outer.hostname || LOOPBACK.test(hostname) || !isPrivateHost(hostname)) return false;
  // A word alone may be anything that somebody wrote behind a scheme.
  return /[.[]/.test(hostname) || port !== '' || pathname !== '/';
}
