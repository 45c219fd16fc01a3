import { utcDate } from './time.ts';

/** How much of TCA-0207 each account has used on the current UTC day. */
export function createUsage() {
  const used = new Map<string, { date: string; queries: number }>();

  function queriesOn(user: string, at: number): number {
    const day = used.get(user);
    return day?.date === utcDate(at) ? day.queries : 0;
  }

  return {
    queriesOn,
    /** Quota is taken for what was answered with 200 only; an archive counts once per file that was started. */
    count(user: string, at: number, queries: number): void {
      used.set(user, { date: utcDate(at), queries: queriesOn(user, at) + queries });
    },
    reset(): void {
      used.clear();
    },
  };
}

export type Usage = ReturnType<typeof createUsage>;
