import { expect, it } from 'vitest';
import { guard } from '@/utils/capture/guard.ts';
import { malicious, posted } from '../corpus/corpus.ts';

/** Who is asked about each third link clicks the question away. */
const MOST = 0.03;

it.each([
  ['malicious.txt', () => malicious().map(({ href }) => href)],
  ['mixed.txt', () => posted().filter((text) => URL.canParse(text))],
])('asks on at most three in a hundred of %s', (name, read) => {
  const urls = read();
  const asked = urls.map((url) => guard(url)).filter((sightings) => sightings.length > 0);
  const kinds: Record<string, number> = {};
  for (const sightings of asked)
    for (const kind of new Set(sightings.map((sighting) => sighting.kind)))
      kinds[kind] = (kinds[kind] ?? 0) + 1;
  console.log(`${name}: ${asked.length}/${urls.length}`, kinds);
  expect(asked.length / urls.length).toBeLessThanOrEqual(MOST);
});
