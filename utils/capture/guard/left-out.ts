/** From where to where something is cut out. */
export type Cut = readonly [from: number, to: number];

/** A URL without these parts of it, in their order, as `URL` writes it. */
export function leftOut(href: string, cuts: readonly Cut[]): string {
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
