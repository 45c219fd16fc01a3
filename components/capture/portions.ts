/**
 * So many analyses are stored at once. Browsers take a write of thousands as a whole, and Firefox ends a background that is busy
 * with one for minutes: of 50,000 no answer came.
 */
const AT_ONCE = 5000;

/** URLs in portions that can be stored at once, on so many platforms. */
export function portionsOf(hrefs: readonly string[], platforms: number): string[][] {
  const size = Math.max(1, Math.floor(AT_ONCE / platforms));
  const portions: string[][] = [];
  for (let index = 0; index < hrefs.length; index += size) portions.push(hrefs.slice(index, index + size));
  return portions;
}
