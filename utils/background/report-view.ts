import type { Analysis } from '@/utils/analyses/analysis.ts';
import { analysisKey, batchKey, briefKey, KEYS } from '@/utils/analyses/keys.ts';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '@/utils/analyses/settings.ts';
import { type Brief, briefSchema } from '@/utils/spectra/brief.ts';
import type { Area } from './area.ts';
import { idsAt } from './lists.ts';
import { parseAnalysis, parseOr } from './parse.ts';

/** An analysis with what its report says, as far as that is kept. */
interface Reported {
  analysis: Analysis;
  brief?: Brief;
}

/** What the page of a batch's reports shows, in the order of the capture; empty where there is no such batch. */
export interface ReportView {
  batch: Reported[];
  settings: Settings;
}

/** Read without the background. */
export async function readReportView(area: Area, batchId: string): Promise<ReportView> {
  const ids = await idsAt(area, batchKey(batchId));
  const stored = await area.get([KEYS.settings, ...ids.flatMap((id) => [analysisKey(id), briefKey(id)])]);
  const batch = ids.flatMap((id) => {
    const analysis = parseAnalysis(stored[analysisKey(id)]);
    if (!analysis) return [];
    const brief = parseOr<Brief | null>(briefSchema, stored[briefKey(id)], null);
    return [brief ? { analysis, brief } : { analysis }];
  });
  return { batch, settings: parseOr(settingsSchema, stored[KEYS.settings], DEFAULT_SETTINGS) };
}
