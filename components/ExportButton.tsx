import type { RefObject } from 'preact';
import { t } from '@/utils/browser/i18n.ts';

interface ExportButtonProps {
  label: string;
  button?: RefObject<HTMLButtonElement | null>;
  /** Rejects where the storage does not let it. */
  onExport: () => Promise<void>;
  /** What came of it, in a sentence. */
  onAnswer: (answer: string) => void;
}

/** Saves what is stored as a file, and says whether that went well. */
export function ExportButton({ label, button, onExport, onAnswer }: ExportButtonProps) {
  return (
    <button
      {...(button && { ref: button })}
      id="export"
      type="button"
      class="plain"
      onClick={() =>
        onExport().then(
          () => onAnswer(t('storage_exported')),
          () => onAnswer(t('storage_export_failed')),
        )
      }
    >
      {label}
    </button>
  );
}
