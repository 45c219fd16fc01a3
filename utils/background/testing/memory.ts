import type { Locks, WritableArea } from '../area.ts';

/** A storage area in memory. Values are cloned both ways, as the browser does. */
export function memoryArea(
  items: Record<string, unknown> = {},
): WritableArea & { items: Record<string, unknown> } {
  return {
    items,
    async get(keys) {
      await turn();
      return structuredClone(
        Object.fromEntries(keys.filter((key) => key in items).map((key) => [key, items[key]])),
      );
    },
    async keys() {
      await turn();
      return Object.keys(items);
    },
    async set(added) {
      await turn();
      Object.assign(items, structuredClone(added));
    },
    async remove(keys) {
      await turn();
      for (const key of keys) delete items[key];
    },
  };
}

/** `navigator.locks` within one process: exclusive locks in order, and `ifAvailable`. */
export function memoryLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>();
  async function request(name: string, ...rest: unknown[]): Promise<unknown> {
    const callback = rest.at(-1) as (lock: { name: string } | null) => unknown;
    const { ifAvailable = false } = rest.length > 1 ? (rest[0] as LockOptions) : {};
    const held = tails.get(name);
    if (held && ifAvailable) return callback(null);
    const run = (async () => {
      await held?.catch(() => undefined);
      return callback({ name });
    })();
    const tail = run
      .catch(() => undefined)
      .then(() => {
        if (tails.get(name) === tail) tails.delete(name);
      });
    tails.set(name, tail);
    return run;
  }
  return { request } as Locks;
}

/** One turn of the event loop: other work that is ready goes first. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
