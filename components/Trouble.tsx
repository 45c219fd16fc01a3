import { useState } from 'preact/hooks';
import { t } from '@/utils/browser/i18n.ts';
import { ExportButton } from './ExportButton.tsx';
import { SureButton } from './SureButton.tsx';

interface TroubleProps {
  /** Both reject where the storage does not let them. */
  onExport: () => Promise<void>;
  onErase: () => Promise<void>;
}

/** In place of a page while the storage can't be read: what can be saved, and how to start anew. */
export function Trouble({ onExport, onErase }: TroubleProps) {
  const [answer, setAnswer] = useState('');
  return (
    <main class="trouble">
      <h1>{t('trouble_title')}</h1>
      <p>{t('trouble')}</p>
      <p>
        <ExportButton label={t('trouble_export')} onExport={onExport} onAnswer={setAnswer} />
      </p>
      <p>{t('trouble_erase_about')}</p>
      <p>
        <SureButton
          id="erase"
          label={t('trouble_erase')}
          sure={t('trouble_erase_sure')}
          onSure={() => onErase().catch(() => setAnswer(t('trouble_erase_failed')))}
        />
      </p>
      <p role="status">{answer}</p>
    </main>
  );
}
