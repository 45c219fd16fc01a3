/** Names that only a network of one's own knows: RFC 6761, RFC 6762 with its appendix G, RFC 8375, and what is used for it by custom. */
const PRIVATE_ENDS: ReadonlySet<string> = new Set([
  'local',
  'localhost',
  'internal',
  'intranet',
  'lan',
  'home.arpa',
  'corp',
  'private',
  'home',
  'localdomain',
  'fritz.box',
]);

/** IPv4 networks that the internet does not reach, as the address's beginning and how many of its bits count (RFC 6890). */
const PRIVATE_NETWORKS = (
  [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['240.0.0.0', 4],
  ] as const
).map(([address, bits]) => [numberOf(address) >>> (32 - bits), 32 - bits] as const);

/** Whether a URL leads to a host that only a private network knows. `hostname` as `URL` gives it. */
export function isPrivateHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return isPrivateIpv6(hostname.slice(1, -1));
  const host = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  const dot = host.lastIndexOf('.');
  if (dot < 0) return true;
  const last = host.charCodeAt(host.length - 1);
  if (last >= 48 && last <= 57 && /^\d+(\.\d+){3}$/.test(host)) return isPrivateIpv4(host);
  if (PRIVATE_ENDS.has(host.slice(dot + 1))) return true;
  return PRIVATE_ENDS.has(host.slice(host.lastIndexOf('.', dot - 1) + 1));
}

function isPrivateIpv4(address: string): boolean {
  const number = numberOf(address);
  return PRIVATE_NETWORKS.some(([network, shift]) => number >>> shift === network);
}

/** IPv4 as such (RFC 4291), behind NAT64 (RFC 6052), and in 6to4 (RFC 3056). */
const WITH_IPV4 =
  /^(?:(?:::(?:ffff:(?:0:)?)?|64:ff9b::)(?=[\da-f]+:[\da-f]+$)|2002:)([\da-f]+):([\da-f]+)(?::|$)/;

/** Loopback, unspecified, unique local (fc00::/7), link-local (fe80::/10) and what once was site-local (fec0::/10), and IPv4 in IPv6. */
function isPrivateIpv6(address: string): boolean {
  if (address === '::1' || address === '::') return true;
  if (/^f[cd]|^fe[89a-f]/.test(address)) return true;
  const [, high, low] = WITH_IPV4.exec(address) ?? [];
  if (high === undefined || low === undefined) return false;
  const bits = Number.parseInt(high, 16) * 2 ** 16 + Number.parseInt(low, 16);
  return isPrivateIpv4([24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.'));
}

function numberOf(address: string): number {
  let number = 0;
  let part = 0;
  for (let index = 0; index < address.length; index++) {
    const code = address.charCodeAt(index);
    if (code === 46) {
      number = number * 256 + part;
      part = 0;
    } else part = part * 10 + code - 48;
  }
  return number * 256 + part;
}
