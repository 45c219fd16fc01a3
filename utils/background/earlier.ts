import type { Analysis } from '@/utils/analyses/analysis.ts';
import { analysisKey, targetKey } from '@/utils/analyses/keys.ts';
import type { Area } from './area.ts';
import { idsAt } from './lists.ts';
import { parseAnalysis } from './parse.ts';

/** Our own analyses of a URL, newest first, read without the background. */
export async function readEarlier(area: Area, href: string): Promise<Analysis[]> {
  const ids = await idsAt(area, targetKey(href));
  const stored = await area.get(ids.map(analysisKey));
  return ids.flatMap((id) => parseAnalysis(stored[analysisKey(id)]) ?? []);
}
