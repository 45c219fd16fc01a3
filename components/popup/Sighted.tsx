import { HostNote } from '@/components/HostNote.tsx';
import { Icon } from '@/components/Icon.tsx';
import { sightedPhrases } from '@/components/sighted-words.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import { defangHost } from '@/utils/capture/defang.ts';
import type { Watch } from '@/utils/capture/watch.ts';
import type { SeenTarget } from './use-target.ts';
import { WrapChoice } from './WrapChoice.tsx';

interface SightedProps {
  target: SeenTarget;
  guard: Watch['guard'];
}

/** Before the sending: what wraps the target, how its host is written, and what the guard sees in it. */
export function Sighted({ target: { known, isInner, choose }, guard }: SightedProps) {
  const [look, ...more] = known?.looks ?? [];
  const warnings = known ? warningsOf(known.looks, guard) : [];
  return (
    <div id="sighted">
      {known && known.wrapped.length > 0 && (
        <WrapChoice wrapped={known.wrapped} isInner={isInner} onChoose={choose} />
      )}
      {look && more.length === 0 && <HostNote {...look.forms} />}
      <div role="status">
        {warnings.map((warning) => (
          <p key={warning} class="warning">
            <Icon name="warning" />
            <span>{warning}</span>
          </p>
        ))}
      </div>
    </div>
  );
}

type Looks = NonNullable<SeenTarget['known']>['looks'];

function warningsOf(looks: Looks, guard: Watch['guard']): string[] {
  const refused = new Set(
    looks.filter(({ isRefused }) => isRefused).map(({ href }) => defangHost(new URL(href).hostname)),
  );
  const [host = ''] = refused;
  const seen = looks.filter(({ isRefused }) => !isRefused).flatMap(({ sightings }) => sightings);
  return [
    ...(refused.size > 0
      ? [looks.length > 1 ? tn('warn_refused', refused.size) : t('target_private', host)]
      : []),
    ...(seen.length > 0 ? [t(guard === 'ask' ? 'warn_ask' : 'warn_warn', sightedPhrases(seen))] : []),
  ];
}
