import { useRef, useState } from 'preact/hooks';
import { ExportButton } from '@/components/ExportButton.tsx';
import { SureButton } from '@/components/SureButton.tsx';
import { problemSentence } from '@/components/words.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import { t, tn } from '@/utils/browser/i18n.ts';

interface StorageProps {
  /** How many records can't be read. */
  unreadable: number;
  send: (command: Command) => Promise<Reply>;
  onExport: () => Promise<void>;
}

/** What is kept in this browser: to take along, and to mend. */
export function Storage({ unreadable, send, onExport }: StorageProps) {
  const [answer, setAnswer] = useState('');
  const exporter = useRef<HTMLButtonElement>(null);

  async function repair() {
    // The button that was pressed goes once nothing is left to remove.
    exporter.current?.focus();
    const reply = await send({ name: 'repair' }).catch(() => null);
    if (reply?.ok) setAnswer(t('unreadable_removed'));
    else setAnswer(reply && 'problem' in reply ? problemSentence(reply.problem) : t('answer_none'));
  }

  return (
    <section id="storage">
      <h2>{t('storage_label')}</h2>
      <p>{t('storage_about')}</p>
      {unreadable > 0 && (
        <p class="waiting">
          <b>{tn('unreadable', unreadable)}</b>
          <br />
          {t('unreadable_next')}
        </p>
      )}
      <p class="storage-acts">
        <ExportButton
          label={t('storage_export')}
          button={exporter}
          onExport={onExport}
          onAnswer={setAnswer}
        />
        {unreadable > 0 && (
          <SureButton
            id="repair"
            label={t('unreadable_remove')}
            sure={t('unreadable_remove_sure')}
            onSure={repair}
          />
        )}
        <span role="status">{answer}</span>
      </p>
    </section>
  );
}
