import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from './analysis.ts';
import { createArchive } from './archive.ts';
import { formatQuery, isNarrowed, NO_QUERY, parseQuery, type Query, SORTS } from './query.ts';
import { queuedAnalysis } from './testing.ts';
import { RANKS } from './verdict.ts';

const HOUR = 3_600_000;
const NOW = new Date(2026, 0, 5, 12).getTime();
const verdict = (classification: string, threat?: string) => ({
  classification,
  hasRun: true,
  ...(threat && { threat }),
});

function archiveOf(...analyses: Analysis[]) {
  const archive = createArchive();
  for (const analysis of analyses) archive.put(analysis);
  return archive;
}

const ONE = queuedAnalysis('A1', NOW - 48 * HOUR, {
  batchId: 'B1',
  href: 'http://Login.Bad.test/verify',
  state: 'finished',
  verdict: verdict('MALICIOUS', 'Phishing.Generic'),
  started: { analysisId: '4C92-14e8', sha1: 'ABCDEF', url: '' },
  case: 'INC-1',
});
const TWO = queuedAnalysis('A2', NOW - 48 * HOUR, {
  batchId: 'B1',
  href: 'http://Login.Bad.test/verify',
  platform: 'windows11',
  state: 'running',
});
const THREE = queuedAnalysis('A3', NOW, {
  batchId: 'B2',
  href: 'https://other.test/',
  state: 'finished',
  verdict: verdict('NO_THREATS_FOUND'),
  note: 'Seen in the mail of the CFO',
});
const found = (query: Partial<Query>) =>
  archiveOf(THREE, ONE, TWO)
    .find({ ...NO_QUERY, ...query })
    .batches.map(({ id }) => id);

describe('a search', () => {
  it.each(['login.bad', 'LOGIN', '4c92', 'abcdef', 'phishing.g', 'inc-1', 'verify 4c92'])(
    'finds by %s',
    (text) => {
      expect(found({ text })).toEqual(['B1']);
    },
  );

  it.each(['hxxps[:]//other[.]test', 'hXXps://other(.)test', 'cfo mail', 'https://other.test/'])(
    'finds by %s, defanged or in words',
    (text) => expect(found({ text })).toEqual(['B2']),
  );

  it('finds nothing where a word is missing', () => expect(found({ text: 'login cfo' })).toEqual([]));
});

describe('filters', () => {
  it('combine, and a capture stays whole', () => {
    const { batches, count } = archiveOf(ONE, TWO, THREE).find({
      ...NO_QUERY,
      platforms: ['linux'],
      verdicts: ['malicious'],
    });
    expect(count).toBe(1);
    expect(batches).toEqual([{ id: 'B1', analyses: [ONE, TWO], matching: new Set(['A1']) }]);
  });

  it('by state, case and days, both included', () => {
    expect(found({ states: ['running'] })).toEqual(['B1']);
    expect(found({ case: 'INC-1' })).toEqual(['B1']);
    expect(found({ from: '2026-01-05', to: '2026-01-05' })).toEqual(['B2']);
    expect(found({ to: '2026-01-04' })).toEqual(['B1']);
    expect(found({ verdicts: ['clean', 'malicious'] })).toEqual(['B2', 'B1']);
  });
});

describe('the order', () => {
  it('is newest first, or by URL, verdict or case, both ways', () => {
    expect(found({})).toEqual(['B2', 'B1']);
    expect(found({ isReversed: true })).toEqual(['B1', 'B2']);
    expect(found({ sort: 'verdict' })).toEqual(['B1', 'B2']);
    expect(found({ sort: 'case' })).toEqual(['B1', 'B2']);
    expect(found({ sort: 'url' })).toEqual(['B1', 'B2']);
    expect(found({ sort: 'url', isReversed: true })).toEqual(['B2', 'B1']);
  });
});

it('follows what changes, comes and goes', () => {
  const archive = archiveOf(ONE);
  archive.find({ ...NO_QUERY, text: 'x' });
  archive.put({ ...ONE, note: 'reported' });
  expect(archive.find({ ...NO_QUERY, text: 'reported' }).count).toBe(1);
  archive.put(THREE);
  expect(archive.find(NO_QUERY).count).toBe(2);
  archive.drop('A1');
  expect(archive.find(NO_QUERY).batches.map(({ id }) => id)).toEqual(['B2']);
  expect(archive.cases()).toEqual([]);
});

it('is searched within a moment among ten thousand', () => {
  const archive = createArchive();
  for (let place = 0; place < 10_000; place += 1) {
    const id = String(place).padStart(5, '0');
    archive.put({ ...ONE, id, batchId: id, href: `http://host-${place}.test/${'x'.repeat(100)}` });
  }
  expect(archive.find({ ...NO_QUERY, text: 'host-99' }).count).toBe(111);
  const before = performance.now();
  archive.find({ ...NO_QUERY, text: 'host-77', sort: 'url' });
  expect(performance.now() - before).toBeLessThan(2000);
});

describe('a query in an address', () => {
  const text = fc.string({ unit: 'binary' }).map((one) => one.toWellFormed());
  const day = fc
    .date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const query: fc.Arbitrary<Query> = fc.record({
    text,
    verdicts: fc.subarray([...RANKS]),
    states: fc.subarray(['queued', 'running', 'failed']),
    platforms: fc.subarray(['windows11', 'linux']),
    from: fc.oneof(fc.constant(''), day),
    to: fc.oneof(fc.constant(''), day),
    case: text,
    sort: fc.constantFrom(...SORTS),
    isReversed: fc.boolean(),
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(query, (one) => {
        expect(parseQuery(`#${formatQuery(one)}`)).toEqual(one);
      }),
    );
  });

  it('is read without a fault whatever stands there', () => {
    fc.assert(fc.property(fc.string(), (fragment) => void parseQuery(fragment)));
    expect(parseQuery('#verdict=worst&sort=up&from=2026-13-01&to=soon')).toEqual(NO_QUERY);
    expect(isNarrowed(NO_QUERY)).toBe(false);
    expect(isNarrowed({ ...NO_QUERY, sort: 'url', text: '  ' })).toBe(false);
    expect(formatQuery(NO_QUERY)).toBe('');
  });
});
