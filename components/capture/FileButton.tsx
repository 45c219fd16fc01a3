import { useRef } from 'preact/hooks';
import { t } from '@/utils/browser/i18n.ts';

/** Lets the user choose a file with URLs. */
export function FileButton({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button id="choose-file" type="button" class="plain small" onClick={() => input.current?.click()}>
        {t('file_choose')}
      </button>
      <input
        ref={input}
        id="file"
        type="file"
        accept="text/*,.txt,.csv"
        aria-label={t('file_label')}
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
