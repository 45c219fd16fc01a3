import { listed } from '@/components/words.ts';
import { sightedWords } from '@/utils/background/announcements.ts';
import { language, t } from '@/utils/browser/i18n.ts';
import { defangText } from '@/utils/capture/defang.ts';
import type { HostForms, HostHint } from '@/utils/capture/host-forms.ts';
import type { Inspection } from '@/utils/capture/inspection.ts';
import type { Watch } from '@/utils/capture/watch.ts';
import type { Chosen } from './choices.ts';

/** Why a person should look at it, as far as its text tells. */
export function doubtWords({ candidate: { doubt }, form, isRefused }: Chosen): string[] {
  const isPrivate = form.isPrivate && t(isRefused ? 'doubt_refused' : 'doubt_private');
  return [isPrivate, doubt && t(`doubt_${doubt}`)].filter((words) => typeof words === 'string');
}

/** What the guard will do, and why; empty where it sees nothing. */
export function guardWords({ sightings }: Inspection, { guard }: Watch): string {
  if (sightings.length === 0) return '';
  const seen = sightedWords([{ sightings }], t);
  return t(guard === 'ask' ? 'guard_holds' : 'guard_warns', seen);
}

/** Why a host is not what it looks like, each reason a phrase. */
export function hostWords({ hints }: HostForms): string[] {
  return hints.map(hintWords);
}

function hintWords(hint: HostHint): string {
  switch (hint.kind) {
    case 'mixedScripts':
      return t('host_mixedScripts', listed(hint.scripts.map(scriptName)));
    case 'imitates':
      return t('host_imitates', hint.brand);
    case 'readsAsLatin':
      return t('host_readsAsLatin', defangText(hint.latin));
    case 'punctuation':
      return t('host_punctuation', listed(hint.characters));
    case 'invisible':
      return t('host_invisible');
  }
}

function scriptName(code: string): string {
  return new Intl.DisplayNames(language(), { type: 'script' }).of(code) ?? code;
}
