import { GATEWAYS } from './wrappers/gateways.ts';
import { GOOGLE } from './wrappers/google.ts';
import { parseInner } from './wrappers/inner.ts';
import { REDIRECTORS } from './wrappers/redirectors.ts';
import type { Wrapper } from './wrappers/wrapper.ts';

const WRAPPERS = [...GATEWAYS, ...GOOGLE, ...REDIRECTORS] as const satisfies readonly Wrapper[];

type WrapperName = (typeof WRAPPERS)[number]['by'];

/** A URL that was within another, and the service that had put it there. */
export interface Unwrapped {
  inner: string;
  by: WrapperName;
}

const MAX_LAYERS = 5;

/**
 * The URLs that mail gateways and redirectors have wrapped in this one, outermost first; none where nothing is wrapped, or where
 * its form leaves open which URL it is. Read from the text alone: nothing is asked of any host. Never throws.
 */
export function unwrap(href: string): Unwrapped[] {
  const layers: Unwrapped[] = [];
  const seen = new Set<string>();
  let outer = URL.parse(href);
  while (outer && layers.length < MAX_LAYERS) {
    seen.add(outer.href);
    const layer = layerIn(outer);
    if (!layer || seen.has(layer.inner)) break;
    layers.push(layer);
    outer = URL.parse(layer.inner);
  }
  return layers;
}

function layerIn(outer: URL): Unwrapped | undefined {
  if (outer.protocol !== 'http:' && outer.protocol !== 'https:') return undefined;
  const host = outer.hostname.endsWith('.') ? outer.hostname.slice(0, -1) : outer.hostname;
  for (const { by, isAt, textsIn } of WRAPPERS) {
    if (!isAt(host)) continue;
    const [inner, ...others] = new Set(textsIn(outer).flatMap((text) => innerOf(outer, text) ?? []));
    if (inner !== undefined) return others.length > 0 ? undefined : { inner, by };
  }
  return undefined;
}

/** A redirect without a fragment inherits that of the URL that led to it (RFC 9110 §10.2.2), and phishing pages read theirs. */
function innerOf(outer: URL, text: string): string | undefined {
  const inner = parseInner(text);
  if (inner && outer.hash && !inner.href.includes('#')) inner.hash = outer.hash;
  return inner?.href;
}
