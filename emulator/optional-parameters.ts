import { Refusal } from './refusal.ts';

type Rule = { onlyFor?: 'sha1'; values?: readonly string[] };

// TCA-0207, "optional_parameters"
const RULES = new Map<string, Rule>([
  ['internet_simulation', { onlyFor: 'sha1', values: ['true', 'false'] }],
  ['sample_name', { onlyFor: 'sha1' }],
  ['geolocation', { values: ['us', 'uk', 'in', 'br', 'de', 'jp', 'sg', 'it', 'es', 'fr', 'tor'] }],
  ['locale', { values: ['en-US', 'en-GB', 'pt-BR', 'de-DE', 'ja-JP', 'it-IT', 'es-ES', 'fr-FR'] }],
]);

/**
 * Parses `key=value` or `key: value`, joined by commas: the document's own example mixes both. Throws a 400 for
 * an unknown key or value, a key given twice, and for a file's parameter with a URL. The document allows
 * geolocation and locale for files only, too, but the vendor's own clients send them with URLs.
 */
export function parseOptionalParameters(text: string, form: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const part of text.trim() === '' ? [] : text.split(',')) {
    const sign = part.search(/[=:]/);
    const key = sign < 0 ? '' : part.slice(0, sign).trim();
    const value = sign < 0 ? '' : part.slice(sign + 1).trim();
    const rule = RULES.get(key);
    if (rule === undefined) throw new Refusal(400, `optional_parameters: "${part.trim()}" is not supported.`);
    if (Object.hasOwn(parameters, key)) throw new Refusal(400, `optional_parameters: ${key} is given twice.`);
    if (rule.onlyFor !== undefined && rule.onlyFor !== form) {
      throw new Refusal(400, `optional_parameters: ${key} is available only for SHA1 submissions.`);
    }
    if (value === '' || rule.values?.includes(value) === false) {
      throw new Refusal(400, `optional_parameters: "${value}" is not a supported value of ${key}.`);
    }
    parameters[key] = value;
  }
  return parameters;
}
