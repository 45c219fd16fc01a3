import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused, type Watch, watch, withoutSighted } from './watch.ts';

const SETTINGS: Watch = { guard: 'ask', ownDomains: ['corp.test'], allowPrivateHosts: false };
const LONG = 'tR7wQ2nZ8xVb5LkJ3hGf9sDp4MyC6aEu';
const base64Url = (text: string) => Buffer.from(text).toString('base64url');
const encoded = encodeURIComponent;

/** https://help.proofpoint.com: in version 2 `-` stands for `%`, and `_` for `/`. */
const inV2 = (url: string) =>
  encoded(url).replaceAll('-', '%2D').replaceAll('_', '%5F').replaceAll('%2F', '_').replaceAll('%', '-');

const WRAPPERS = {
  'Proofpoint v2': (url: string) => `https://urldefense.proofpoint.com/v2/url?u=${inV2(url)}&d=DwMFaQ&c=V&e=`,
  'Proofpoint v3': (url: string) => `https://urldefense.com/v3/__${url}__;!!Kw!Ue6tQudNKaShHg93trcd$`,
  Bing: (url: string) => `https://www.bing.com/ck/a?!&&p=6d&ptn=3&ver=2&u=a1${base64Url(url)}&ntb=1`,
  Sophos: (url: string) =>
    `https://eu-west-1.protection.sophos.com/?d=a.test&u=${Buffer.from(url).toString('base64')}&i=NWE2`,
  Google: (url: string) => `https://www.google.com/url?q=${encoded(url)}&sa=D`,
  'Safe Links': (url: string) =>
    `https://eur01.safelinks.protection.outlook.com/?url=${encoded(url)}&data=05&reserved=0`,
};

const INNER = {
  reset: `https://a.test/reset-password?t=${LONG}`,
  privateHost: 'http://wiki.corp.local/x',
  userInfo: 'https://bob:pw@a.test/x',
  ownDomain: 'https://www.corp.test/x',
} as const;

const wrapped = Object.entries(WRAPPERS).flatMap(([by, wrap]) =>
  Object.entries(INNER).map(([kind, url]) => [kind, by, wrap(url)] as const),
);

function stored(href: string, settings = SETTINGS) {
  const sightings = watch(href, settings).map(({ kind, part: { start, end } }) => ({ kind, start, end }));
  return { href, sightings };
}

describe('within what a gateway wrapped', () => {
  it.each(wrapped)('%s by %s is told once, where it stands', (kind, _, href) => {
    const found = watch(href, SETTINGS).filter((one) => one.kind === kind);
    expect(found).toHaveLength(1);
    const [{ part } = { part: { start: 0, end: 0 } }] = found;
    expect(0 < part.start && part.start < part.end && part.end <= new URL(href).href.length).toBe(true);
    expect(watch(href, { ...SETTINGS, guard: 'off' })).toEqual([]);
  });

  it.each(wrapped)('%s by %s is not left in what is sent without it', (kind, _, href) => {
    const rest = withoutSighted(stored(href));
    if (rest !== undefined) expect(watch(rest, SETTINGS).map((one) => one.kind)).not.toContain(kind);
  });

  it('is the query, or the path and what follows it where the path begins the URL, or an inherited fragment', () => {
    const placed = (href: string) =>
      watch(href, SETTINGS).map(({ part }) => [part.in, href.slice(part.start, part.end)]);
    expect(placed('https://www.bing.com/ck/a?!&u=a1aHR0cHM6Ly93d3cuY29ycC50ZXN0L3g&ntb=1')).toEqual([
      ['query', '!&u=a1aHR0cHM6Ly93d3cuY29ycC50ZXN0L3g&ntb=1'],
    ]);
    expect(placed('https://urldefense.com/v3/__https://www.corp.test/x__;!!Kw!Ue$')).toEqual([
      ['path', '/v3/__https://www.corp.test/x__;!!Kw!Ue$'],
    ]);
    expect(placed('https://urldefense.com/v3/__https://www.corp.test/x?a=b__;!!Kw!Ue$')).toEqual([
      ['path', '/v3/__https://www.corp.test/x?a=b__;!!Kw!Ue$'],
    ]);
    expect(placed(`${WRAPPERS.Google('https://ln5.sync.com/dl/1234abcd0')}#${LONG}`)).toContainEqual([
      'fragment',
      LONG,
    ]);
  });

  it('is read in each layer', () => {
    const href = WRAPPERS.Bing(WRAPPERS.Sophos(INNER.reset));
    expect(watch(href, SETTINGS).map(({ kind }) => kind)).toEqual(['reset']);
  });

  it.each(['http://localhost:8080/x', 'http://127.0.0.1/x', 'https://a.test/x'])(
    'is nothing where %s is',
    (inner) => {
      for (const wrap of Object.values(WRAPPERS)) expect(watch(wrap(inner), SETTINGS)).toEqual([]);
    },
  );

  it('refuses nothing: the host that is opened is the gateway’s', () => {
    for (const wrap of Object.values(WRAPPERS))
      expect(isRefused(wrap(INNER.privateHost), SETTINGS)).toBe(false);
    expect(isRefused(INNER.privateHost, SETTINGS)).toBe(true);
  });
});

describe('without what was sighted', () => {
  it.each(['Proofpoint v2', 'Proofpoint v3', 'Bing', 'Sophos'] as const)(
    'nothing can be left out of an own domain by %s, even where something else could be',
    (by) => {
      const href = WRAPPERS[by](INNER.ownDomain);
      expect(withoutSighted(stored(href))).toBeUndefined();
      expect(withoutSighted(stored(`${href}#access_token=${LONG}`))).toBeUndefined();
      const more = href.replace('?', `?access_token=${LONG}&`);
      expect(withoutSighted(stored(more))).toBeUndefined();
    },
  );

  it('is the gateway’s URL where what it holds goes as a whole', () => {
    const href = WRAPPERS.Google(`https://www.corp.test/x?access_token=${LONG}`);
    expect(stored(href).sightings.map(({ kind }) => kind)).toEqual(['token', 'ownDomain']);
    expect(withoutSighted(stored(href))).toBe('https://www.google.com/url?sa=D');
  });

  it('is nothing where another of the same kind is in what was wrapped', () => {
    const href = WRAPPERS['Proofpoint v2']('https://a.test/?mail=anna@example.com');
    expect(withoutSighted(stored(`${href}#bob@example.com`))).toBeUndefined();
  });

  it('the host stays', () => {
    expect(withoutSighted(stored(`https://www.corp.test/?access_token=${LONG}&a=1`))).toBe(
      'https://www.corp.test/?a=1',
    );
    expect(withoutSighted(stored('https://www.corp.test/'))).toBeUndefined();
    expect(withoutSighted({ href: 'https://www.corp.test/' })).toBeUndefined();
  });

  it('is nothing where the guard of today no longer sees what was seen', () => {
    const href = `https://a.test/?access_token=${LONG}&x=plain`;
    const sightings = [
      ...stored(href).sightings,
      { kind: 'token', start: href.length - 5, end: href.length },
    ];
    expect(withoutSighted({ href, sightings })).toBeUndefined();
  });

  const inner = fc
    .tuple(
      fc.constantFrom('', 'bob:pw@', 'longuser@'),
      fc.constantFrom('a.test', 'www.corp.test', 'wiki.corp.local'),
      fc.constantFrom('x', `reset/${LONG}`, 'anna@example.com'),
      fc.constantFrom('', `?access_token=${LONG}`, '?mail=anna@example.com&a=1'),
    )
    .map(([user, host, path, query]) => `https://${user}${host}/${path}${query}`);
  const wrap = fc.constantFrom(...Object.values(WRAPPERS));
  const tail = fc.constantFrom('', '#x', `#access_token=${LONG}`, '#anna@example.com');

  it('nothing of it is left, whatever is wrapped', () => {
    fc.assert(
      fc.property(inner, wrap, wrap, fc.boolean(), tail, (url, first, second, isTwice, end) => {
        const href = new URL((isTwice ? second(first(url)) : first(url)) + end).href;
        const rest = withoutSighted(stored(href));
        if (rest === undefined) return;
        const kinds = new Set(stored(href).sightings.map(({ kind }) => kind));
        expect(watch(rest, SETTINGS).filter(({ kind }) => kinds.has(kind))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
