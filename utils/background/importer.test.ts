import { expect, it } from 'vitest';
import type { Analysis, State } from '@/utils/analyses/analysis.ts';
import { CASE_LENGTH, NOTE_LENGTH } from '@/utils/analyses/case.ts';
import { analysisKey, batchKey, briefKey, claimKey, KEYS, targetKey } from '@/utils/analyses/keys.ts';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { briefWith } from '@/utils/spectra/testing.ts';
import { createImporter } from './importer.ts';
import { survey } from './lists.ts';
import { memoryArea, memoryLocks } from './testing/memory.ts';

const HREF = 'http://bad.test/';
const started = { analysisId: 'S1', sha1: 'ab', url: HREF };
const finished = (id: string, at: number, changes: Partial<Analysis> = {}) =>
  queuedAnalysis(id, at, { batchId: `B${id}`, state: 'finished', ...changes });

function stored(items: Record<string, unknown> = {}) {
  const area = memoryArea(items);
  return {
    area,
    take: createImporter({ local: area, locks: memoryLocks(), now: () => 7, finish: async () => undefined }),
  };
}

it('takes in what is new, with its brief and its place in lists and indexes', async () => {
  const { area, take } = stored({
    [analysisKey('A2')]: finished('A2', 2),
    [KEYS.recent]: ['A2'],
    [KEYS.unfinished]: [],
    [batchKey('BA2')]: ['A2'],
    [targetKey(HREF)]: ['A2'],
  });
  const brief = briefWith('MALICIOUS');
  const one = finished('A1', 1, { started, note: 'seen' });
  expect(await take([one, finished('A3', 3)], { A1: brief, A9: brief })).toBe(2);
  expect(area.items[analysisKey('A1')]).toEqual(one);
  expect(area.items[briefKey('A1')]).toEqual({ ...brief, storedAt: 7 });
  expect(area.items).not.toHaveProperty([briefKey('A9')]);
  expect(area.items[claimKey('S1')]).toBe('A1');
  expect(area.items[KEYS.recent]).toEqual(['A3', 'A2', 'A1']);
  expect(area.items[batchKey('BA1')]).toEqual(['A1']);
  expect(area.items[targetKey(HREF)]).toEqual(['A3', 'A2', 'A1']);
  expect(area.items[KEYS.unfinished]).toEqual([]);
  expect(area.items).not.toHaveProperty([KEYS.unseen]);
  expect(area.items).not.toHaveProperty([KEYS.news]);
});

it('overwrites nothing: neither a record, nor a brief, nor whose an id of the service is', async () => {
  const own = finished('A1', 1, { note: 'ours' });
  const items = {
    [analysisKey('A1')]: own,
    [briefKey('A1')]: briefWith('MALICIOUS'),
    [claimKey('S1')]: 'A0',
    [KEYS.recent]: ['A1'],
  };
  const { area, take } = stored(structuredClone(items));
  expect(await take([{ ...own, note: 'theirs' }], { A1: briefWith('MALICIOUS', { threats: ['x'] }) })).toBe(
    0,
  );
  expect(area.items).toEqual(items);
  expect(await take([finished('A2', 2, { started })], {})).toBe(1);
  expect(area.items[claimKey('S1')]).toBe('A0');
});

it('gives an id of the service to the first of several that have it, also where the lists are found anew', async () => {
  const { area, take } = stored();
  await take([finished('A2', 2, { started }), finished('A1', 1, { started })], {});
  expect(area.items[claimKey('S1')]).toBe('A2');
  expect((await survey(area)).found).not.toHaveProperty([claimKey('S1')]);
  delete area.items[claimKey('S1')];
  expect((await survey(area)).found).toMatchObject({ [claimKey('S1')]: 'A1' });
});

it('cuts notes and cases to what could have been typed', async () => {
  const { area, take } = stored();
  const note = 'n'.repeat(NOTE_LENGTH);
  await take(
    [
      finished('A1', 1, { note: `${note}💥`, case: ` ${'c'.repeat(CASE_LENGTH - 1)}💥` }),
      finished('A2', 2, { note: '', case: ' ' }),
      finished('A3', 3, { note, case: 'INC-1' }),
    ],
    {},
  );
  expect(area.items[analysisKey('A1')]).toMatchObject({ note, case: 'c'.repeat(CASE_LENGTH - 1) });
  expect(area.items[analysisKey('A2')]).toEqual(finished('A2', 2));
  expect(area.items[analysisKey('A3')]).toEqual(finished('A3', 3, { note, case: 'INC-1' }));
});

it('sends nothing and waits for nothing: what was on its way elsewhere is at its end here', async () => {
  const ends: [State, State][] = [
    ['queued', 'cancelled'],
    ['submitting', 'givenUp'],
    ['unconfirmed', 'givenUp'],
    ['running', 'noReport'],
  ];
  for (const [state, end] of ends) {
    const { area, take } = stored();
    await take([queuedAnalysis('A1', 1, { state, lookAt: 5 })], {});
    expect(area.items[analysisKey('A1')]).toMatchObject({ state: end });
    if (state !== 'queued') expect(area.items[analysisKey('A1')]).not.toHaveProperty('lookAt');
    expect(area.items[KEYS.unfinished] ?? []).toEqual([]);
  }
});
