import { piecesOf } from './piece.ts';
import type { Sighting } from './sighting.ts';

/** A URL without these parts of it, as `URL` writes it. Hosts stay. */
export function leftOut(href: string, parts: readonly Sighting['part'][]): string {
  const starts = new Set(parts.filter(({ in: part }) => part !== 'host').map(({ start }) => start));
  const cuts = piecesOf(href)
    .filter(({ start }) => starts.has(start))
    .map(({ cut }) => cut);
  const user = parts.find(({ in: part }) => part === 'userInfo');
  if (user) cuts.unshift([user.start, user.end + 1]);
  let kept = '';
  let at = 0;
  for (const [from, to] of cuts) {
    kept += href.slice(at, Math.max(at, from));
    at = Math.max(at, to);
  }
  const url = new URL(kept + href.slice(at));
  // What is left of an empty query or fragment goes, too.
  if (!url.hash) url.hash = '';
  if (!url.search) url.search = '';
  return url.href;
}
