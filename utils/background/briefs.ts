import { briefKey } from '@/utils/analyses/keys.ts';
import { type Brief, briefSchema } from '@/utils/spectra/brief.ts';
import type { Area } from './area.ts';
import { parseOr } from './parse.ts';

/** Each has up to 8 kB: so many are read at a time. */
const PAGE = 100;

/** What the reports of these analyses say in brief, as far as that is kept. */
export async function readBriefs(area: Area, ids: readonly string[]): Promise<Record<string, Brief>> {
  const briefs: Record<string, Brief> = {};
  for (let index = 0; index < ids.length; index += PAGE) {
    const some = ids.slice(index, index + PAGE);
    const stored = await area.get(some.map(briefKey));
    for (const id of some) {
      const brief = parseOr<Brief | null>(briefSchema, stored[briefKey(id)], null);
      if (brief) briefs[id] = brief;
    }
  }
  return briefs;
}
