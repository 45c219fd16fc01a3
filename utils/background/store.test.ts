import { describe, expect, it } from 'vitest';
import { KEYS } from '@/utils/analyses/keys.ts';
import { DEFAULT_SETTINGS } from '@/utils/analyses/settings.ts';
import { createStore } from './store.ts';
import { memoryArea, memoryLocks } from './testing/memory.ts';
import { createTestWorld, rest } from './testing/world.ts';

const ONE = { address: 'https://one.test', userName: 'u/one' };
const OTHER = { address: 'https://other.test', userName: 'u/other' };

function createTestStore() {
  const local = memoryArea();
  const session = memoryArea();
  return {
    local,
    session,
    store: createStore({
      local,
      session,
      managed: memoryArea(),
      locks: memoryLocks(),
      now: () => 0,
      arm: async () => undefined,
    }),
  };
}

/** Lets the area take so many writes and then fail for ever, as where the background dies. */
function dieAfter(writes: number, ...areas: ReturnType<typeof memoryArea>[]): void {
  let left = writes;
  for (const area of areas) {
    const { set, remove } = area;
    const counted =
      <A>(write: (argument: A) => Promise<void>) =>
      async (argument: A) => {
        if (left-- <= 0) throw new Error('dead');
        await write(argument);
      };
    area.set = counted(set);
    area.remove = counted(remove);
  }
}

describe('the password', () => {
  it('is given to nobody but the account that it was typed for, wherever a save dies', async () => {
    for (const [before, after] of [
      ['session', 'session'],
      ['session', 'device'],
      ['device', 'session'],
      ['device', 'device'],
    ] as const) {
      for (let writes = 0; writes < 5; writes++) {
        const { local, session, store } = createTestStore();
        await store.saveSettings({ ...DEFAULT_SETTINGS, account: ONE, keep: before }, 'first');
        dieAfter(writes, local, session);
        await store
          .saveSettings({ ...DEFAULT_SETTINGS, account: OTHER, keep: after }, 'second')
          .catch(() => undefined);
        const credentials = await store.credentials();
        if (credentials) {
          expect(credentials).toEqual(
            credentials.userName === 'u/one'
              ? { ...ONE, password: 'first' }
              : { ...OTHER, password: 'second' },
          );
        }
      }
    }
  });

  it('is the one that was saved last, also where the place changed and the save died', async () => {
    const { local, session, store } = createTestStore();
    await store.saveSettings({ ...DEFAULT_SETTINGS, account: ONE, keep: 'session' }, 'old');
    dieAfter(1, local, session);
    await store
      .saveSettings({ ...DEFAULT_SETTINGS, account: ONE, keep: 'device' }, 'new')
      .catch(() => undefined);
    expect((await store.credentials())?.password).toBe('new');
  });

  it.each([
    ['device', 'session'],
    ['session', 'device'],
  ] as const)('leaves the %s when it is to be kept in the other place', async (before, after) => {
    const { local, session, store } = createTestStore();
    await store.saveSettings({ ...DEFAULT_SETTINGS, account: ONE, keep: before }, 'secret');
    await store.saveSettings({ ...DEFAULT_SETTINGS, account: ONE, keep: after }, 'secret');
    const [left, kept] = before === 'device' ? [local, session] : [session, local];
    expect(JSON.stringify(left.items)).not.toContain('secret');
    expect(kept.items[KEYS.credentials]).toEqual({ ...ONE, password: 'secret' });
    expect(await store.credentials()).toEqual({ ...ONE, password: 'secret' });
  });

  it('is gone where an account is saved without one', async () => {
    const { store } = createTestStore();
    await store.saveSettings({ ...DEFAULT_SETTINGS, account: ONE, keep: 'device' }, 'secret');
    await store.saveSettings({ ...DEFAULT_SETTINGS, account: OTHER, keep: 'device' }, null);
    expect(await store.credentials()).toBeNull();
  });
});

describe('the lists', () => {
  it('hold as unfinished only what is not at its end', async () => {
    const { state, start, store, pass } = createTestWorld();
    const background = start();
    for (let click = 0; click < 5; click++) {
      await background.menuClicked({ menuItemId: 'link/linux', linkUrl: `http://bad.test/${click}` });
      await rest();
      await pass(background, 60_000);
    }
    expect(state.posts).toHaveLength(5);
    expect(await store.unfinished()).toHaveLength(5);
    expect(await store.recent()).toHaveLength(5);
    state.answer = () => ({ result: 'refused', error: { kind: 'notAcceptable' } });
    await background.menuClicked({ menuItemId: 'link/linux', linkUrl: 'http://bad.test/failed' });
    await rest();
    await pass(background, 60_000);
    expect(await store.unfinished()).toHaveLength(5);
  });

  it('show a capture first, also after the clock was set back', async () => {
    const { state, start, store } = createTestWorld();
    state.isOnline = false;
    for (let click = 0; click < 55; click++) {
      await start().menuClicked({ menuItemId: 'link/linux', linkUrl: `http://bad.test/${click}` });
    }
    state.now -= 24 * 60 * 60 * 1000;
    await start().menuClicked({ menuItemId: 'link/linux', linkUrl: 'http://late.test/' });
    const recent = await store.recent();
    expect(recent).toHaveLength(50);
    expect(recent[0]?.href).toBe('http://late.test/');
  });
});
