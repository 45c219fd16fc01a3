import type { Brief } from './brief.ts';
import { textOf } from './report-text.ts';
import { fieldOf, isObject, listOf, numberOf, type Thing, unique } from './report-values.ts';

const LONGEST_URL = 500;
/** A domain name's limit (RFC 1035 §2.3.4); no address is longer. */
const LONGEST_HOST = 253;
const MOST_PORTS = 10;

/** What was requested comes before what was only found in memory, of which there can be hundreds. */
export function urlsOf(network: Thing): string[] {
  const entries = [...listOf(network['http']), ...listOf(network['url'])];
  return textsIn(entries, 'url', LONGEST_URL);
}

/** Names are the same in any case. */
export function domainsOf(network: Thing): string[] {
  return unique(textsIn(listOf(network['dns']), 'value', LONGEST_HOST), (name) => name.toLowerCase());
}

/** Addresses that were spoken to, with their ports, and those that names resolved to. */
export function addressesOf(network: Thing): Brief['addresses'] {
  const found = new Map<string, number[]>();
  for (const kind of ['tcp', 'udp', 'http']) {
    for (const one of listOf(network[kind])) {
      if (isObject(one)) addTo(found, one['destination_ip'], one['destination_port']);
    }
  }
  for (const one of listOf(network['dns'])) {
    if (isObject(one)) addTo(found, one['address']);
  }
  return Array.from(found, ([ip, ports]) => ({ ip, ports: lowest(ports) }));
}

function addTo(found: Map<string, number[]>, address: unknown, portNumber?: unknown): void {
  const ip = textOf(address, LONGEST_HOST);
  if (!isIp(ip)) return;
  const ports = found.get(ip) ?? [];
  found.set(ip, ports);
  const port = numberOf(portNumber);
  if (port !== undefined && Number.isInteger(port) && port > 0 && port < 65_536) ports.push(port);
}

function lowest(ports: number[]): number[] {
  if (ports.length < 2) return ports;
  return [...new Set(ports)].sort((one, other) => one - other).slice(0, MOST_PORTS);
}

/** Where a name has no address, real reports say "none". */
function isIp(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) || /^[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*$/i.test(text);
}

function textsIn(entries: readonly unknown[], name: string, most: number): string[] {
  const texts = new Set(entries.map((one) => textOf(fieldOf(one, name), most)));
  texts.delete('');
  return [...texts];
}
