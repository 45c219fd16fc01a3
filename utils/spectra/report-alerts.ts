import { textOf } from './report-text.ts';
import { isObject, listOf } from './report-values.ts';

/** The shape of alerts is not documented: these are the fields by which such tools name them, the most telling first. */
const NAMES = ['description', 'message', 'msg', 'signature', 'alert', 'name', 'rule'];

/** What alerts of Snort and Suricata say; one that says nothing we can read is left out. */
export function alertsOf(...values: unknown[]): string[] {
  const texts = values.flatMap(listOf).map((one) => alertText(one));
  return [...new Set(texts)].filter((text) => text !== '');
}

/** Suricata's own log nests the text: `{ alert: { signature } }`. */
function alertText(value: unknown, isNested = false): string {
  if (!isObject(value)) return textOf(value);
  for (const name of NAMES) {
    const inner = value[name];
    const text = isObject(inner) && !isNested ? alertText(inner, true) : textOf(inner);
    if (text) return text;
  }
  return '';
}
