import type { Brief } from './brief.ts';
import { isObject, listOf, numberOf, type Thing, textOf, unique } from './report-values.ts';

const LONGEST_URL = 500;
const LONGEST_HOST = 253;
const MOST_PORTS = 10;

function entriesIn(network: Thing, ...kinds: string[]): Thing[] {
  return kinds.flatMap((kind) => listOf(network[kind]).filter(isObject));
}

export function urlsOf(network: Thing): string[] {
  const urls = entriesIn(network, 'url', 'http').flatMap(({ url }) => textOf(url, LONGEST_URL) || []);
  return [...new Set(urls)];
}

export function domainsOf(network: Thing): string[] {
  const names = entriesIn(network, 'dns').flatMap(({ value }) => textOf(value, LONGEST_HOST) || []);
  return unique(names, (name) => name.toLowerCase());
}

/** Addresses that were spoken to, with their ports, and those that names resolved to. */
export function addressesOf(network: Thing): Brief['addresses'] {
  const ports = new Map<string, Set<number>>();
  const add = (ip: string, port?: number) => {
    if (!ip) return;
    const known = ports.get(ip) ?? new Set();
    ports.set(ip, port === undefined ? known : known.add(port));
  };
  for (const { destination_ip, destination_port } of entriesIn(network, 'tcp', 'udp', 'http')) {
    add(textOf(destination_ip, LONGEST_HOST), numberOf(destination_port));
  }
  for (const { address } of entriesIn(network, 'dns')) add(textOf(address, LONGEST_HOST));
  return [...ports].map(([ip, found]) => ({
    ip,
    ports: [...found].sort((one, other) => one - other).slice(0, MOST_PORTS),
  }));
}
