import * as z from 'zod/mini';

/** The longest case and note that are kept, in characters. */
export const CASE_LENGTH = 100;
export const NOTE_LENGTH = 10_000;

/** A ticket's number or name, as the user files under it. */
export const caseSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(CASE_LENGTH));
export const noteSchema = z.string().check(z.maxLength(NOTE_LENGTH));

/** A text that nobody typed here, cut to a limit; no half of a character stays at its end. */
export function cutTo(text: string, length: number): string {
  const cut = text.slice(0, length);
  return cut.length < text.length ? cut.replace(/[\ud800-\udbff]$/, '') : text;
}
