import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/utils/browser/i18n.ts';
import { appended, linesIn, MOST_LINES, textOf } from './text-source.ts';

/** The text that URLs are looked for in, and how more comes to it. */
export function useSource(first: string, onKeep: (text: string) => void) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(first);
  const [refusal, setRefusal] = useState('');
  useEffect(() => {
    if (first === '') field.current?.focus();
  }, []);

  const isTooLong = linesIn(text) > MOST_LINES;

  function take(next: string) {
    setRefusal('');
    setText(next);
    onKeep(next);
  }

  function isTooMuch(next: string): boolean {
    const lines = linesIn(next);
    if (lines > MOST_LINES) setRefusal(t('text_too_long', lines, MOST_LINES));
    return lines > MOST_LINES;
  }

  /** Puts it behind what is there. */
  function add(more: string) {
    // What was typed meanwhile stands in the field.
    const next = appended(field.current?.value ?? text, more);
    if (more.trim() === '' || isTooMuch(next)) return;
    if (field.current) field.current.value = next;
    take(next);
  }

  return {
    field,
    text,
    /** What is read: nothing of a text that is too long. */
    read: isTooLong ? '' : text,
    fault: refusal || (isTooLong ? t('text_too_long', linesIn(text), MOST_LINES) : ''),
    take,
    isTooMuch,
    async addAny(added: File | string): Promise<void> {
      if (typeof added === 'string') return add(added);
      const read = await textOf(added);
      if ('problem' in read) setRefusal(t(read.problem));
      else add(read.text);
    },
  };
}
