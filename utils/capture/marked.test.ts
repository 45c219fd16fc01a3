import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defang } from './defang.ts';
import { guard } from './guard.ts';
import { type MarkedPart, markedParts, type Place } from './marked.ts';
import { webUrl } from './testing.ts';

/** Marked parts in braces. */
function shown(href: string, places: readonly Place[]): string {
  return markedParts(href, places)
    .map(({ text, of }) => (of.length > 0 ? `{${text}}` : text))
    .join('');
}

function placeOf(href: string, text: string): Place {
  const start = href.indexOf(text);
  return { start, end: start + text.length };
}

const whole = (parts: readonly MarkedPart[]) => parts.map(({ text }) => text).join('');

describe('what is marked in a defanged URL', () => {
  it.each([
    ['https://a.test/reset?token=s3cret&x=1', 's3cret', 'hxxps[:]//a[.]test/reset?token={s3cret}&x=1'],
    ['https://a.test/r', 'a.test', 'hxxps[:]//{a[.]test}/r'],
    ['http://me:pw@a.test/', 'me:pw', 'hxxp[:]//{•••}@a[.]test/'],
    [
      'https://a.test/?u=http://b.test/x&k=9',
      'http://b.test/x',
      'hxxps[:]//a[.]test/?u={hxxp[:]//b[.]test/x}&k=9',
    ],
    ['https://a.test/?u=http://b.test/x&k=9', '9', 'hxxps[:]//a[.]test/?u=hxxp[:]//b[.]test/x&k={9}'],
    ['https://a.test/?u=http://me:pw@b.test/', 'me:pw', 'hxxps[:]//a[.]test/?u=hxxp[:]//{•••@b[.]}test/'],
    ['https://a.test/?u=http:\\\\b.test&k=9', 'k=9', 'hxxps[:]//a[.]test/?u=hxxp[:]\\\\b[.]test&{k=9}'],
  ])('in %s of %s', (href, text, expected) => {
    expect(shown(href, [placeOf(href, text)])).toBe(expected);
  });

  it('may be two in one place', () => {
    const href = 'http://intra.corp.test/?a=secret';
    const host = placeOf(href, 'intra.corp.test');
    expect(markedParts(href, [host, host, placeOf(href, 'secret')]).map(({ of }) => of)).toEqual([
      [],
      [0, 1],
      [],
      [2],
    ]);
  });

  const wild = fc
    .tuple(
      fc.constantFrom('http://a.test/', 'https://u:p@a.test:8080/', 'http://[::1]/', 'http://b.test./?u='),
      fc.array(
        fc.oneof(
          fc.constantFrom(
            'http://',
            'https:\\\\',
            '[:]//',
            'u:p@',
            'b.test',
            '//',
            '?',
            '#',
            '&',
            '=',
            '/',
            '.',
            '@',
            '日',
            '%2F',
          ),
          fc.string({ maxLength: 4 }),
        ),
        { maxLength: 12 },
      ),
    )
    .map(([start, parts]) => start + parts.join(''))
    .filter((text) => URL.canParse(text))
    .map((text) => new URL(text).href);
  const places = fc.array(
    fc
      .tuple(fc.nat(200), fc.integer({ min: -5, max: 60 }))
      .map(([start, length]) => ({ start, end: start + length })),
    { maxLength: 4 },
  );

  it('takes nothing from the URL and adds nothing to it, whatever is marked', () => {
    fc.assert(
      fc.property(fc.oneof(webUrl(), wild), places, (href, some) => {
        expect(whole(markedParts(href, some))).toBe(defang(href));
      }),
      { numRuns: 3000 },
    );
  });

  it('covers each character of a place, and of the rest what can’t be parted from it', () => {
    fc.assert(
      fc.property(wild, fc.nat(200), fc.integer({ min: 1, max: 40 }), (href, start, length) => {
        const place = { start, end: Math.min(start + length, href.length) };
        const parts = markedParts(href, [place]);
        const marked = parts.filter(({ of }) => of.length > 0);
        expect(marked.length > 0).toBe(place.start < place.end);
        // What is plain on both sides of it stands there as in the URL.
        const before = whole(
          parts.slice(
            0,
            parts.findIndex(({ of }) => of.length > 0),
          ),
        );
        if (marked.length > 0) expect(defang(href).startsWith(before)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is what the guard saw, in one piece for each', () => {
    const href =
      'https://shop.test/reset-password?token=8f14e45fceea167a5a36dedd4bea2543&mail=anna@example.test';
    const places = guard(href).map(({ part }) => part);
    expect(shown(href, places)).toMatch(
      /token=\{8f14e45fceea167a5a36dedd4bea2543\}&mail=\{anna@example[.]?\.?test\}/,
    );
  });
});
