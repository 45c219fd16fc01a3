import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisKey, batchKey, briefKey, claimKey, KEYS, targetKey } from '@/utils/analyses/keys.ts';
import type { WritableArea } from './area.ts';
import { createSplitArea } from './split-area.ts';
import { memoryArea } from './testing/memory.ts';

const HREF = 'http://secret.test/';

/** The split area, over areas that write down how they are asked. */
function split(disk: Record<string, unknown> = {}, memory: Record<string, unknown> = {}) {
  const calls: string[] = [];
  function spied<T>(name: string, call: (given: T) => Promise<unknown>, keysOf: (given: T) => string[]) {
    return (given: T) => {
      calls.push(`${name} ${keysOf(given)}`);
      return call(given) as Promise<never>;
    };
  }
  const spy = (name: string, { get, keys, set, remove }: WritableArea): WritableArea => ({
    get: spied(`${name}.get`, get, (asked) => asked),
    keys: () => keys(),
    set: spied(`${name}.set`, set, Object.keys),
    remove: spied(`${name}.remove`, remove, (gone) => gone),
  });
  const [local, session] = [memoryArea(disk), memoryArea(memory)];
  const area = createSplitArea(spy('local', local), spy('session', session));
  return { area, local: local.items, session: session.items, calls };
}

describe('what is written', () => {
  it.each<[name: string, written: object, local: object, session: object]>([
    ['a record', { 'analysis:1~': 1 }, {}, { 'analysis:1~': 1 }],
    ['a brief', { 'brief:1~': 1, 'brief:2': 2 }, { 'brief:2': 2 }, { 'brief:1~': 1 }],
    ['a batch', { 'batch:1~': ['2~'] }, {}, { 'batch:1~': ['2~'] }],
    ['a claim', { 'claim:s': '1~', 'claim:t': '2' }, { 'claim:t': '2' }, { 'claim:s': '1~' }],
    ['a target', { 'target:h': ['1~'] }, {}, { 'target:h': ['1~'] }],
    ['one that others have', { 'target:h': ['2~', '1'] }, { 'target:h': ['1'] }, { 'target:h': ['2~'] }],
    ['a list', { unfinished: ['2~', '1'] }, { unfinished: ['1'] }, { unfinished: ['2~'] }],
    [
      'offers',
      { offers: [{ batchId: '1~', items: [HREF] }] },
      { offers: [] },
      { offers: [{ batchId: '1~', items: [HREF] }] },
    ],
    [
      'news',
      {
        news: {
          untold: [{ batchId: '1~', ended: 1 }],
          alarmed: ['2', '1~'],
          unseen: [{ batchId: '1~', rank: 'malicious' }],
        },
      },
      { news: { untold: [], alarmed: ['2'], unseen: [] } },
      {
        news: {
          untold: [{ batchId: '1~', ended: 1 }],
          alarmed: ['1~'],
          unseen: [{ batchId: '1~', rank: 'malicious' }],
        },
      },
    ],
    [
      'the mark of a removal',
      { removing: { ids: ['2', '1~'], isErase: true } },
      { removing: { ids: ['2'], isErase: true } },
      { removing: { ids: ['1~'] } },
    ],
    [
      'what is of nobody',
      { 'gate:a~': 1, settings: 2, 'draft:x~': 3 },
      { 'gate:a~': 1, settings: 2, 'draft:x~': 3 },
      {},
    ],
  ])('%s stands where it may', async (_, written, local, session) => {
    const { area, local: disk, session: memory } = split();
    await area.get(Object.keys(written));
    await area.set(written as Record<string, unknown>);
    expect(disk).toEqual(local);
    expect(memory).toEqual(session);
    expect(await area.get(Object.keys(written))).toEqual(written);
  });

  it('goes to local storage first', async () => {
    const { area, calls } = split();
    await area.set({ 'analysis:1~': { state: 'submitting' }, 'gate:a': { slots: [1] } });
    expect(calls).toEqual(['local.set gate:a', 'session.set analysis:1~']);
  });

  it('is removed from session storage first', async () => {
    const { area, calls } = split();
    await area.set({ [KEYS.removing]: { ids: ['1~', '2'], isErase: false } });
    calls.length = 0;
    await area.remove([KEYS.removing, 'analysis:1~', 'analysis:2']);
    expect(calls).toEqual(['session.remove removing,analysis:1~', 'local.remove removing,analysis:2']);
  });

  it('names no target on the disk that has private analyses alone, also where it had others', async () => {
    const { area, local, calls } = split({ [targetKey(HREF)]: ['1'] });
    await area.get([targetKey(HREF)]);
    await area.set({ [targetKey(HREF)]: ['2~', '1'] });
    expect(local).toEqual({ [targetKey(HREF)]: ['1'] });
    await area.set({ [targetKey(HREF)]: ['2~'] });
    expect(local).toEqual({});
    calls.length = 0;
    await area.set({ [targetKey(HREF)]: ['3~', '2~'] });
    await area.remove([targetKey(HREF)]);
    expect(calls).toEqual([`session.set ${targetKey(HREF)}`, `session.remove ${targetKey(HREF)}`]);
  });
});

it('a claim that stays goes before one that ends with the browser', async () => {
  const { area, local, session } = split();
  await area.set({ [claimKey('s')]: '1' });
  await area.set({ [claimKey('s')]: '2~' });
  expect(await area.get([claimKey('s')])).toEqual({ [claimKey('s')]: '1' });
  expect([local, session]).toEqual([{ [claimKey('s')]: '1' }, { [claimKey('s')]: '2~' }]);
});

describe('where nothing is private', () => {
  it('a write costs nothing more', async () => {
    const { area, calls } = split();
    const lists = [KEYS.unfinished, KEYS.recent, targetKey(HREF)];
    await area.get(lists);
    calls.length = 0;
    await area.set({
      'analysis:1': {},
      unfinished: ['1'],
      recent: ['1'],
      [claimKey('s')]: '1',
      [targetKey(HREF)]: ['1'],
    });
    await area.remove(['analysis:1', KEYS.unfinished, targetKey(HREF)]);
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['local.set', 'local.remove']);
  });

  it('a look costs one more at most', async () => {
    const { area, calls } = split();
    await area.get(['analysis:1', 'brief:1', 'batch:1', KEYS.settings]);
    expect(calls).toEqual(['local.get analysis:1,brief:1,batch:1,settings']);
    await area.get([KEYS.settings, KEYS.unfinished, KEYS.removing]);
    expect(calls.slice(1)).toEqual([
      'local.get settings,unfinished,removing',
      'session.get unfinished,removing',
    ]);
    await area.get(['analysis:1~', 'brief:1~']);
    expect(calls.slice(3)).toEqual(['session.get analysis:1~,brief:1~']);
  });
});

it('takes out what another context wrote meanwhile, where it looked at the keys alone', async () => {
  const { area, session } = split();
  await area.get([KEYS.unfinished]);
  Object.assign(session, { unfinished: ['1~'] });
  await area.keys();
  await area.set({ unfinished: [] });
  expect(session).toEqual({ unfinished: [] });
});

describe('what is read', () => {
  it('has the newest first in both', async () => {
    const { area } = split({ recent: ['5', '3', '1'] }, { recent: ['4~', '2~'] });
    expect(await area.get([KEYS.recent])).toEqual({ recent: ['5', '4~', '3', '2~', '1'] });
  });

  it.each([
    ['garbage', { unfinished: 'x' }],
    ['nothing', {}],
  ])('is %s where that stands on the disk, so that the list is found anew', async (_, disk) => {
    const { area } = split(disk, { unfinished: ['1~'] });
    expect(await area.get([KEYS.unfinished])).toEqual(disk);
  });

  it('is no key of session storage that is not of analyses', async () => {
    const { area } = split(
      { settings: 1 },
      { credentials: 2, troubled: true, 'draft:1~': 3, 'analysis:1~': 4 },
    );
    expect(await area.keys()).toEqual(['settings', 'analysis:1~']);
    expect(await area.get(['credentials', 'troubled', 'draft:1~'])).toEqual({});
  });
});

const ids = ['1', '2~', '3', '4~', '5', '6~'];
const id = fc.constantFrom(...ids);
const batches = ['7', '8~', '9'];
const batchId = fc.constantFrom(...batches);
const hrefs = ['http://a.test/', 'http://b.test/'];
const newestFirst = <T>(elements: readonly T[], idOf: (element: T) => string) =>
  elements.toSorted((one, other) => (idOf(one) < idOf(other) ? 1 : -1));
const some = (of: fc.Arbitrary<string>, minLength = 0) =>
  fc.uniqueArray(of, { minLength, maxLength: 4 }).map((all) => newestFirst(all, (one) => one));
const someOf = (rest: object) => some(batchId).map((all) => all.map((one) => ({ batchId: one, ...rest })));

const item: fc.Arbitrary<[string, unknown]> = fc.oneof(
  fc.tuple(id.map(analysisKey), fc.constantFrom<unknown>({ state: 'queued' }, { state: 'finished' })),
  fc.tuple(id.map(briefKey), fc.constantFrom<unknown>(1, 2)),
  fc
    .tuple(batchId.map(batchKey), some(id, 1))
    .filter(([key, all]) => all.every((one) => one.endsWith('~') === key.endsWith('~'))),
  fc.tuple(fc.constant(claimKey('s')), fc.constantFrom('1', '3')),
  fc.tuple(fc.constant(claimKey('t')), fc.constantFrom('2~', '4~')),
  fc.tuple(fc.constantFrom(...hrefs).map(targetKey), some(id, 1)),
  fc.tuple(fc.constantFrom(KEYS.unfinished, KEYS.recent, KEYS.unseen), some(id)),
  fc.tuple(fc.constant(KEYS.offers), someOf({ items: [] })),
  fc.tuple(fc.constant(KEYS.removing), fc.record({ ids: some(id), isErase: fc.boolean() })),
  fc.tuple(
    fc.constant(KEYS.news),
    fc.record({ untold: someOf({ ended: 1 }), alarmed: some(batchId), unseen: someOf({ rank: 'clean' }) }),
  ),
  fc.tuple(fc.constantFrom('gate:a', KEYS.settings), fc.nat(3)),
);

const everyKey = [
  ...ids.flatMap((one) => [analysisKey(one), briefKey(one)]),
  ...batches.map(batchKey),
  ...hrefs.map(targetKey),
  ...['s', 't'].map(claimKey),
  ...[
    KEYS.unfinished,
    KEYS.recent,
    KEYS.unseen,
    KEYS.offers,
    KEYS.removing,
    KEYS.news,
    KEYS.settings,
    'gate:a',
  ],
];

type Step = { set: Record<string, unknown> } | { remove: string[] } | { isAnew: true };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ set: fc.array(item, { minLength: 1, maxLength: 6 }).map((all) => Object.fromEntries(all)) }),
  fc.record({ remove: fc.subarray(everyKey, { maxLength: 4 }) }),
  fc.constant({ isAnew: true } as const),
);

/** What must be on the disk, and what must not, where all that is stored is this. */
function expectOpen(disk: Record<string, unknown>, all: Record<string, unknown>) {
  const text = JSON.stringify(disk);
  expect(text).not.toContain('~');
  for (const href of hrefs) {
    const ofIt = (all[targetKey(href)] ?? []) as string[];
    expect(text.includes(href)).toBe(ofIt.some((one) => !one.endsWith('~')));
  }
}

async function take(area: WritableArea, one: Step) {
  if ('set' in one) await area.set(one.set);
  if ('remove' in one) await area.remove(one.remove);
}

async function compare(steps: readonly Step[]) {
  const [local, session, plain] = [memoryArea(), memoryArea(), memoryArea()];
  let area = createSplitArea(local, session);
  for (const one of steps) {
    if ('isAnew' in one) area = createSplitArea(local, session);
    // As all writers of lists do.
    if ('set' in one) await area.get(Object.keys(one.set));
    await take(area, one);
    await take(plain, one);
    expect(await area.get(everyKey)).toEqual(plain.items);
    expect((await area.keys()).sort()).toEqual(Object.keys(plain.items).sort());
    expectOpen(local.items, plain.items);
  }
  for (const key of Object.keys(session.items)) delete session.items[key];
  expect(JSON.stringify(await createSplitArea(local, session).get(everyKey))).not.toContain('~');
}

it('any sequence of writes reads as over one area, and leaves nothing private on the disk', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), compare), { numRuns: 300 });
});
