import { nextLook } from './lookup.ts';

/**
 * A stored analysis in the present schema, still to be parsed. What is of no older one is given back as it is.
 * Version 1 (0.1.0) knew no look-ups: what was unconfirmed then is looked for now.
 */
export function migrateAnalysis(value: unknown): unknown {
  if (!isFirst(value)) return value;
  const { state, sentAt } = value;
  const isLookedFor = state === 'unconfirmed' && typeof sentAt === 'number';
  return { ...value, version: 2, looks: 0, ...(isLookedFor && { lookAt: nextLook(sentAt, sentAt) }) };
}

function isFirst(value: unknown): value is { version: 1; state?: unknown; sentAt?: unknown } {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === 1;
}
