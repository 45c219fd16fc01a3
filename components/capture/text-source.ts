import type { MessageKey } from '@/utils/browser/i18n.ts';

/** So many lines are read at once. */
export const MOST_LINES = 10_000;
const MB = 1_000_000;
/** A list of so many lines is shorter by far. */
const MOST_BYTES = 20 * MB;

export function linesIn(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** A text behind another, on a line of its own. */
export function appended(text: string, more: string): string {
  return text.trim() === '' ? more : `${text.trimEnd()}\n${more}`;
}

/** What stands in a file, or why that can't be read. */
export async function textOf(file: File): Promise<{ text: string } | { problem: MessageKey }> {
  if (file.size > MOST_BYTES) return { problem: 'file_too_large' };
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return { problem: 'file_unreadable' };
  // Spreadsheets save "Unicode text" in UTF-16, and say so by the first two bytes.
  const [first, second] = new Uint8Array(bytes);
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? { problem: 'file_no_text' } : { text };
}

/** The text that was dropped, or the first file. */
export function droppedIn(data: DataTransfer): File | string {
  return data.files[0] ?? (data.getData('text/plain') || data.getData('text/uri-list'));
}
