import { MINUTE } from '@/utils/analyses/time.ts';

/** Puts a text among the user's downloads, under this name. */
export function saveFile(text: string, type: string, name: string): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([text], { type }));
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), MINUTE);
}

/** A file's name of today: `detonate-2026-11-24-analyses.csv`. */
export function namedToday(name: string): string {
  return `detonate-${new Date().toISOString().slice(0, 10)}-${name}`;
}
