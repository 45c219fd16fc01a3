import { language, t } from '@/utils/browser/i18n.ts';
import type { HostForms } from '@/utils/capture/host-forms.ts';
import { listed } from './words.ts';

/** Why a host is not what it looks like, in a sentence. */
export function hintSentence(hint: HostForms['hints'][number]): string {
  switch (hint.kind) {
    case 'mixedScripts':
      return t('host_mixedScripts', listed(hint.scripts.map(scriptName)));
    case 'imitates':
      return t('host_imitates', hint.brand);
    case 'readsAsLatin':
      return t('host_readsAsLatin', hint.latin);
    case 'punctuation':
      return t('host_punctuation', hint.characters.join(' '));
    case 'invisible':
      return t('host_invisible');
  }
}

function scriptName(code: string): string {
  return new Intl.DisplayNames(language(), { type: 'script' }).of(code) ?? code;
}
