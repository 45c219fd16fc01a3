import * as z from 'zod/mini';

export const VENDOR_ADDRESS = 'https://data.reversinglabs.com';

/** Who asks, and where: the service's origin and a user name such as `u/company/user`. Never the password. */
export const accountSchema = z.object({ address: z.string(), userName: z.string() });
export type Account = z.infer<typeof accountSchema>;

export interface Credentials extends Account {
  password: string;
}

/** Rate limit, quota and refusals belong to an account; this is the name under which they are kept. */
export function accountKey(account: Account): string {
  return `${account.address}|${account.userName}`;
}

export function isSameAccount(one: Account, other: Account): boolean {
  return accountKey(one) === accountKey(other);
}

/** The value of the Authorization header (RFC 7617, UTF-8). */
export function basicAuthorization(credentials: Credentials, encode: (text: string) => string): string {
  return `Basic ${encode(`${credentials.userName}:${credentials.password}`)}`;
}

const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost'];

/**
 * The origin of a service address as a user types it, or what is wrong with it.
 * `https` anywhere; `http` on loopback only, for the emulator. A path, a query and user-info are refused, not cut off.
 */
export function parseAddress(
  text: string,
): { origin: string } | { problem: 'address_not_url' | 'address_not_secure' | 'address_not_origin' } {
  const trimmed = text.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (!url || url.hostname === '') return { problem: 'address_not_url' };
  const isSecure = url.protocol === 'https:';
  const isLoopback = url.protocol === 'http:' && LOOPBACK_HOSTS.includes(url.hostname);
  if (!isSecure && !isLoopback) return { problem: 'address_not_secure' };
  const isOrigin = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  return isOrigin ? { origin: url.origin } : { problem: 'address_not_origin' };
}
