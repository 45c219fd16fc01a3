import { sightedKinds } from '@/components/sighted-words.ts';
import { t } from '@/utils/browser/i18n.ts';
import type { Look } from '@/utils/capture/look.ts';
import type { Watch } from '@/utils/capture/watch.ts';
import type { Chosen } from './choices.ts';

/** Why a person should look at it, as far as its text tells. */
export function doubtWords({ candidate: { doubt }, form, isRefused }: Chosen): string[] {
  const isPrivate = form.isPrivate && t(isRefused ? 'doubt_refused' : 'doubt_private');
  return [isPrivate, doubt && t(`doubt_${doubt}`)].filter((words) => typeof words === 'string');
}

/** What the guard will do, and why; empty where it sees nothing. */
export function guardWords({ sightings }: Pick<Look, 'sightings'>, { guard }: Watch): string {
  if (sightings.length === 0) return '';
  return t(guard === 'ask' ? 'guard_holds' : 'guard_warns', sightedKinds(sightings));
}
