import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/utils/browser/i18n.ts';
import { defangText } from '@/utils/capture/defang.ts';

interface EditableTextProps {
  text: string;
  /** The field's name. */
  label: string;
  /** What the button says while there is no text, and while there is one. */
  empty: string;
  edit: string;
  /** In characters. */
  longest: number;
  /** What was typed and not kept yet: it outlives the field, whose row may go while it is edited. */
  draft: string | undefined;
  onDraft: (draft: string | undefined) => void;
  /** Whether it was kept. */
  onSave: (text: string) => Promise<boolean>;
}

/** A text of several lines that is edited in place: Ctrl+Enter keeps it, Escape leaves it as it was. */
export function EditableText({ text, draft, onDraft, onSave, ...words }: EditableTextProps) {
  const { label, empty, edit, longest } = words;
  const [isEditing, setEditing] = useState(draft !== undefined);
  const isAsked = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    // A draft that is shown again has not asked for the focus.
    if (isEditing && isAsked.current) field.current?.focus();
  }, [isEditing]);

  async function end(isKept: boolean) {
    const typed = field.current?.value ?? '';
    if (isKept && !(await onSave(typed.trim()))) return;
    // What was typed while it was kept is yet to be kept.
    if (isKept && (field.current?.value ?? typed) !== typed) return;
    const isHere = box.current?.contains(document.activeElement) ?? false;
    onDraft(undefined);
    setEditing(false);
    if (isHere) requestAnimationFrame(() => button.current?.focus());
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
        {text && <p class="editable-text">{defangText(text)}</p>}
        <button
          ref={button}
          type="button"
          class="link"
          data-act="note"
          aria-label={`${text ? edit : empty}: ${label}`}
          onClick={() => {
            isAsked.current = true;
            setEditing(true);
          }}
        >
          {text ? edit : empty}
        </button>
      </div>
    );
  }
  return (
    <div class="editable" ref={box}>
      <textarea
        ref={field}
        aria-label={label}
        maxLength={longest}
        rows={3}
        defaultValue={draft ?? text}
        onInput={(event) => onDraft(event.currentTarget.value)}
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
