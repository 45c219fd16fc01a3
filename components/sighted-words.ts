import type { Sighting } from '@/utils/analyses/analysis.ts';
import { t } from '@/utils/browser/i18n.ts';
import { defangText } from '@/utils/capture/defang.ts';
import { isKind } from '@/utils/capture/guard/sighting.ts';
import { listed } from './words.ts';

type Seen = Pick<Sighting, 'kind' | 'name'>;

const LONGEST_NAME = 40;

/** What the guard saw: "Password reset". */
function kindWords({ kind }: Seen): string {
  return t(`sighted_${isKind(kind) ? kind : 'other'}`);
}

/** The same of several, each once, for a sentence. */
export function sightedKinds(sightings: readonly Seen[] = []): string {
  return listed(new Set(sightings.map(kindWords)));
}

/** What the guard saw, and under which name: "Password reset: token=…". */
export function sightedPhrase(seen: Seen): string {
  const words = kindWords(seen);
  return seen.name ? t('sighted_named', words, shownName(seen.name)) : words;
}

/** The same of several, each once. */
export function sightedPhrases(sightings: readonly Seen[]): string {
  return listed(new Set(sightings.map(sightedPhrase)));
}

/** A name comes from the URL: what could turn the text around, or hide in it, is written as it stands there. */
function shownName(name: string): string {
  const plain = name.replace(/\p{Cs}/gu, '').replace(/[^\w.[\]-]/gu, encodeURIComponent);
  return defangText(plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}…` : plain);
}
