import type { Submission } from './submission.ts';
import type { Classification } from './verdict.ts';

export interface Technique {
  tactic: { id: string; name: string };
  id: string;
  name: string;
}

const HARMLESS = {
  signatures: [{ description: 'Performs DNS lookups', risk_factor: 5, sig_id: 353 }],
  techniques: [technique('TA0011', 'Command and Control', 'T1071', 'Application Layer Protocol')],
};
const HARMFUL = {
  signatures: [...HARMLESS.signatures, { description: 'Phishing site detected', risk_factor: 10, sig_id: 1 }],
  techniques: [...HARMLESS.techniques, technique('TA0001', 'Initial Access', 'T1566', 'Phishing')],
};

/** What a sandbox saw: little, in the shapes of real reports. It follows from target and classification. */
export function observe({ target }: Pick<Submission, 'target'>, classification: Classification) {
  const isHarmful = classification === 'MALICIOUS' || classification === 'SUSPICIOUS';
  return {
    ...(isHarmful ? HARMFUL : HARMLESS),
    network: target.kind === 'url' ? connections(target.url) : SILENCE,
    droppedFiles: classification === 'MALICIOUS' ? [DROPPED_FILE] : [],
  };
}

export type Observations = ReturnType<typeof observe>;

/** `mitre_attack`, which nests the techniques in their tactics, whatever else they carry. */
export function nestTechniques(techniques: readonly Technique[]) {
  const tactics = [...Map.groupBy(techniques, ({ tactic }) => tactic.id).values()].map((group) => ({
    ...group[0]?.tactic,
    techniques: { technique_list: group.map(({ tactic: _, ...rest }) => rest) },
  }));
  return { matrix_list: [{ name: 'Enterprise', tactics: { tactic_list: tactics } }] };
}

function technique(tacticId: string, tacticName: string, id: string, name: string): Technique {
  return { tactic: { id: tacticId, name: tacticName }, id, name };
}

// addresses of RFC 5737, for documentation
function connections(url: string): Record<string, object[]> {
  const { hostname, protocol, port } = new URL(url);
  const destination = {
    destination_ip: '192.0.2.10',
    destination_port: Number(port) || (protocol === 'https:' ? 443 : 80),
    process_id: 5476,
  };
  return {
    url: [{ url, source: 'memory' }],
    http: [{ ...destination, method: 'GET', url }],
    tcp: [destination],
    udp: [{ destination_ip: '192.0.2.53', destination_port: 53, process_id: 5476 }],
    dns: [{ process_id: 5476, type: 'A (IP address)', value: hostname, address: '192.0.2.10' }],
  };
}

const SILENCE: Record<string, object[]> = { url: [], http: [], tcp: [], udp: [], dns: [] };

const DROPPED_FILE = {
  sha1: '88a82523260a982a5dbfd3f4e19c3db4969a701b',
  sha256: '26ea9b916a48c6d54fb36ad5db111bbfa13ad8922198008554c852486d805e08',
  md5: 'a4ba5615d593e59bfcd485fcf897d050',
  classification: 'MALICIOUS',
  file_name: 'Chrome Cache Entry: 93',
  file_path: '',
  sample_type: 'Text/HTML',
  sample_size: 4214,
};
