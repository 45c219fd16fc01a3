import { Refusal } from './refusal.ts';

/** What a body of JSON holds in its envelope, `{"rl": {…}}`. Throws a 400 with the reason where it holds none. */
export function parseEnvelope(body: string): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw new Refusal(400, 'The body is not JSON.');
  }
  const rl = typeof parsed === 'object' && parsed !== null && 'rl' in parsed ? parsed.rl : null;
  if (typeof rl !== 'object' || rl === null) throw new Refusal(400, 'The body has no "rl" object.');
  return rl;
}
