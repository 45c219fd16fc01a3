import { namedToday, saveFile } from './save-file.ts';

/** Puts what is given among the user's downloads, as one JSON file of today. */
export function saveJson(content: unknown): void {
  saveFile(JSON.stringify(content, null, 2), 'application/json', namedToday('storage.json'));
}
