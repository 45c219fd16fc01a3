import { useEffect, useState } from 'preact/hooks';
import { t } from '@/utils/browser/i18n.ts';
import { Icon } from './Icon.tsx';

const SHOWN = 3000;

/** Copies a text, and says so in place. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [result, setResult] = useState<'copied' | 'copy_failed' | null>(null);

  useEffect(() => {
    if (!result) return;
    const timer = setTimeout(() => setResult(null), SHOWN);
    return () => clearTimeout(timer);
  }, [result]);

  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setResult('copied'),
      () => setResult('copy_failed'),
    );

  return (
    <span class="copy">
      <button type="button" class="quiet" data-act="copy" aria-label={label} title={label} onClick={copy}>
        <Icon name={result === 'copied' ? 'check' : 'copy'} />
      </button>
      <span class="copy-result" role="status">
        {result && t(result)}
      </span>
    </span>
  );
}
