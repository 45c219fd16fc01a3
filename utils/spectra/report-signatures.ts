import type { Brief } from './brief.ts';
import { textOf } from './report-text.ts';
import { fieldOf, isObject, listOf, numberOf, unique } from './report-values.ts';

const LONGEST_NAME = 120;

/** A threat that has no name is called "Unknown" in real reports. */
export function threatsOf(value: unknown): string[] {
  const names = listOf(value).map((one) => textOf(fieldOf(one, 'threat_name'), LONGEST_NAME));
  return [...new Set(names)].filter((name) => name !== '' && name.toLowerCase() !== 'unknown');
}

/** The riskiest first, else in the order of the report. */
export function signaturesOf(value: unknown): Brief['signatures'] {
  const all: Brief['signatures'] = [];
  for (const one of listOf(value)) {
    const text = textOf(fieldOf(one, 'description'));
    const risk = isObject(one) ? numberOf(one['risk_factor']) : undefined;
    if (text) all.push(risk === undefined ? { text } : { text, risk });
  }
  return unique(all, ({ text, risk }) => `${risk} ${text}`).sort(
    (one, other) => (other.risk ?? 0) - (one.risk ?? 0),
  );
}

/** MITRE ATT&CK nests them: matrices, tactics, techniques. */
export function techniquesOf(value: unknown): Brief['techniques'] {
  const all: Brief['techniques'] = [];
  for (const matrix of listIn(value, 'matrix_list')) {
    for (const tactic of listIn(fieldOf(matrix, 'tactics'), 'tactic_list')) {
      if (!isObject(tactic)) continue;
      const name = textOf(tactic['name'], LONGEST_NAME);
      for (const one of listIn(tactic['techniques'], 'technique_list')) {
        const technique = techniqueOf(one);
        if (technique) all.push({ tactic: name, ...technique });
      }
    }
  }
  return unique(all, ({ tactic, id, name }) => `${tactic}|${id || name}`);
}

function techniqueOf(value: unknown): { id: string; name: string } | undefined {
  if (!isObject(value)) return undefined;
  const id = textOf(value['id'], LONGEST_NAME);
  const name = textOf(value['name'], LONGEST_NAME);
  return id || name ? { id, name } : undefined;
}

function listIn(value: unknown, name: string): readonly unknown[] {
  return isObject(value) ? listOf(value[name]) : [];
}
