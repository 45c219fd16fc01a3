import { isPlaceholder } from './value.ts';

const FORMS = ['dispatch', 'cmd', 'country.x', 'locale.x', 'fav.1', 'fid.1', 'rand.13inboxlight.aspxn'];

/**
 * Whether a value is one that a phishing kit made up, on which nobody's account hangs: the same hash twice, or a value beside
 * commands and forms that only they have (`cmd=login_submit`, `dispatch=…`, `country.x=US&locale.x=en_US`, `fav.1`).
 */
export function isMadeUp(value: string, names: ReadonlySet<string>): boolean {
  const half = value.length / 2;
  if (value.length >= 32 && value.slice(0, half) === value.slice(half)) return true;
  return isPlaceholder(value) || FORMS.some((name) => names.has(name));
}
