import { MINUTE } from '@/utils/analyses/time.ts';

/** Puts what is given among the user's downloads, as one JSON file of today. */
export function saveJson(content: unknown): void {
  const file = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' });
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(file);
  anchor.download = `detonate-${new Date().toISOString().slice(0, 10)}.json`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), MINUTE);
}
