import { useEffect, useState } from 'preact/hooks';
import { t } from '@/utils/browser/i18n.ts';

interface CopyGroupProps {
  /** What is copied. */
  label: string;
  /** In which forms: a button for each. */
  choices: readonly { id: string; label: string; text: () => string }[];
}

const SHOWN = 2500;

/** Copies one thing in the form that the user chooses, and says so in place. */
export function CopyGroup({ label, choices }: CopyGroupProps) {
  const [result, setResult] = useState('');

  useEffect(() => {
    if (!result) return;
    const timer = setTimeout(() => setResult(''), SHOWN);
    return () => clearTimeout(timer);
  }, [result]);

  const copy = (text: string, form: string) =>
    navigator.clipboard.writeText(text).then(
      () => setResult(t('report_copied', form)),
      () => setResult(t('copy_failed')),
    );

  return (
    <fieldset class="acts" aria-label={label}>
      <span class="acts-label" aria-hidden="true">
        {label}
      </span>
      {choices.map((choice) => (
        <button
          key={choice.id}
          id={choice.id}
          type="button"
          class="plain small"
          onClick={() => copy(choice.text(), choice.label)}
        >
          {choice.label}
        </button>
      ))}
      <span class="said" role="status">
        {result}
      </span>
    </fieldset>
  );
}
