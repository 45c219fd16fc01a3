import { useRef, useState } from 'preact/hooks';
import { t } from '@/utils/browser/i18n.ts';
import { defangText } from '@/utils/capture/defang.ts';
import { CaseInput } from './CaseInput.tsx';

interface CaseLineProps {
  /** The case that all that follows is filed under; empty: none. */
  current: string;
  /** Those that are offered. */
  cases: readonly string[];
  onChange: (name: string) => void;
}

/** Under which case captures are filed, and how to change that. */
export function CaseLine({ current, cases, onChange }: CaseLineProps) {
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  function end(change?: () => void) {
    change?.();
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus());
  }

  return (
    <div id="case" class="case-line">
      {isEditing ? (
        <CaseInput
          cases={cases}
          label={t('case_label')}
          value={current}
          onSave={(name) => end(() => onChange(name))}
          onLeave={() => end()}
        />
      ) : (
        <>
          {current && (
            <span class="case-current" title={defangText(current)}>
              {t('case_current', defangText(current))}
            </span>
          )}
          <button ref={button} id="case-edit" type="button" class="link" onClick={() => setEditing(true)}>
            {current ? t('case_change') : t('case_set')}
          </button>
          {current && (
            <button id="case-end" type="button" class="link" onClick={() => end(() => onChange(''))}>
              {t('case_end')}
            </button>
          )}
        </>
      )}
    </div>
  );
}
