import type { Sighting } from '@/utils/analyses/analysis.ts';
import { t } from '@/utils/browser/i18n.ts';
import { defangText } from '@/utils/capture/defang.ts';
import { isKind } from '@/utils/capture/guard/sighting.ts';
import { listed } from './words.ts';

type Seen = Pick<Sighting, 'kind' | 'name'>;

const LONGEST_NAME = 40;

/** What the guard saw, and under which name: "Password reset: token=…". */
export function sightedPhrase({ kind, name }: Seen): string {
  const words = t(`sighted_${isKind(kind) ? kind : 'other'}`);
  return name ? t('sighted_named', words, shownName(name)) : words;
}

/** The same of several, each once; empty where there are none. */
export function sightedPhrases(sightings: readonly Seen[] = []): string {
  return listed(new Set(sightings.map(sightedPhrase)));
}

/** A name comes from the URL: what could turn the text around, or hide in it, is written as it stands there. */
function shownName(name: string): string {
  const plain = name.replace(/\p{Cs}/gu, '').replace(/[^\w.[\]-]/gu, encodeURIComponent);
  return defangText(plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}…` : plain);
}
