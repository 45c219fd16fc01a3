import { useMemo } from 'preact/hooks';
import { WholeUrl } from '@/components/DefangedUrl.tsx';
import { HostNote } from '@/components/HostNote.tsx';
import { MarkedUrl } from '@/components/MarkedUrl.tsx';
import { sightedPhrase } from '@/components/sighted-words.ts';
import { age, exact } from '@/components/times.ts';
import { listed } from '@/components/words.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import { defangHost } from '@/utils/capture/defang.ts';
import { hostForms } from '@/utils/capture/host-forms.ts';
import { inOrder } from '@/utils/spectra/platforms.ts';
import type { Decision } from './decide.ts';
import type { HeldGroup } from './groups.ts';

interface HeldItemProps {
  group: HeldGroup;
  /** The URL without what the guard saw; undefined where nothing can be left out. */
  rest: string | undefined;
  now: number;
  onDecide: (decision: Decision) => void;
}

/** Longer ones may have to be scrolled, which whoever uses the keyboard must come to. */
const SCROLLED = 300;

function scrolled(href: string, label: string) {
  return href.length > SCROLLED && { tabIndex: 0, role: 'group' as const, 'aria-label': label };
}

/** One URL that is held: what the guard saw in it and where, and the three ends that it can come to. */
export function HeldItem({ group, rest, now, onDecide }: HeldItemProps) {
  const { id, analyses } = group;
  const [{ href, sightings = [], capturedAt, origin, isPrivate }] = analyses;
  const { hostname } = new URL(href);
  const forms = useMemo(() => hostForms(hostname), [hostname]);
  const platforms = inOrder(analyses.map(({ platform }) => platform));
  return (
    <li class="held-item" data-held={id}>
      <h2 tabIndex={-1}>{defangHost(hostname)}</h2>
      <div class="held-url" {...scrolled(href, t('held_url'))}>
        <MarkedUrl href={href} sightings={sightings} />
      </div>
      <ol class="held-why">
        {sightings.map((sighting) => (
          <li key={`${sighting.kind} ${sighting.start}`}>{sightedPhrase(sighting)}</li>
        ))}
      </ol>
      <HostNote {...forms} />
      <p class="hint">
        {listed(platforms.map((platform) => t(`platform_${platform}_name`)))} · {t(`held_from_${origin}`)} ·{' '}
        <time dateTime={new Date(capturedAt).toISOString()} title={exact(capturedAt)}>
          {age(capturedAt, now)}
        </time>
        {isPrivate && <> · {t('held_private')}</>}
      </p>
      {rest !== undefined && (
        <div id={`rest-${id}`} class="held-rest" {...scrolled(rest, tn('held_rest', sightings.length))}>
          <span class="hint">{tn('held_rest', sightings.length)}</span> <WholeUrl href={rest} />
        </div>
      )}
      <div class="held-acts">
        {rest !== undefined && (
          <button
            type="button"
            class="plain"
            data-decide="without"
            aria-describedby={`rest-${id}`}
            onClick={() => onDecide('without')}
          >
            {tn('held_without', sightings.length)}
          </button>
        )}
        <button type="button" class="plain" data-decide="asItIs" onClick={() => onDecide('asItIs')}>
          {t('held_as_it_is')}
        </button>
        <button type="button" class="plain" data-decide="discard" onClick={() => onDecide('discard')}>
          {t('held_discard')}
        </button>
      </div>
    </li>
  );
}
