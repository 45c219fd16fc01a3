import { HostNote } from '@/components/HostNote.tsx';
import { t } from '@/utils/browser/i18n.ts';
import { defang, defangText } from '@/utils/capture/defang.ts';
import type { Look } from '@/utils/capture/look.ts';
import type { Watch } from '@/utils/capture/watch.ts';
import type { Chosen } from './choices.ts';
import { doubtWords, guardWords } from './hint-words.ts';

interface HintsProps {
  id: string;
  chosen: Chosen;
  look: Look;
  watch: Watch;
}

/** What a person should know of a URL before it is sent, in words. */
export function Hints({ id, chosen, look, watch }: HintsProps) {
  const shown = defang(chosen.form.href);
  const stood = chosen.candidate.stood.map(defangText).filter((text) => text !== shown);
  // Of what was handed over the answer tells what came of it.
  const guarded = chosen.isRefused || chosen.isSent ? '' : guardWords(look, watch);
  return (
    <div id={id} class="hints">
      {stood.length > 0 && (
        <p>
          {t('stood_as')} <bdi class="stood">{stood.join('  ')}</bdi>
        </p>
      )}
      <HostNote {...look.forms} />
      {doubtWords(chosen).map((words) => (
        <p key={words} class="doubt">
          <bdi>{words}</bdi>
        </p>
      ))}
      {guarded && <p class="doubt">{guarded}</p>}
    </div>
  );
}
