import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { CASE_LENGTH } from '@/utils/analyses/case.ts';
import { t } from '@/utils/browser/i18n.ts';

interface CaseInputProps {
  /** The names that are offered. */
  cases: readonly string[];
  label: string;
  value?: string;
  /** Empty: no case. */
  onSave: (name: string) => void;
  onLeave: () => void;
}

/** A case's name, typed or chosen from those there are: Enter keeps it, Escape leaves it. */
export function CaseInput({ cases, label, value = '', onSave, onLeave }: CaseInputProps) {
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const save = () => onSave(field.current?.value.trim() ?? '');
  return (
    <span class="case-input">
      <input
        ref={field}
        type="text"
        list={list}
        aria-label={label}
        placeholder={t('case_placeholder')}
        maxLength={CASE_LENGTH}
        defaultValue={value}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Enter') save();
          else onLeave();
        }}
      />
      <datalist id={list}>
        {[...cases].sort().map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="button" class="plain small" data-act="case-save" onClick={save}>
        {t('case_save')}
      </button>
    </span>
  );
}
