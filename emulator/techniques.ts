import { choose, seedOf } from './choice.ts';
import type { Analysed } from './submission.ts';
import { type Classification, isHarmful } from './verdict.ts';

interface Tactic {
  id: string;
  name: string;
}

/** Of MITRE ATT&CK, as its pages name it. */
export interface Technique {
  tactic: Tactic;
  id: string;
  name: string;
}

const INITIAL_ACCESS = { id: 'TA0001', name: 'Initial Access' };
const EXECUTION = { id: 'TA0002', name: 'Execution' };
const DEFENSE_EVASION = { id: 'TA0005', name: 'Defense Evasion' };
const CREDENTIAL_ACCESS = { id: 'TA0006', name: 'Credential Access' };
const COMMAND_AND_CONTROL = { id: 'TA0011', name: 'Command and Control' };

const PROTOCOL = technique(COMMAND_AND_CONTROL, 'T1071', 'Application Layer Protocol');

const PHISHING = [
  technique(COMMAND_AND_CONTROL, 'T1071.001', 'Web Protocols'),
  technique(INITIAL_ACCESS, 'T1566', 'Phishing'),
  technique(INITIAL_ACCESS, 'T1566.002', 'Spearphishing Link'),
  technique(EXECUTION, 'T1204.001', 'Malicious Link'),
];
const STEALING = [
  technique(CREDENTIAL_ACCESS, 'T1056.003', 'Web Portal Capture'),
  technique(CREDENTIAL_ACCESS, 'T1539', 'Steal Web Session Cookie'),
];
const HIDING = [
  technique(DEFENSE_EVASION, 'T1027', 'Obfuscated Files or Information'),
  technique(DEFENSE_EVASION, 'T1036', 'Masquerading'),
  technique(DEFENSE_EVASION, 'T1497.001', 'System Checks'),
];

/** One for a harmless target; those of four tactics otherwise. */
export function observeTechniques(analysed: Analysed, classification: Classification): Technique[] {
  if (!isHarmful(classification)) return [PROTOCOL];
  const further = classification === 'MALICIOUS' ? STEALING : HIDING;
  return [PROTOCOL, ...PHISHING, ...choose(further, further.length - 1, `${seedOf(analysed)}/techniques`)];
}

/** `mitre_attack`, which nests the techniques in their tactics, whatever else they carry. */
export function nestTechniques(techniques: readonly Technique[]) {
  const tactics = [...Map.groupBy(techniques, ({ tactic }) => tactic.id).values()].map((group) => ({
    ...group[0]?.tactic,
    techniques: { technique_list: group.map(({ tactic: _, ...rest }) => rest) },
  }));
  return { matrix_list: [{ name: 'Enterprise', tactics: { tactic_list: tactics } }] };
}

function technique(tactic: Tactic, id: string, name: string): Technique {
  return { tactic, id, name };
}
