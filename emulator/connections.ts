import { between, digest, seedOf } from './choice.ts';
import type { Analysed } from './submission.ts';
import { type Classification, isHarmful } from './verdict.ts';

/** `network` of a report, by kind. */
export type Connections = Readonly<Record<'url' | 'http' | 'tcp' | 'udp' | 'dns', readonly object[]>>;

interface Visit {
  method: 'GET' | 'POST';
  url: string;
  address: string;
}

const BROWSER = { process_id: 5476 };
const RESOLVER = { destination_ip: '192.0.2.53', destination_port: 53, ...BROWSER };
const TIME_SERVER = { destination_ip: '192.0.2.123', destination_port: 123, process_id: 1012 };

/** The target alone where it is harmless, else where it leads, too: names are of RFC 2606, addresses of RFC 5737. */
export function observeConnections(analysed: Analysed, classification: Classification): Connections {
  const own = visitTarget(analysed);
  if (!isHarmful(classification)) return describeConnections(own);
  const collector = visitCollector(analysed);
  const { tcp, udp, dns, ...rest } = describeConnections([...own, ...visitRedirects(analysed), collector]);
  const { hostname } = new URL(collector.url);
  return {
    ...rest,
    tcp: [...tcp, ...[8443, 2083].map((port) => destination(collector.address, port))],
    udp: [...udp, TIME_SERVER],
    dns: [...dns, { ...BROWSER, type: '65', value: hostname, address: 'none' }],
  };
}

export function describeConnections(visits: readonly Visit[]): Connections {
  const reached = visits.map(({ url, address }) => destination(address, portOf(url)));
  return {
    url: visits.map(({ url }) => ({ url, source: 'memory' })),
    http: visits.map(({ method, url }, i) => ({ ...reached[i], method, url })),
    tcp: reached,
    udp: visits.length === 0 ? [] : [RESOLVER],
    dns: visits.map(({ url, address }) => ({
      ...BROWSER,
      type: 'A (IP address)',
      value: new URL(url).hostname,
      address,
    })),
  };
}

function visitTarget({ target }: Analysed): Visit[] {
  return target.kind === 'url' ? [{ method: 'GET', url: target.url, address: '192.0.2.10' }] : [];
}

/** The same hosts on each platform, with paths of its own. */
function visitRedirects(analysed: Analysed): Visit[] {
  const ours = digest(analysed.target.sha1.toLowerCase()).slice(0, 6);
  const session = digest(seedOf(analysed)).slice(0, 8);
  const urls = [
    `http://go-${ours}.example/r?id=${ours}`,
    `https://signin-${ours}.test/session/${session}`,
    `http://cdn-${ours}.test:8080/kit/${session}.js`,
  ];
  return urls.map((url, i) => ({
    method: 'GET',
    url,
    address: `198.51.100.${between(1, 80, ours) + 80 * i}`,
  }));
}

/** A host of its own for each platform. */
function visitCollector(analysed: Analysed): Visit {
  const there = digest(seedOf(analysed)).slice(0, 6);
  const address = `203.0.113.${between(1, 254, there)}`;
  return { method: 'POST', url: `https://collect-${there}.example/form.php`, address };
}

function destination(address: string, port: number) {
  return { destination_ip: address, destination_port: port, ...BROWSER };
}

function portOf(url: string): number {
  const { port, protocol } = new URL(url);
  return Number(port) || (protocol === 'https:' ? 443 : 80);
}
