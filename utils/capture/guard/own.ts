/** An organization may have thousands, and each URL of a page is asked about. */
const known = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Whether a host is one of these domains, or under one. */
export function isWithin(hostname: string, domains: readonly string[]): boolean {
  if (domains.length === 0) return false;
  const hosts = known.get(domains) ?? new Set(domains.flatMap((domain) => hostOf(domain) ?? []));
  known.set(domains, hosts);
  const host = hostname.replace(/\.$/, '');
  for (let at = 0; ; ) {
    if (hosts.has(host.slice(at))) return true;
    const dot = host.indexOf('.', at);
    if (dot < 0) return false;
    at = dot + 1;
  }
}

/** As people write them: with a dot or an asterisk before, in upper case, internationalised. */
function hostOf(domain: string): string | undefined {
  return URL.parse(`http://${domain.trim().replace(/^\*?\./, '')}`)?.hostname.replace(/\.$/, '') || undefined;
}
