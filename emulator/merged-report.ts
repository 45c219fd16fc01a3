import type { Analysis } from './analyses.ts';
import type { Observations } from './observations.ts';
import { describeInHistory, describeTarget, type Finished, summariseVerdict } from './report.ts';
import { nestTechniques } from './techniques.ts';
import { reportTime } from './time.ts';
import { worstOf } from './verdict.ts';

/** TCA-0106: the `rl.report` merged over the analyses of one URL or file, oldest first; it has no links. */
export function describeMergedReport(target: Analysis['target'], finished: readonly Finished[]) {
  const times = finished.map(({ analysis }) => analysis.startedAt);
  const found = finished.map(({ analysis, verdict, observed }) => ({
    id: analysis.analysisId,
    classification: verdict.classification,
    threats: verdict.threatNames.map((threat_name) => ({ threat_name })),
    ...observed,
  }));
  function merge<Item extends object>(pick: (of: Observations & { threats: Threat[] }) => readonly Item[]) {
    return mergeItems(found.map((of) => ({ id: of.id, items: pick(of) })));
  }

  return {
    ...describeTarget(target),
    ...summariseVerdict(worstOf(finished.map(({ verdict }) => verdict))),
    classification_version: 2,
    platforms: [...new Set(finished.map(({ analysis }) => analysis.platform))],
    first_analysis: reportTime(Math.min(...times)),
    last_analysis: reportTime(Math.max(...times)),
    history_analysis: finished.map(describeInHistory),
    threat_names: merge(({ threats }) => threats),
    signatures: merge(({ signatures }) => signatures),
    mitre_attack: nestTechniques(merge(({ techniques }) => techniques)),
    network: Object.fromEntries(KINDS.map((kind) => [kind, merge(({ network }) => network[kind])])),
    snort_alerts: [],
    suricata_alerts: merge(({ alerts }) => alerts),
    // of files alone, real bodies tell the ids as objects
    dropped_files: merge(({ droppedFiles }) => droppedFiles).map((file) => ({
      ...file,
      analysis_ids: file.analysis_ids.map((analysis_id) => ({
        analysis_id,
        classification: found.find(({ id }) => id === analysis_id)?.classification,
      })),
    })),
  };
}

const KINDS = ['url', 'http', 'tcp', 'udp', 'dns'] as const;

type Threat = { threat_name: string };

/** Each different item once, with the ids of the analyses that saw it. */
function mergeItems<Item extends object>(lists: readonly { id: string; items: readonly Item[] }[]) {
  const merged = new Map<string, Item & { analysis_ids: string[] }>();
  for (const { id, items } of lists) {
    for (const item of items) {
      const key = JSON.stringify(item);
      const seenBy = merged.get(key)?.analysis_ids ?? [];
      merged.set(key, { ...item, analysis_ids: [...seenBy, id] });
    }
  }
  return [...merged.values()];
}
