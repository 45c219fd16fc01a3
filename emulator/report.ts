import type { Analysis } from './analyses.ts';
import { nestTechniques, observe } from './observations.ts';
import { SANDBOXES } from './sandboxes.ts';
import { reportTime, SECOND } from './time.ts';
import type { Verdict } from './verdict.ts';

/** An analysis that is finished, and what it found. */
export interface Finished {
  analysis: Analysis;
  verdict: Verdict;
}

/** TCA-0106: the `rl.report` of one analysis. `at` (ms) is when its links are signed, for one hour. */
export function describeReport({ analysis, verdict }: Finished, at: number) {
  const { signatures, techniques, network, droppedFiles } = observe(analysis, verdict.classification);
  return {
    ...describeTarget(analysis.target),
    ...describeInHistory({ analysis, verdict }),
    ...(analysis.target.kind === 'url' && { browser: SANDBOXES[analysis.platform].browser }),
    threat_names: verdict.threatNames.map((threat_name) => ({ threat_name })),
    signatures,
    mitre_attack: nestTechniques(techniques),
    network,
    snort_alerts: [],
    suricata_alerts: [],
    dropped_files: droppedFiles,
    behavioral: [],
    screenshots: signedLink('screenshots', analysis, at),
    pcap: signedLink('pcap', analysis, at),
    memory_strings: signedLink('memory_strings', analysis, at),
    dropped_files_url: signedLink('dropped', analysis, at),
  };
}

/** The fields that tell what was analysed; `sha256` and `md5` of a URL are empty in real bodies. */
export function describeTarget(target: Analysis['target']) {
  const hashes = { sha1: target.sha1, sha256: '', md5: '' };
  return target.kind === 'url' ? { url: target.url, url_base64: target.urlBase64, ...hashes } : hashes;
}

/** An entry of `history_analysis`; one analysis has the same fields itself. */
export function describeInHistory({ analysis, verdict }: Finished) {
  return {
    ...summarise(analysis),
    ...summariseVerdict(verdict),
    classification_version: 2,
    analysis_duration: Math.round((analysis.finishesAt - analysis.startedAt) / SECOND),
    configuration: SANDBOXES[analysis.platform].configuration,
    warnings: verdict.warnings,
  };
}

export function summarise({ analysisId, startedAt, platform }: Analysis) {
  return { analysis_id: analysisId, analysis_time: reportTime(startedAt), platform };
}

export function summariseVerdict({
  classification,
  riskScore,
}: Pick<Verdict, 'classification' | 'riskScore'>) {
  return { classification, risk_score: riskScore };
}

/** In the shape of a real one; it leads nowhere. */
function signedLink(what: string, { target, analysisId, platform }: Analysis, at: number): string {
  const name = `${target.sha1}_${analysisId}_${what}_${platform}.7z`;
  const date = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  const query = `X-Amz-Date=${date}&X-Amz-Expires=3600&X-Amz-Signature=emulated`;
  return `https://bucket.reversinglabs.com/rl-cloud-sandbox-${what}-prod/${name}?${query}`;
}
