import fc from 'fast-check';
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { analysisSchema } from '@/utils/analyses/analysis.ts';
import first from '@/utils/analyses/fixtures/analyses-0.1.0.json';
import second from '@/utils/analyses/fixtures/analyses-schema-2.json';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { DAY } from '@/utils/analyses/time.ts';
import { MAX_BRIEF } from '@/utils/spectra/brief.ts';
import { briefWith } from '@/utils/spectra/testing.ts';
import { parseExport, toJson } from './json.ts';
import { anyAnalyses, anyBrief } from './testing.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const OTHER = '01ARZ3NDEKTSV4RRFFQ69G5FAW';
const one = queuedAnalysis(ID, NOW, { batchId: ID });

function parsed(changes: object) {
  return parseExport(
    JSON.stringify({ format: 'detonate-analyses', version: 1, analyses: [], briefs: {}, ...changes }),
    NOW,
  );
}

describe('analyses as JSON', () => {
  it('say what they are, with URLs as they are', () => {
    const text = toJson({ analyses: [one], briefs: { [ID]: briefWith('MALICIOUS') }, exportedAt: NOW });
    expect(JSON.parse(text)).toEqual({
      format: 'detonate-analyses',
      version: 1,
      exportedAt: '2026-11-24T12:00:00.000Z',
      analyses: [one],
      briefs: { [ID]: briefWith('MALICIOUS') },
    });
  });

  it('come back as they were', () => {
    const content = fc
      .tuple(anyAnalyses, fc.array(fc.option(anyBrief), { minLength: 5, maxLength: 5 }))
      .map(([analyses, all]) => ({
        analyses,
        briefs: Object.fromEntries(
          analyses.flatMap(({ id }, index) => (all[index] ? [[id, all[index]] as const] : [])),
        ),
      }));
    fc.assert(
      fc.property(content, ({ analyses, briefs }) => {
        for (const analysis of analyses) expect(analysisSchema.parse(analysis)).toEqual(analysis);
        const text = toJson({ analyses, briefs, exportedAt: NOW });
        expect(parseExport(text, NOW)).toStrictEqual({ analyses, briefs, unreadable: 0 });
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is imported', () => {
  it.each([
    ['', 'notJson'],
    ['{"format":', 'notJson'],
    ['\ufeff{}', 'notJson'],
    ['null', 'notOurs'],
    ['[]', 'notOurs'],
    ['"detonate-analyses"', 'notOurs'],
    ['{"format":"other","version":1,"analyses":[]}', 'notOurs'],
    ['{"format":"detonate-analyses","version":"1","analyses":[]}', 'notOurs'],
    ['{"format":"detonate-analyses","version":0,"analyses":[]}', 'notOurs'],
    ['{"format":"detonate-analyses","version":1,"analyses":{}}', 'notOurs'],
    ['{"format":"detonate-analyses","version":1}', 'notOurs'],
    ['{"format":"detonate-analyses","version":2}', 'newer'],
  ])('%j is %s', (text, problem) => expect(parseExport(text, NOW)).toEqual({ problem }));

  it.each([
    ['without them', undefined],
    ['as a list', []],
    ['as null', null],
    ['as text', 'x'],
  ])('needs no briefs: %s', (_, briefs) =>
    expect(parsed({ analyses: [one], briefs })).toEqual({ analyses: [one], briefs: {}, unreadable: 0 }),
  );

  it.each([
    ['nothing', null],
    ['a text', 'x'],
    ['a later schema', { ...one, version: 99 }],
    ['an id that is none', { ...one, id: 'settings' }],
    ['an id in lower case', { ...one, id: ID.toLowerCase() }],
    ['an id beyond time', { ...one, id: ID.replace('0', '8') }],
    ['an id with a line more', { ...one, id: `${ID}\n` }],
    ['a batch that is none', { ...one, batchId: '__proto__' }],
    ['a private id in a batch that is not', { ...one, id: `${ID}~`, isPrivate: true }],
    ['a private id without the mark', { ...one, id: `${ID}~`, batchId: `${ID}~` }],
    ['the mark alone', { ...one, isPrivate: true }],
    ['a script', { ...one, href: 'javascript:alert(1)' }],
    ['no URL', { ...one, href: 'bad.test' }],
    ['an unknown state', { ...one, state: 'odd' }],
    ['an id of the day after tomorrow', { ...one, id: ulid(NOW + DAY + 1) }],
    ['an id of the last day of all', { ...one, id: `7${'Z'.repeat(25)}` }],
    ['a capture on the day after tomorrow', { ...one, capturedAt: NOW + DAY + 1 }],
  ])('counts %s as unreadable, and goes on', (_, record) =>
    expect(parsed({ analyses: [record, one] })).toEqual({ analyses: [one], briefs: {}, unreadable: 1 }),
  );

  it('may be private, and stays so', () => {
    const hidden = { ...one, id: `${ID}~`, batchId: `${ID}~`, isPrivate: true };
    expect(parsed({ analyses: [hidden] })).toEqual({ analyses: [hidden], briefs: {}, unreadable: 0 });
    const tomorrow = { ...hidden, id: `${ulid(NOW + DAY + 1)}~` };
    expect(parsed({ analyses: [tomorrow] })).toMatchObject({ analyses: [], unreadable: 1 });
  });

  it('may be of a clock that is a day ahead', () => {
    const ahead = { ...one, id: ulid(NOW + DAY), capturedAt: NOW + DAY };
    expect(parsed({ analyses: [ahead] })).toEqual({ analyses: [ahead], briefs: {}, unreadable: 0 });
  });

  it('is migrated where it is of an older schema', () => {
    const old = [...first, ...second].map((record, index) => {
      const id = ID.slice(0, -2) + String(index).padStart(2, '0');
      return { ...record, id, batchId: id };
    });
    const { analyses, unreadable } = parsed({ analyses: old }) as Extract<
      ReturnType<typeof parsed>,
      { unreadable: number }
    >;
    expect(unreadable).toBe(0);
    expect(analyses.map(({ id, version }) => [id, version])).toEqual(old.map(({ id }) => [id, 3]));
  });

  it('holds the first of several with one id', () => {
    const again = { ...one, note: 'again' };
    expect(parsed({ analyses: [one, again, { ...one, id: OTHER }] })).toEqual({
      analyses: [one, { ...one, id: OTHER }],
      briefs: {},
      unreadable: 0,
    });
  });

  it('has only briefs that can be read, are small, and belong to one of its analyses', () => {
    const brief = briefWith('MALICIOUS');
    const large = briefWith('x'.repeat(MAX_BRIEF));
    const analyses = [one, { ...one, id: OTHER }];
    const orphan = OTHER.replace('W', 'X');
    expect(parsed({ analyses, briefs: { [ID]: brief, [OTHER]: large, [orphan]: brief } })).toMatchObject({
      briefs: { [ID]: brief },
    });
    expect(parsed({ analyses, briefs: { [ID]: { odd: 1 }, [OTHER]: brief } })).toHaveProperty('briefs', {
      [OTHER]: brief,
    });
    expect(parsed({ analyses, briefs: { [ID]: large } })).toHaveProperty('briefs', {});
  });

  it('never throws', () => {
    const format = { format: fc.constant('detonate-analyses'), version: fc.constantFrom(1, 2) };
    const records = fc.oneof(
      fc.jsonValue(),
      fc.record({ version: fc.nat(4), state: fc.jsonValue(), sentAt: fc.jsonValue() }),
    );
    const like = fc.record({ ...format, analyses: fc.array(records), briefs: fc.jsonValue() });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          like.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          expect(() => parseExport(text, NOW)).not.toThrow();
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it('an href that is not as the service would get it is none: a line’s end in it would send two', () => {
  const text = toJson({
    analyses: [
      queuedAnalysis('01ARZ3NDEKTSV4RRFFQ69G5FAV', 1, {
        batchId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
        href: 'https://good.test/\nhttps://evil.test/',
      }),
    ],
    briefs: {},
    exportedAt: 1,
  });
  expect(parseExport(text, NOW)).toMatchObject({ analyses: [], unreadable: 1 });
});
