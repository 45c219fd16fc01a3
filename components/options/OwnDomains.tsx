import { useEffect, useRef, useState } from 'preact/hooks';
import { listed } from '@/components/words.ts';
import type { Preferences } from '@/utils/analyses/settings.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import { defangText } from '@/utils/capture/defang.ts';
import { parseDomains } from './own-domains.ts';

interface OwnDomainsProps {
  /** What the user set, and what the organization adds. */
  saved: readonly string[];
  fixed: readonly string[];
  onSave: (choice: Pick<Preferences, 'ownDomains'>) => void;
}

/** Typing pauses for so long before what was typed is kept. */
const PAUSE = 600;
const NAMED = 3;

/** The company's domains, one a line. What is no host stays in the field, with a sentence; the others are kept. */
export function OwnDomains({ saved, fixed, onSave }: OwnDomainsProps) {
  const [text, setText] = useState(saved.join('\n'));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const kept = useRef(saved.join('\n'));
  const field = useRef<HTMLTextAreaElement>(null);
  const { bad, isTooMuch } = parseDomains(text);
  const fault = faultOf(bad, isTooMuch);

  function keep(typed: string) {
    clearTimeout(timer.current);
    const parsed = parseDomains(typed);
    if (parsed.isTooMuch || parsed.domains.join('\n') === kept.current) return;
    kept.current = parsed.domains.join('\n');
    onSave({ ownDomains: parsed.domains });
  }

  useEffect(() => {
    // Another page of the options may keep others meanwhile; what stands here follows unless it is being written.
    const stored = saved.join('\n');
    if (stored === kept.current || document.activeElement === field.current) return;
    kept.current = stored;
    setText(stored);
  }, [saved.join('\n')]);

  return (
    <div class="field">
      <label for="own-domains" class="label">
        {t('own_domains_label')}
      </label>
      {fixed.length > 0 && (
        <p class="hint fixed">
          {t('policy_domains')} <span class="domains">{listed(fixed.map(defangText))}</span>
        </p>
      )}
      <textarea
        ref={field}
        id="own-domains"
        rows={4}
        spellcheck={false}
        value={text}
        aria-invalid={fault !== ''}
        aria-describedby="own-domains-says"
        onInput={(event) => {
          const typed = event.currentTarget.value;
          setText(typed);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => keep(typed), PAUSE);
        }}
        onChange={(event) => keep(event.currentTarget.value)}
      />
      <p id="own-domains-says" class={fault ? 'fault' : 'hint'}>
        {fault || t('own_domains_hint')}
      </p>
    </div>
  );
}

function faultOf(bad: readonly string[], isTooMuch: boolean): string {
  if (isTooMuch) return t('own_domains_too_many');
  if (bad.length === 0) return '';
  const named = bad.slice(0, NAMED).map((line) => `“${line.slice(0, 60)}”`);
  return tn('own_domains_bad', bad.length, listed(named));
}
