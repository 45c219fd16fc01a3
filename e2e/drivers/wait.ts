/** How long a condition may take on a busy machine before a journey gives up on it. */
export const PATIENCE = 30_000;

const PAUSE = 25;

/** What no waiting heals. */
export class HopelessError extends Error {}

export interface WaitOptions {
  /** Milliseconds; {@link PATIENCE} unless told. */
  timeout?: number;
  /** What is awaited, for the error: "the popup to open". */
  for: string;
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Asks `look` again and again until it answers with something truthy, and returns that.
 *
 * An error thrown by `look` counts as "not yet": pages, workers and menus come and go while one looks. The
 * last one is the cause of the error thrown at the end. Only a {@link HopelessError} ends the wait.
 */
export async function waitFor<T>(
  look: () => T | Promise<T>,
  { timeout = PATIENCE, for: what }: WaitOptions,
): Promise<NonNullable<T>> {
  const end = Date.now() + timeout;
  let cause: unknown;
  for (;;) {
    try {
      const found = await look();
      if (found) return found;
      cause = undefined;
    } catch (error) {
      if (error instanceof HopelessError) throw error;
      cause = error;
    }
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms in vain for ${what}`, { cause });
    await sleep(PAUSE);
  }
}

/** The same, but a promise that doesn't settle in time is given up with a clear error instead of hanging. */
export async function within<T>(
  promise: Promise<T>,
  { timeout = PATIENCE, for: what }: WaitOptions,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited ${timeout} ms in vain for ${what}`)), timeout);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
