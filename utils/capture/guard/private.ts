import { isPrivateHost } from '../private-host.ts';
import { isTopLevel } from '../top-level.ts';

/** Beside the root zone: for examples and tests (RFC 2606), and networks of their own that everybody may enter. */
const OTHER = /^(?:example|test|invalid|onion|i2p|bit|eth)$/;

/** Names of the public DNS that only one's own network answers to: Tailscale's. */
const NETWORKS = /\.(?:ts\.net|beta\.tailscale\.net)\.?$/;

/** Names of the public DNS that lead everybody to their own machine, for those who develop. */
const OWN = /(?:^|\.)(?:lvh\.me|localtest\.me|vcap\.me|lacolhost\.com|local\.gd)\.?$/;

/** Names that spell out the address they lead to: nip.io, sslip.io, Plex. */
const SPELLED =
  /(?:^|[.-])((?:\d{1,3}[.-]){3}\d{1,3})\.(?:[\w-]+\.)?(?:nip\.io|sslip\.io|xip\.io|traefik\.me|plex\.direct)$/;

/** The same in hexadecimal. */
const HEX = /(?:^|[.-])([\da-f]{8})\.(?:nip|sslip)\.io$/;

/** Whether a host has a place in no public network: a private one, or a name whose end the root zone does not know. */
export function isInner(hostname: string): boolean {
  if (isPrivateHost(hostname) || NETWORKS.test(hostname) || OWN.test(hostname)) return true;
  const [, address] = SPELLED.exec(hostname) ?? [];
  if (address) return isPrivateHost(address.replaceAll('-', '.'));
  const [, hex] = HEX.exec(hostname) ?? [];
  if (hex) return isPrivateHost(new URL(`http://0x${hex}/`).hostname);
  const last = hostname.replace(/\.$/, '').split('.').at(-1) ?? '';
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

/** Parameters that name a host: `host=10.0.0.5`, `server=db.corp:5432`. */
const HOSTS =
  /^(?:host|hostname|server|servername|backend|upstream|proxy|endpoint|node|computer|machine|instance|dbhost|gateway)$/i;

/** Whether a parameter is the name of an inner host. */
export function isInnerName(name: string, value: string): boolean {
  if (!HOSTS.test(name) || !/^[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?$/.test(value)) return false;
  const host = value.replace(/:\d+$/, '');
  return !LOOPBACK.test(host) && isPrivateHost(host.toLowerCase());
}
