import type { RefObject } from 'preact';
import { FileButton } from '@/components/FileButton.tsx';
import { t, tn } from '@/utils/browser/i18n.ts';
import { linesIn } from './text-source.ts';

interface TextFieldProps {
  /** The field keeps its text itself: a thousand lines are not to be written anew with each key. */
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  /** The user knows the text: it is theirs to unfold. */
  isFolded: boolean;
  /** What is wrong with what was to be read. */
  fault: string;
  onText: (text: string) => void;
  /** Whether such a text is more than is read at once; says so. */
  isTooMuch: (text: string) => boolean;
  onFile: (file: File) => void;
}

/** The text that URLs are looked for in. */
export function TextField({ isFolded, ...field }: TextFieldProps) {
  if (!isFolded) return <Field {...field} />;
  return (
    <details class="folded-text">
      <summary>{field.text === '' ? t('text_add') : tn('text_folded', linesIn(field.text))}</summary>
      <Field {...field} />
    </details>
  );
}

function Field({ field, text, fault, onText, isTooMuch, onFile }: Omit<TextFieldProps, 'isFolded'>) {
  return (
    <section class="text-field">
      <textarea
        ref={field}
        id="text"
        aria-label={t('text_label')}
        aria-describedby="fault"
        aria-invalid={fault !== ''}
        placeholder={t('text_placeholder')}
        // Firefox would keep what stands in it with the session, on the disk.
        autocomplete="off"
        spellcheck={false}
        defaultValue={text}
        onInput={(event) => onText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text/plain') ?? '';
          const { value, selectionStart, selectionEnd } = event.currentTarget;
          const next = value.slice(0, selectionStart) + pasted + value.slice(selectionEnd);
          // What stands there stays as it is.
          if (isTooMuch(next)) event.preventDefault();
        }}
      />
      <div class="text-acts">
        <FileButton
          ids={['choose-file', 'file']}
          text={t('file_choose')}
          label={t('file_label')}
          accept="text/*,.txt,.csv"
          onFile={onFile}
        />
        <p class="hint">{t('text_hint')}</p>
        <p id="fault" role="alert">
          {fault}
        </p>
      </div>
    </section>
  );
}
