import { observeAlerts } from './alerts.ts';
import { type Connections, describeConnections, observeConnections } from './connections.ts';
import { observeDroppedFiles } from './dropped-files.ts';
import { observeSignatures, type Signature } from './signatures.ts';
import type { Analysed } from './submission.ts';
import { observeTechniques, type Technique } from './techniques.ts';
import { type Classification, hasRun } from './verdict.ts';

export interface Observations {
  signatures: readonly Signature[];
  techniques: readonly Technique[];
  network: Connections;
  alerts: readonly object[];
  droppedFiles: readonly object[];
}

const NOTHING: Observations = {
  signatures: [],
  techniques: [],
  network: describeConnections([]),
  alerts: [],
  droppedFiles: [],
};

/**
 * What a sandbox saw, in the shapes of real reports: little of a harmless target, nothing where the analysis did not run.
 * It follows from target, platform and classification.
 */
export function observe(analysed: Analysed, classification: Classification): Observations {
  if (!hasRun(analysed, classification)) return NOTHING;
  return {
    signatures: observeSignatures(analysed, classification),
    techniques: observeTechniques(analysed, classification),
    network: observeConnections(analysed, classification),
    alerts: observeAlerts(analysed, classification),
    droppedFiles: observeDroppedFiles(analysed, classification),
  };
}
