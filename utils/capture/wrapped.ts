import { isPrivateElsewhere } from './guard/private.ts';
import type { Sighting } from './guard/sighting.ts';
import { guard } from './guard.ts';
import { unwrap } from './unwrap.ts';

/**
 * What the guard sees in the URLs that services wrapped in this one, each kind once. Their encodings leave no place of its own to
 * it: it stands in all of the part that holds the URL, and can't be left out singly. `href` must be a URL.
 */
export function guardWrapped(href: string, ownDomains: readonly string[]): Sighting[] {
  const outer = new URL(href);
  const layers = unwrap(href);
  const [first] = layers;
  if (!first) return [];
  const sightings = new Map<string, Sighting>();
  for (const { inner } of layers)
    for (const { kind, part } of guard(inner, { ownDomains })) {
      // As the guard reads the URLs that it finds by itself: the own machine tells nothing.
      const isTold =
        kind !== 'privateHost' || part.in !== 'host' || isPrivateElsewhere(new URL(inner), outer);
      const isInherited = part.in === 'fragment' && outer.hash !== '' && inner.endsWith(outer.hash);
      if (isTold && !sightings.has(kind))
        sightings.set(kind, { kind, part: isInherited ? fragmentOf(outer) : holderOf(outer, first.inner) });
    }
  return [...sightings.values()];
}

function fragmentOf({ href, hash }: URL): Sighting['part'] {
  return { in: 'fragment', start: href.length - hash.length + 1, end: href.length };
}

/** The query; the path where there is none, and both where the URL begins in the path and so goes on in the query. */
function holderOf({ href, pathname, search, hash }: URL, inner: string): Sighting['part'] {
  const end = href.length - (hash ? hash.length : Number(href.endsWith('#')));
  if (search && !pathname.includes(new URL(inner).hostname))
    return { in: 'query', start: end - search.length + 1, end };
  return { in: 'path', start: href.indexOf('/', href.indexOf('//') + 2), end };
}
