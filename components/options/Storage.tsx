import { useRef, useState } from 'preact/hooks';
import { ExportButton } from '@/components/ExportButton.tsx';
import { SureButton } from '@/components/SureButton.tsx';
import { problemSentence } from '@/components/words.ts';
import type { Retention as Rule } from '@/utils/analyses/retention.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import type { Going } from '@/utils/background/retention-view.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import { Retention } from './Retention.tsx';
import { Used } from './Used.tsx';

interface StorageProps {
  /** How many records can't be read. */
  unreadable: number;
  rule: Rule;
  /** How many analyses are on their way. */
  open: number;
  send: (command: Command) => Promise<Reply>;
  onExport: () => Promise<void>;
  whatGoes: (rule: Rule) => Promise<Going>;
  /** How many bytes are used. */
  readUsed: () => Promise<number>;
}

/** What is kept in this browser: to take along, and to mend. */
export function Storage({ unreadable, rule, open, send, onExport, whatGoes, readUsed }: StorageProps) {
  const [answer, setAnswer] = useState('');
  const [erased, setErased] = useState(0);
  const exporter = useRef<HTMLButtonElement>(null);

  async function ask(command: Command, done: string) {
    // The button that was pressed may go once nothing is left to remove.
    exporter.current?.focus();
    const reply = await send(command).catch(() => null);
    setErased((times) => times + 1);
    if (reply?.ok) setAnswer(done);
    else setAnswer(reply && 'problem' in reply ? problemSentence(reply.problem) : t('answer_none'));
  }

  return (
    <section id="storage">
      <h2>{t('storage_label')}</h2>
      <p>{t('storage_about')}</p>
      <Used read={readUsed} count={erased} />
      <Retention key={erased} rule={rule} send={send} whatGoes={whatGoes} />
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
            onSure={() => ask({ name: 'repair' }, t('unreadable_removed'))}
          />
        )}
        <SureButton
          id="erase-all"
          label={t('erase_all')}
          sure={open > 0 ? t('erase_all_sure_open', open) : t('erase_all_sure')}
          onSure={() => ask({ name: 'erase' }, t('erase_all_done'))}
        />
        <span role="status">{answer}</span>
      </p>
    </section>
  );
}
