import type { Brief } from './brief.ts';
import { isObject, listOf, numberOf, textOf, unique } from './report-values.ts';

/** A threat that has no name is called "Unknown" in real reports. */
export function threatsOf(value: unknown): string[] {
  const names = listOf(value).map((one) => textOf(isObject(one) ? one['threat_name'] : one, 120));
  return [...new Set(names)].filter((name) => name !== '' && name.toLowerCase() !== 'unknown');
}

/** The riskiest first, else in the order of the report. */
export function signaturesOf(value: unknown): Brief['signatures'] {
  const all = listOf(value).flatMap((one) => {
    if (!isObject(one)) return [];
    const text = textOf(one['description']);
    const risk = numberOf(one['risk_factor']);
    return text ? [{ text, ...(risk !== undefined && { risk }) }] : [];
  });
  return unique(all, ({ text, risk }) => `${risk} ${text}`).sort(
    (one, other) => (other.risk ?? 0) - (one.risk ?? 0),
  );
}

/** MITRE ATT&CK nests them: matrices, tactics, techniques. */
export function techniquesOf(value: unknown): Brief['techniques'] {
  const tactics = listIn(value, 'matrix_list').flatMap((matrix) =>
    listIn(isObject(matrix) ? matrix['tactics'] : undefined, 'tactic_list'),
  );
  const all = tactics.filter(isObject).flatMap((tactic) =>
    listIn(tactic['techniques'], 'technique_list').flatMap((one) => {
      if (!isObject(one)) return [];
      const id = textOf(one['id'], 20);
      const name = textOf(one['name'], 120);
      return id || name ? [{ tactic: textOf(tactic['name'], 80), id, name }] : [];
    }),
  );
  return unique(all, ({ tactic, id, name }) => `${tactic}|${id}|${name}`);
}

function listIn(value: unknown, name: string): readonly unknown[] {
  return isObject(value) ? listOf(value[name]) : [];
}

/** The shape of alerts is not documented: the first of the fields by which such tools name them. */
const ALERT_TEXTS = ['description', 'message', 'msg', 'signature', 'alert', 'name', 'rule'];

export function alertsOf(value: unknown): string[] {
  const texts = listOf(value).flatMap((one) => alertText(one) || []);
  return [...new Set(texts)];
}

function alertText(value: unknown, isNested = false): string {
  if (!isObject(value)) return textOf(value);
  for (const name of ALERT_TEXTS) {
    const inner = value[name];
    const text = isObject(inner) && !isNested ? alertText(inner, true) : textOf(inner);
    if (text) return text;
  }
  return '';
}

const WORST_FIRST = ['malicious', 'suspicious'];

export function filesOf(value: unknown): Brief['files'] {
  const all = listOf(value).flatMap((one) => {
    if (!isObject(one)) return [];
    const hash = ['sha1', 'sha256', 'md5'].map((kind) => textOf(one[kind], 64)).find(isHash) ?? '';
    const name = textOf(one['file_name'], 160);
    if (!hash && !name) return [];
    const type = textOf(one['sample_type'], 60);
    const size = numberOf(one['sample_size']);
    const classification = textOf(one['classification'], 60);
    return [{ name, hash, classification, ...(type && { type }), ...(size !== undefined && { size }) }];
  });
  return unique(all, ({ name, hash }) => `${hash} ${name}`).sort(
    (one, other) => badness(other.classification) - badness(one.classification),
  );
}

function badness(classification: string): number {
  const index = WORST_FIRST.indexOf(classification.toLowerCase());
  return index < 0 ? 0 : WORST_FIRST.length - index;
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{32,64}$/i.test(text);
}
