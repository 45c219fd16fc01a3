import { atBefore, endOf, readAt } from './defang-marks.ts';
import { type Host, readHost } from './read-host.ts';
import { isBareDomain, isTopLevel } from './top-level.ts';

/** What names joined by dots are in a text, where no scheme says it. `isSure` where a person need not look. */
export type Bare =
  | { kind: 'host'; isSure: boolean }
  | { kind: 'email' | 'network'; start: number; end: number };

const LOCAL = /[\w.+%-]{1,64}$/;
const BITS = /\/\d{1,3}(?![\w./?#-])/y;
const BYTE = /^(?:0|[1-9]\d{0,2})$/;
const LONGEST_NAME = 253;
const LABEL = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const IPV6 = /[\da-f]{1,4}(?:(?::|\[::?\])[\da-f]{0,4}){2,9}(?!\w|:|\[:)/iy;

/** What the host that stands from `start` on is, if it is anything. */
export function readBare(text: string, start: number, host: Host): Bare | undefined {
  const at = readAt(text, host.end);
  const domain = at && readHost(text, at, false);
  if (domain && domain.labels.length > 1) return { kind: 'email', start, end: domain.end };
  const isAddress = isIpv4(host.labels);
  const bits = isAddress ? endOf(BITS, text, host.end) : undefined;
  if (bits) return { kind: 'network', start, end: bits };
  if (!isAddress && !isDomain(host)) return undefined;
  const before = atBefore(text, start);
  if (before)
    return { kind: 'email', start: start - before - localLength(text, start - before), end: host.end };
  const isSure = host.kind === 'bracketed' || host.kind === 'loose';
  if (host.kind !== 'bracketed' && isInPath(text, start)) return undefined;
  return { kind: 'host', isSure: isSure && (isAddress || isTopLevel(host.labels.at(-1) ?? '')) };
}

/** An IPv6 address without brackets, with a prefix's length behind it or not. */
export function readBareIpv6(
  text: string,
  at: number,
): { end: number; name: string; isNetwork: boolean } | undefined {
  const end = /[\w:]/.test(text.charAt(at - 1)) ? undefined : endOf(IPV6, text, at);
  if (!end) return undefined;
  const name = `[${text.slice(at, end).replace(/[[\]]/g, '')}]`;
  // `Fade::Bar` and times have the form, too.
  if (!/\d/.test(name) || !URL.canParse(`http://${name}/`)) return undefined;
  const bits = endOf(BITS, text, end);
  return { end: bits ?? end, name, isNetwork: bits !== undefined };
}

function isIpv4(labels: readonly string[]): boolean {
  return labels.length === 4 && labels.every((label) => BYTE.test(label) && Number(label) < 256);
}

function isDomain({ labels, name, kind }: Host): boolean {
  if (labels.length < 2 || name.length > LONGEST_NAME || !labels.every((label) => LABEL.test(label)))
    return false;
  const last = labels.at(-1) ?? '';
  if (kind === 'plain') return isBareDomain(labels);
  return kind === 'bracketed' ? /^(?:\p{L}[\p{L}\p{M}]+|xn--[a-z\d-]+)$/iu.test(last) : isTopLevel(last);
}

/** `C:\tools\run.cc` and `/opt/run.cc` are files. */
function isInPath(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  return before === '\\' || (before === '/' && text.charAt(start - 2) !== '/');
}

function localLength(text: string, end: number): number {
  return LOCAL.exec(text.slice(Math.max(0, end - 64), end))?.[0].length ?? 0;
}
