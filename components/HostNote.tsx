import { t } from '@/utils/browser/i18n.ts';
import { defangHost } from '@/utils/capture/defang.ts';
import type { HostForms } from '@/utils/capture/host-forms.ts';
import { hintSentence } from './host-words.ts';

/** Both forms of an internationalised host, and what is doubtful about a host; nothing of a plain one. */
export function HostNote({ ascii, unicode, hints }: HostForms) {
  if (unicode === undefined && hints.length === 0) return null;
  return (
    <div class="host-note">
      {unicode !== undefined && (
        <p>
          {t('host_unicode')} <bdi class="host-form">{defangHost(unicode)}</bdi>
          <br />
          {t('host_ascii')} <bdi class="host-form">{defangHost(ascii)}</bdi>
        </p>
      )}
      {hints.map((hint) => {
        const sentence = hintSentence(hint);
        return (
          <p key={sentence} class="host-hint">
            <bdi>{sentence}</bdi>
          </p>
        );
      })}
    </div>
  );
}
