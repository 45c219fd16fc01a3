import type { Analysis } from '@/utils/analyses/analysis.ts';
import { ANALYSIS_PREFIX, GATE_PREFIX } from '@/utils/analyses/keys.ts';
import type { Locks, WritableArea } from '../area.ts';

/** On which side of what an operation does the context dies. */
export type Phase = 'before' | 'after';

const RECORDED = [
  'held',
  'discarded',
  'queued',
  'submitting',
  'running',
  'finished',
  'noReport',
  'unconfirmed',
  'failed',
  'cancelled',
  'givenUp',
] as const;

/** What the background asks of the world, by name; a write also by what it is about. */
const OPERATIONS = [
  'local.get',
  'local.keys',
  'local.remove',
  ...RECORDED.map((state) => `local.set ${state}`),
  'local.set gate',
  'local.set other',
  'session.get',
  'session.keys',
  'session.remove',
  ...RECORDED.map((state) => `session.set ${state}`),
  'session.set other',
  'lock.store',
  'lock.tick',
  'submit',
  'trial',
  'usage',
  'history',
  'report',
  'alarm',
  'permission',
  'notify',
  'show',
] as const;

/** Ends that few stories come to: without more deaths there most would be over before one dies at them. */
const RARE = /^(?:local|session)\.set (?!queued|gate|other)|^(?:history|trial)$/;
const FRAGILITY = 0.15;

/** Where a context dies: an operation, and on which side of it. */
export type CrashPoint = `${string}:${Phase}`;

/** Every one there is: before and after each operation, which is at every await. */
export const CRASH_POINTS: CrashPoint[] = OPERATIONS.flatMap((name): CrashPoint[] => [
  `${name}:before`,
  `${name}:after`,
]);

/**
 * One run of the background, from its start to its death. All that it asks of the world goes through `operate`, which counts,
 * mixes the order in which things that are under way go on, and never comes back once the context is dead.
 */
export class Context {
  isAlive = true;
  /** It was told of something that stands nowhere, a permission or a start, and has not set the alarm since. */
  isOwing = false;
  #left = Number.POSITIVE_INFINITY;
  #point: CrashPoint | null = null;
  #phase: Phase = 'before';
  #isFragile = false;
  readonly #dice: () => number;
  readonly #onDeath: (context: Context, point: CrashPoint) => void;

  constructor(dice: () => number, onDeath: (context: Context, point: CrashPoint) => void) {
    this.#dice = dice;
    this.#onDeath = onDeath;
  }

  /** Dies at the operation that many further on. */
  dieIn(operations: number, phase: Phase): void {
    this.#left = operations;
    this.#phase = phase;
  }

  /** Dies at the next operation of this name. */
  dieAt(point: CrashPoint): void {
    this.#point = point;
  }

  /** Dies now and then at what few stories come to. */
  beFragile(): void {
    this.#isFragile = true;
  }

  /** Is left alone from now on. */
  spare(): void {
    this.#isFragile = false;
    this.#point = null;
    this.#left = Number.POSITIVE_INFINITY;
  }

  /** Dies between two operations. */
  die(point: CrashPoint = 'idle:after'): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    this.#onDeath(this, point);
  }

  async operate<T>(name: string, effect: () => T | Promise<T>): Promise<T> {
    if (!this.isAlive) return never();
    for (let hops = Math.floor(this.#dice() * 4); hops > 0; hops--) await undefined;
    if (!this.isAlive) return never();
    this.#left -= 1;
    const breaksAt = this.#isFragile && RARE.test(name) ? this.#dice() : 1;
    const ends = (phase: Phase) =>
      (this.#left <= 0 && this.#phase === phase) ||
      this.#point === `${name}:${phase}` ||
      (phase === 'before' ? breaksAt < FRAGILITY : breaksAt < 2 * FRAGILITY);
    if (ends('before')) return this.#end(`${name}:before`);
    const pending = effect();
    if (name === 'alarm') this.isOwing = false;
    // What takes time, as a request does, is under way at this point.
    if (ends('after')) return this.#end(`${name}:after`);
    const result = await pending;
    if (!this.isAlive) return never();
    return result;
  }

  #end(point: CrashPoint): Promise<never> {
    this.die(point);
    return never();
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** Storage as this context reaches it. `onWrite` is told of each write, and may refuse it. */
export function storageOf(
  context: Context,
  name: string,
  items: Record<string, unknown>,
  onWrite: (added: Record<string, unknown>) => void,
): WritableArea {
  return {
    get: (keys) =>
      context.operate(`${name}.get`, () =>
        Object.fromEntries(keys.filter((key) => key in items).map((key) => [key, items[key]])),
      ),
    keys: () => context.operate(`${name}.keys`, () => Object.keys(items)),
    set: (added) =>
      context.operate(`${name}.set ${kindOf(added)}`, () => {
        onWrite(added);
        Object.assign(items, frozenCopy(added));
      }),
    remove: (keys) =>
      context.operate(`${name}.remove`, () => {
        onWrite({});
        for (const key of keys) delete items[key];
      }),
  };
}

/** What is stored belongs to nobody: whoever changed it in place would see that fail. (A copy for each reader takes most of the time.) */
function frozenCopy<T>(value: T): T {
  return freeze(JSON.parse(JSON.stringify(value)) as T);
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}

/** What a write is about: the state of the first analysis in it, or the gate, or something else. */
function kindOf(items: Record<string, unknown>): string {
  const [, analysis] = Object.entries(items).find(([key]) => key.startsWith(ANALYSIS_PREFIX)) ?? [];
  if (analysis) return (analysis as Analysis).state;
  return Object.keys(items).some((key) => key.startsWith(GATE_PREFIX)) ? 'gate' : 'other';
}

interface Waiting {
  context: Context;
  grant: () => void;
}

/** `navigator.locks` over several contexts: exclusive, in order of asking; those of a dead context are free at once. */
export function createLockTable() {
  const holders = new Map<string, Context>();
  const queues = new Map<string, Waiting[]>();

  function grantNext(name: string): void {
    holders.delete(name);
    const queue = queues.get(name) ?? [];
    const next = queue.find(({ context }) => context.isAlive);
    queues.set(name, next ? queue.slice(queue.indexOf(next) + 1) : []);
    if (!next) return;
    holders.set(name, next.context);
    next.grant();
  }

  return {
    isHeld: (name: string): boolean => holders.has(name),

    locksOf(context: Context): Locks {
      async function request(name: string, callback: (lock: unknown) => unknown): Promise<unknown> {
        await context.operate(
          `lock.${name}`,
          () =>
            new Promise<void>((resolve) => {
              queues.set(name, [...(queues.get(name) ?? []), { context, grant: resolve }]);
              if (!holders.has(name)) grantNext(name);
            }),
        );
        try {
          return await callback({ name });
        } finally {
          if (holders.get(name) === context) grantNext(name);
        }
      }
      return { request } as Locks;
    },

    release(context: Context): void {
      for (const [name, holder] of holders) if (holder === context) grantNext(name);
    },
  };
}
