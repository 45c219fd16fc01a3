import { t } from '@/utils/browser/i18n.ts';
import { defang, defangHost, defangText } from '@/utils/capture/defang.ts';
import type { Inspection } from '@/utils/capture/inspection.ts';
import type { Watch } from '@/utils/capture/watch.ts';
import type { Chosen } from './choices.ts';
import { doubtWords, guardWords, hostWords } from './hint-words.ts';

interface HintsProps {
  id: string;
  chosen: Chosen;
  inspection: Inspection;
  watch: Watch;
}

/** What a person should know of a URL before it is sent, in words. */
export function Hints({ id, chosen, inspection, watch }: HintsProps) {
  const { host } = inspection;
  const shown = defang(chosen.form.href);
  const stood = chosen.candidate.stood.map(defangText).filter((text) => text !== shown);
  // Of what was handed over the answer tells what came of it.
  const guarded = chosen.isRefused || chosen.isSent ? '' : guardWords(inspection, watch);
  return (
    <div id={id} class="hints">
      {stood.length > 0 && (
        <p>
          {t('stood_as')} <bdi class="stood">{stood.join('  ')}</bdi>
        </p>
      )}
      {host.unicode && (
        <p>
          {t('host_unicode')} <bdi class="stood">{defangHost(host.unicode)}</bdi>
        </p>
      )}
      {[...hostWords(host), ...doubtWords(chosen)].map((words) => (
        <p key={words} class="doubt">
          <bdi>{words}</bdi>
        </p>
      ))}
      {guarded && <p class="doubt">{guarded}</p>}
    </div>
  );
}
