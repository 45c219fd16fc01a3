import { describe, expect, it } from 'vitest';
import { findUrls } from '@/utils/capture/find-urls.ts';
import { refang } from '@/utils/capture/refang.ts';
import { NOTATIONS } from '@/utils/capture/testing.ts';
import { malicious, posted, reported, wpt } from '../corpus/corpus.ts';

const urls = [...malicious().map(({ text }) => text), ...posted()].filter((text) =>
  /^https?:$/.test(URL.parse(text)?.protocol ?? ''),
);

/** Those that are as they should be; the others are told. */
function count<T>(name: string, all: T[], isRight: (one: T) => boolean): number {
  const wrong = all.filter((one) => !isRight(one));
  console.log(`${name}: ${all.length - wrong.length}/${all.length}`, wrong.slice(0, 8));
  return wrong.length;
}

describe('a published report', () => {
  // Out of scope: hashes, e-mail addresses, and what has no dot.
  const inScope = reported().filter(({ fanged }) => fanged.includes('.') && !fanged.includes('@'));

  it('comes out line by line', () => {
    expect(inScope.length).toBeGreaterThan(800);
    const isFound = ({ defanged, fanged }: (typeof inScope)[number]) => {
      const [first, ...more] = findUrls(defanged).found;
      return (
        more.length === 0 &&
        first?.href === URL.parse(fanged.includes('://') ? fanged : `http://${fanged}`)?.href
      );
    };
    expect(count('found by line', inScope, isFound)).toBe(0);
    expect(count('refanged', inScope, ({ defanged, fanged }) => refang(defanged) === fanged)).toBe(0);
  });

  it('comes out as a whole, and nothing else does', () => {
    const { found } = findUrls(
      reported()
        .map(({ defanged }) => defanged)
        .join('\n'),
    );
    const wanted = new Set(
      inScope.map(({ fanged }) => URL.parse(fanged.includes('://') ? fanged : `http://${fanged}`)?.href),
    );
    expect(new Set(found.map(({ href }) => href))).toEqual(wanted);
  });
});

describe('URLs of the corpora', () => {
  it.each(Object.entries(NOTATIONS))('come back from %s', (name, notation) => {
    expect(count(name, urls, (url) => refang(notation(url)) === url)).toBe(0);
  });

  it('stay where they need no refanging', () => {
    expect(count('unchanged', urls, (url) => refang(url) === url)).toBe(0);
    const cases = wpt();
    expect(
      count("the URL standard's", cases, ({ text, href }) => URL.parse(refang(text))?.href === href),
    ).toBe(0);
  });

  it.each([
    ['lines', '\n', ''],
    ['prose', '”, then to “', '“'],
    ['Markdown', ') and [this](', '[that]('],
    ['a table', ' |\n| ', '| '],
    ['JSON', '","', '["'],
  ])('are found in %s', (name, between, before) => {
    const text = before + urls.join(between);
    const start = process.cpuUsage();
    const found = new Set(findUrls(text).found.map(({ href }) => href));
    const ms = process.cpuUsage(start).user / 1000;
    console.log(`${name}: ${Math.round((ms * 1_000_000) / text.length)} ms a megabyte`);
    // Some were taken from HTML's source as they stood there.
    const meant = (url: string) => (/&(?!amp;)/.test(url) ? url : url.replaceAll('&amp;', '&'));
    const wrong = count(name, urls, (url) => found.has(new URL(meant(url)).href));
    // Not found are those that end as no URL in a text does: with a stop, a bracket, an ellipsis.
    expect(wrong).toBeLessThan(urls.length / 200);
  });
});
