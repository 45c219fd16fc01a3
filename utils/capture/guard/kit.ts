import { isPlaceholder } from './value.ts';

/**
 * Whether a value is one that a phishing kit made up, on which nobody's account hangs: the same hash twice, or a value beside
 * commands that only they have (`cmd=login_submit`, `dispatch=…`).
 */
export function isMadeUp(value: string, names: ReadonlySet<string>): boolean {
  const half = value.length / 2;
  if (value.length >= 32 && value.slice(0, half) === value.slice(half)) return true;
  return isPlaceholder(value) || names.has('dispatch') || names.has('cmd');
}
