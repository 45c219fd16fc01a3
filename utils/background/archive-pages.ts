import type { Analysis } from '@/utils/analyses/analysis.ts';
import { ANALYSIS_PREFIX, analysisKey } from '@/utils/analyses/keys.ts';
import type { WritableArea } from './area.ts';
import { parseAnalysis } from './parse.ts';

/** How many records are read at a time: fewer take longer in all, more would keep the page from answering. */
const PAGE = 1000;

/** All analyses, newest first, a page of keys at a time; `onPage` is told how many of how many were read. */
export async function readArchive(
  area: Pick<WritableArea, 'get' | 'keys'>,
  onPage: (analyses: Analysis[], read: number, all: number) => void,
): Promise<void> {
  const ids = (await area.keys())
    .filter((key) => key.startsWith(ANALYSIS_PREFIX))
    .map((key) => key.slice(ANALYSIS_PREFIX.length))
    .sort()
    .reverse();
  for (let index = 0; index < ids.length; index += PAGE) {
    const some = ids.slice(index, index + PAGE);
    const stored = await area.get(some.map(analysisKey));
    const analyses = some.flatMap((id) => parseAnalysis(stored[analysisKey(id)]) ?? []);
    onPage(analyses, index + some.length, ids.length);
  }
}
