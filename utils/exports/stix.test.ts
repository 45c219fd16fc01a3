import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { defangText } from '@/utils/capture/defang.ts';
import { AS_IT_IS } from './harmless.ts';
import { toStix } from './stix.ts';
import { readBundle } from './stix-testing.ts';
import { anyAnalyses } from './testing.ts';

const AT = Date.UTC(2026, 10, 24, 12, 1, 4, 567);
const DEFANGED = { urls: 'defanged', defangText, exportedAt: AT + 900_000 } as const;
const RAW = { urls: 'raw', defangText: AS_IT_IS.defangText, exportedAt: AT + 900_000 } as const;

const finished = queuedAnalysis('01ARZ3NDEKTSV4RRFFQ69G5FAV', AT, {
  href: 'https://login.bad.test/',
  platform: 'windows11',
  state: 'finished',
  sentAt: AT,
  startedAt: AT + 1000,
  finishedAt: AT + 780_000,
  verdict: { classification: 'MALICIOUS', riskScore: 9, threat: 'Phishing.HTML.Generic', hasRun: true },
  case: 'INC-7',
  note: 'came from bad.test',
});

describe('a STIX bundle', () => {
  it('holds the URL, the system, the analysis and the note', () => {
    const { objects } = readBundle(toStix([finished], DEFANGED));
    const [url, system, analysis, note] = objects;
    const versions = { created: '2026-11-24T12:14:04.567Z', modified: '2026-11-24T12:16:04.567Z' };
    expect(objects).toEqual([
      { type: 'url', spec_version: '2.1', id: url?.id, value: 'hxxps://login.bad.test/', defanged: true },
      { type: 'software', spec_version: '2.1', id: system?.id, name: 'Windows 11', vendor: 'Microsoft' },
      {
        type: 'malware-analysis',
        spec_version: '2.1',
        id: analysis?.id,
        ...versions,
        labels: ['INC-7'],
        product: 'reversinglabs-cloud-sandbox',
        result: 'malicious',
        result_name: 'Phishing.HTML.Generic',
        submitted: '2026-11-24T12:01:04.567Z',
        analysis_started: '2026-11-24T12:01:05.567Z',
        analysis_ended: '2026-11-24T12:14:04.567Z',
        operating_system_ref: system?.id,
        analysis_sco_refs: [url?.id],
      },
      {
        type: 'note',
        spec_version: '2.1',
        id: note?.id,
        ...versions,
        labels: ['INC-7'],
        content: 'came from bad[.]test',
        object_refs: [analysis?.id],
      },
    ]);
  });

  it('has URLs as they are where that is asked for', () => {
    const { objects } = readBundle(toStix([finished], RAW));
    expect(objects[0]).toHaveProperty('value', 'https://login.bad.test/');
    expect(objects[0]).not.toHaveProperty('defanged');
  });

  it('is valid without anything in it', () => {
    const { id } = readBundle(toStix([], DEFANGED));
    expect(JSON.parse(toStix([], DEFANGED))).toEqual({ type: 'bundle', id });
  });

  it('holds one URL and one system for several analyses of them', () => {
    const other = { ...finished, id: '01ARZ3NDEKTSV4RRFFQ69G5FAW' };
    const { objects } = readBundle(toStix([finished, other], DEFANGED));
    expect(objects.map(({ type }) => type)).toEqual([
      'url',
      'software',
      'malware-analysis',
      'note',
      'malware-analysis',
      'note',
    ]);
  });

  it('tells of what is not finished by its URL, to which a note refers', () => {
    const { objects } = readBundle(toStix([{ ...finished, state: 'running' }], DEFANGED));
    expect(objects.map(({ type }) => type)).toEqual(['url', 'note']);
    expect(objects[1]).toMatchObject({ object_refs: [objects[0]?.id] });
  });

  it.each([
    ['SUSPICIOUS', true, 'suspicious'],
    ['NO_THREATS_FOUND', true, 'benign'],
    ['NO_THREATS_FOUND', false, 'unknown'],
    ['odd', true, 'unknown'],
  ])('gives %s, run: %s, as %s', (classification, hasRun, result) => {
    const { objects } = readBundle(toStix([{ ...finished, verdict: { classification, hasRun } }], DEFANGED));
    expect(objects[2]).toMatchObject({ result });
    expect(objects[2]).not.toHaveProperty('result_name');
  });

  it('names the same thing alike in each export, with what is later as a later version', () => {
    const before = readBundle(toStix([finished], DEFANGED)).objects;
    const later = { ...DEFANGED, exportedAt: AT + 1_000_000 };
    const after = readBundle(toStix([{ ...finished, note: 'else', case: 'INC-8' }], later)).objects;
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[2]).toMatchObject({
      created: '2026-11-24T12:14:04.567Z',
      modified: '2026-11-24T12:17:44.567Z',
    });
    expect(toStix([finished], DEFANGED)).toBe(toStix([finished], DEFANGED));
  });

  it('is one by the standard for whatever is stored, and holds no URL that opens unless asked to', () => {
    fc.assert(
      fc.property(anyAnalyses, fc.constantFrom(DEFANGED, RAW), (analyses, options) => {
        const text = toStix(analyses, options);
        const { objects } = readBundle(text);
        const ends = analyses.filter(({ state }) => state === 'finished');
        const notes = analyses.filter(({ note }) => note?.trim());
        expect(objects.filter(({ type }) => type === 'malware-analysis')).toHaveLength(ends.length);
        expect(objects.filter(({ type }) => type === 'note')).toHaveLength(notes.length);
        if (options === DEFANGED) expect(text).not.toMatch(/https?:\/\//i);
        const marks = objects.flatMap((object) => (object.type === 'url' ? [object.defanged] : []));
        expect(marks.every((mark) => mark === (options === DEFANGED ? true : undefined))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
