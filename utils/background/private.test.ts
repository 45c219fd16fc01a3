import { describe, expect, it } from 'vitest';
import { analysisKey, GATE_PREFIX, isPrivateId, KEYS } from '@/utils/analyses/keys.ts';
import { DAY, HOUR, MINUTE } from '@/utils/analyses/time.ts';
import { briefWith } from '@/utils/spectra/testing.ts';
import type { WritableArea } from './area.ts';
import { readOverview } from './overview.ts';
import { createSplitArea } from './split-area.ts';
import { createTestWorld, rest } from './testing/world.ts';

const HREF = 'http://hidden.test/x';
const LINK = { menuItemId: 'link/linux', linkUrl: HREF, isPrivate: true } as const;

type World = ReturnType<typeof createTestWorld>;

function world() {
  const made = createTestWorld();
  const report = { report: { brief: briefWith('MALICIOUS'), links: {}, body: '{}' } };
  made.state.report = () => report;
  return made;
}

/** Nothing of what is private is on the disk; what was sent of it counts there. */
function expectOpen({ local, state }: World) {
  const disk = JSON.stringify(local.items);
  expect(disk).not.toContain('~');
  expect(disk).not.toContain('hidden');
  if (state.posts.length > 0)
    expect(Object.keys(local.items).some((key) => key.startsWith(GATE_PREFIX))).toBe(true);
}

/** Every list names what is there, as one who opens the browser finds it. */
async function expectWhole({ local, session }: World) {
  const area = createSplitArea(local, session);
  const stored = await area.get([KEYS.unfinished, KEYS.recent, KEYS.unseen]);
  const named = Object.values(stored).flat() as string[];
  const keys = new Set(await area.keys());
  expect(named.filter((id) => !keys.has(analysisKey(id)))).toEqual([]);
}

/** The browser ends: session storage is gone but for the password, which is typed again. */
function endBrowser({ session }: World) {
  for (const key of Object.keys(session.items)) if (key !== KEYS.credentials) delete session.items[key];
}

/** Captures, waits for the report, and deletes. */
async function live(made: World, background: ReturnType<World['start']>): Promise<void> {
  await background.menuClicked(LINK);
  await rest();
  await made.pass(background, HOUR);
  const [analysis] = await made.store.recent();
  if (analysis) await background.command({ name: 'delete', ids: [analysis.id] });
}

it('what is not private leaves nothing in session storage', async () => {
  const made = world();
  const background = made.start();
  await background.menuClicked({ menuItemId: 'link/linux', linkUrl: HREF });
  await rest();
  await made.pass(background, HOUR);
  expect(await made.store.recent()).toMatchObject([{ state: 'finished' }]);
  expect(Object.keys(made.session.items)).toEqual([KEYS.credentials]);
});

describe('a capture from a private window', () => {
  it('is sent, marked and reported as any other, and in memory only', async () => {
    const made = world();
    const { state, start, store, pass } = made;
    const background = start();
    await background.menuClicked(LINK);
    await rest();
    expect(state.posts).toMatchObject([{ href: HREF }]);
    expect(await store.recent()).toMatchObject([{ state: 'running', isPrivate: true }]);
    expectOpen(made);
    await pass(background, HOUR);
    const [analysis] = await store.recent();
    expect(analysis).toMatchObject({ state: 'finished', verdict: { classification: 'MALICIOUS' } });
    expect(state.badge?.verdict).toBe('malicious');
    expectOpen(made);
    await background.command({ name: 'delete', ids: [analysis?.id ?? ''] });
    expect(await store.recent()).toEqual([]);
    expectOpen(made);
    await expectWhole(made);
  });

  it('names no host in what the system may keep', async () => {
    const made = world();
    const background = made.start();
    await background.menuClicked(LINK);
    await rest();
    await made.pass(background, HOUR);
    expect(made.state.notices).not.toEqual([]);
    expect(JSON.stringify(made.state.notices)).not.toContain('hidden');
  });

  it('counts against the limit after the browser was closed and opened', async () => {
    const made = world();
    const { state, start } = made;
    const background = start();
    for (const path of ['1', '2', '3']) await background.menuClicked({ ...LINK, linkUrl: HREF + path });
    await rest();
    expect(state.posts).toHaveLength(3);
    endBrowser(made);
    const next = start();
    await next.menuClicked({ menuItemId: 'link/linux', linkUrl: 'http://open.test/' });
    await rest();
    expect(state.posts).toHaveLength(3);
    await made.pass(next, 2 * MINUTE);
    expect(state.posts).toHaveLength(4);
  });

  it('stays beside what is not private of the same URL', async () => {
    const made = world();
    const { start, store, local, session } = made;
    const background = start();
    await background.menuClicked({ menuItemId: 'link/linux', linkUrl: HREF });
    await background.menuClicked(LINK);
    await background.command({ name: 'sendAnyway', batchId: (await store.offers())[0]?.batchId ?? '' });
    await rest();
    expect((await store.recent()).map(({ id }) => isPrivateId(id))).toEqual([true, false]);
    expect(JSON.stringify(local.items)).not.toContain('~');
    const open = (await store.recent())[1]?.id ?? '';
    endBrowser(made);
    expect(Object.keys(session.items)).toEqual([KEYS.credentials]);
    const later = start();
    await later.tick();
    expect((await store.recent()).map(({ id }) => id)).toEqual([open]);
    await expectWhole(made);
  });

  it('is not lost by an update; one that was deleted does not hold it up', async () => {
    const made = world();
    const { state, start, session } = made;
    delete session.items[KEYS.credentials];
    state.isOnline = false;
    const background = start();
    await background.menuClicked(LINK);
    const [analysis] = await made.store.recent();
    await background.command({ name: 'cancel', ids: [analysis?.id ?? ''] });
    await rest();
    await background.updateAvailable();
    expect(state.reloads).toBe(0);
    await background.command({ name: 'delete', ids: [analysis?.id ?? ''] });
    await rest();
    await background.updateAvailable();
    expect(state.reloads).toBe(1);
  });

  it('is erased with all others', async () => {
    const made = world();
    const { start, store, session } = made;
    const background = start();
    await background.menuClicked(LINK);
    await rest();
    await background.command({ name: 'erase' });
    await rest();
    expect(await store.recent()).toEqual([]);
    expect(JSON.stringify(session.items)).not.toContain('hidden');
    await expectWhole(made);
  });

  it('goes by age as any other', async () => {
    const made = world();
    const { state, start, store } = made;
    const background = start();
    await background.menuClicked(LINK);
    await rest();
    await made.pass(background, HOUR);
    await start().command({ name: 'savePreferences', keepDays: 1 });
    state.now += 2 * DAY;
    await start().command({ name: 'savePreferences', keepDays: 1 });
    await rest();
    expect(await store.recent()).toEqual([]);
  });
});

/** Areas of one background that dies at its n-th write: all that it asks for after that never comes. */
function mortal({ local, session }: World, writes: number) {
  let left = writes;
  let die: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const spared = <T>(answer: () => Promise<T>): Promise<T> => {
    if (left < 0) die();
    return left < 0 ? new Promise<never>(() => undefined) : answer();
  };
  const written = (write: () => Promise<void>) => {
    left -= 1;
    return spared(write);
  };
  const of = (area: WritableArea): WritableArea => ({
    get: (keys) => spared(() => area.get(keys)),
    keys: () => spared(() => area.keys()),
    set: (items) => written(() => area.set(items)),
    remove: (keys) => written(() => area.remove(keys)),
  });
  return { areas: { local: of(local), session: of(session) }, death, isDead: () => left < 0 };
}

describe('a death between any two writes of a private capture', () => {
  it('sends nothing twice, leaves nothing on the disk, and leaves all lists whole', async () => {
    let deaths = 0;
    for (let writes = 0; ; writes++) {
      const made = world();
      const { areas, death, isDead } = mortal(made, writes);
      await Promise.race([live(made, made.start(areas)), death]);
      await rest();
      expectOpen(made);
      if (!isDead()) break;
      deaths += 1;
      const next = made.start();
      await next.woke();
      await made.pass(next, 2 * DAY);
      expect(made.state.posts.length).toBeLessThanOrEqual(1);
      expectOpen(made);
      await expectWhole(made);
      const { rows } = await readOverview({ ...made, ...outside(made) }, { newest: 10 });
      for (const { analysis } of rows) expect(['finished', 'unconfirmed']).toContain(analysis.state);
      endBrowser(made);
      const last = made.start();
      await last.woke();
      await made.pass(last, HOUR);
      expect(await made.store.recent()).toEqual([]);
      expect(made.state).toMatchObject({ alarm: null, badge: { text: '' } });
      await expectWhole(made);
    }
    expect(deaths).toBeGreaterThan(15);
  });
});

function outside({ local, session, state }: World) {
  return {
    local: createSplitArea(local, session),
    hasPermission: async () => true,
    isOnline: () => true,
    now: () => state.now,
  };
}
