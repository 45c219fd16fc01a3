import type { Sighting } from '@/utils/analyses/analysis.ts';
import { t } from '@/utils/browser/i18n.ts';
import { markedParts } from '@/utils/capture/marked.ts';
import { sightedPhrase } from './sighted-words.ts';

interface MarkedUrlProps {
  href: string;
  sightings: readonly Sighting[];
}

/** A URL in full with what the guard saw in it; each part has the number of its reason. */
export function MarkedUrl({ href, sightings }: MarkedUrlProps) {
  const parts = markedParts(href, sightings);
  return (
    <span class="whole-url">
      {parts.map(({ text, isHost, of }, place) => {
        const plain = isHost ? <b>{text}</b> : text;
        if (of.length === 0) return plain;
        const ended = of.filter((index) => !parts.slice(place + 1).some((part) => part.of.includes(index)));
        return (
          <mark>
            {plain}
            {ended.length > 0 && (
              <>
                <sup aria-hidden="true">{ended.map((index) => index + 1).join(' ')}</sup>
                <span class="hidden">
                  {ended.map((index) => t('held_marked', sightedPhrase(sightings[index] ?? { kind: '' })))}
                </span>
              </>
            )}
          </mark>
        );
      })}
    </span>
  );
}
