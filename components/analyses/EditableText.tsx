import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/utils/browser/i18n.ts';

interface EditableTextProps {
  text: string;
  /** The field's name. */
  label: string;
  /** What the button says while there is no text, and while there is one. */
  empty: string;
  edit: string;
  /** In characters. */
  longest: number;
  onSave: (text: string) => void;
}

/** A text of several lines that is edited in place: Ctrl+Enter keeps it, Escape leaves it as it was. */
export function EditableText({ text, label, empty, edit, longest, onSave }: EditableTextProps) {
  const [isEditing, setEditing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => {
    if (isEditing) field.current?.focus();
  }, [isEditing]);

  function end(isKept: boolean) {
    if (isKept) onSave(field.current?.value.trim() ?? '');
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus());
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Escape') end(false);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) end(true);
    else return;
    event.stopPropagation();
    event.preventDefault();
  }

  if (!isEditing) {
    return (
      <div class="editable">
        {text && <p class="editable-text">{text}</p>}
        <button
          ref={button}
          type="button"
          class="link"
          data-act="note"
          aria-label={`${text ? edit : empty}: ${label}`}
          onClick={() => setEditing(true)}
        >
          {text ? edit : empty}
        </button>
      </div>
    );
  }
  return (
    <div class="editable">
      <textarea
        ref={field}
        aria-label={label}
        maxLength={longest}
        rows={3}
        defaultValue={text}
        onKeyDown={onKey}
      />
      <p class="editable-acts">
        <button type="button" class="plain small" data-act="note-save" onClick={() => end(true)}>
          {t('note_save')}
        </button>
        <button type="button" class="plain small" onClick={() => end(false)}>
          {t('note_leave')}
        </button>
      </p>
    </div>
  );
}
