import type { Analysis } from './analyses.ts';
import { signArtefactLink } from './artefact-link.ts';
import type { Observations } from './observations.ts';
import { SANDBOXES } from './sandboxes.ts';
import { nestTechniques } from './techniques.ts';
import { reportTime, SECOND } from './time.ts';
import type { Verdict } from './verdict.ts';

/** An analysis that is finished, what it found, and what it saw. */
export interface Finished {
  analysis: Analysis;
  verdict: Verdict;
  observed: Observations;
}

/** TCA-0106: the `rl.report` of one analysis. `at` (ms) is when its links are signed, for one hour. */
export function describeReport({ analysis, verdict, observed }: Finished, at: number) {
  return {
    ...describeTarget(analysis.target),
    ...describeInHistory({ analysis, verdict }),
    ...(analysis.target.kind === 'url' && { browser: SANDBOXES[analysis.platform].browser }),
    threat_names: verdict.threatNames.map((threat_name) => ({ threat_name })),
    signatures: observed.signatures,
    mitre_attack: nestTechniques(observed.techniques),
    network: observed.network,
    snort_alerts: [],
    suricata_alerts: observed.alerts,
    dropped_files: observed.droppedFiles,
    screenshots: signArtefactLink('screenshots', analysis, at),
    pcap: signArtefactLink('pcap', analysis, at),
    memory_strings: signArtefactLink('memory_strings', analysis, at),
    dropped_files_url: signArtefactLink('dropped', analysis, at),
  };
}

/** The fields that tell what was analysed; `sha256` and `md5` of a URL are empty in real bodies. */
export function describeTarget(target: Analysis['target']) {
  const hashes = { sha1: target.sha1, sha256: '', md5: '' };
  return target.kind === 'url' ? { url: target.url, url_base64: target.urlBase64, ...hashes } : hashes;
}

/** An entry of `history_analysis`; one analysis has the same fields itself. */
export function describeInHistory({ analysis, verdict }: Pick<Finished, 'analysis' | 'verdict'>) {
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
