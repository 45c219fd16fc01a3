import type { Product } from './accounts.ts';
import { utcDate } from './time.ts';

/** What takes quota, and the names that TCA-9999 gives it. */
export const METERED = [
  { product: 'TCA-0207', name: 'TCA-0207 Dynamic Analysis' },
  { product: 'TCA-0106', name: 'TCA-0106 Dynamic Analysis Report' },
  { product: 'TCA-0403', name: 'TCA-0403 URL Threat Intelligence' },
] as const satisfies { product: Product; name: string }[];

interface Use {
  product: (typeof METERED)[number]['product'];
  user: string;
  at: number;
}

/** How much of each product each account has used on the current UTC day. */
export function createUsage() {
  const used = new Map<string, { date: string; queries: number }>();

  function queriesOn({ product, user, at }: Use): number {
    const day = used.get(`${product} ${user}`);
    return day?.date === utcDate(at) ? day.queries : 0;
  }

  return {
    queriesOn,
    /** Quota is taken for what was answered with 200 only; an archive counts once per file that was started. */
    count(use: Use, queries: number): void {
      const date = utcDate(use.at);
      used.set(`${use.product} ${use.user}`, { date, queries: queriesOn(use) + queries });
    },
    reset(): void {
      used.clear();
    },
  };
}

export type Usage = ReturnType<typeof createUsage>;
