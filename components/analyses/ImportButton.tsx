import { useRef } from 'preact/hooks';
import { t } from '@/utils/browser/i18n.ts';

/** Lets the user choose a file that was saved before. */
export function ImportButton({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button id="import" type="button" class="plain small" onClick={() => input.current?.click()}>
        {t('import_open')}
      </button>
      <input
        ref={input}
        id="import-file"
        type="file"
        accept="application/json,.json"
        aria-label={t('import_label')}
        class="hidden"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
