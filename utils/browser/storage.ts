import { browser } from 'wxt/browser';
import { DRAFT_PREFIX, GATE_PREFIX } from '@/utils/analyses/keys.ts';
import { isOwn } from '@/utils/background/parting.ts';
import { createSplitArea } from '@/utils/background/split-area.ts';

/** One of the browser's storage areas, as the background uses it. What the browser refuses rejects. */
function area(name: 'local' | 'session') {
  const storage = () => browser.storage[name] as typeof browser.storage.local;
  return {
    get: (keys: string[]): Promise<Record<string, unknown>> => storage().get(keys),
    keys: async (): Promise<string[]> =>
      // Firefox has `getKeys` since version 143 only.
      'getKeys' in storage() ? storage().getKeys() : Object.keys(await storage().get(null)),
    set: (items: Record<string, unknown>): Promise<void> => storage().set(items),
    remove: (keys: string[]): Promise<void> => storage().remove(keys),
  };
}

/** Local storage alone: what stands on the disk. */
export const disk = area('local');
export const session = area('session');
/** The same with what is private, which stands in session storage. */
export const local = createSplitArea(disk, session);

/** What the organization set by policy. Rejects in Firefox where it set nothing. */
export const managed = {
  get: (keys: string[]): Promise<Record<string, unknown>> => browser.storage.managed.get(keys),
};

/** What changed in a storage area, key by key; a key that was removed has no `newValue`. */
export type StorageChanges = Readonly<Record<string, { newValue?: unknown }>>;

/** Calls back on each change of either area; what a list has in the other is not told along. Returns what ends it. */
export function onStorageChanged(callback: (changes: StorageChanges) => void): () => void {
  const onChanged = (changes: StorageChanges) => callback(changes);
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

/** All that is on the disk but the password, key by key where it can't be read at once. Rejects where nothing can be read. */
export async function exportLocal(): Promise<Record<string, unknown>> {
  const all = await browser.storage.local.get(null).catch(readableParts);
  const { credentials: _, ...rest } = all;
  return rest;
}

async function readableParts(reason: unknown): Promise<Record<string, unknown>> {
  const parts = await Promise.allSettled((await disk.keys()).map((key) => disk.get([key])));
  const read = parts.flatMap((part) => (part.status === 'fulfilled' ? [part.value] : []));
  if (read.length === 0) throw reason;
  return Object.assign({}, ...read);
}

/** How many bytes local storage takes; where the browser does not say, as many as its keys and values have as JSON. */
export async function bytesUsed(): Promise<number> {
  const area = browser.storage.local as { getBytesInUse?: () => Promise<number> };
  if (area.getBytesInUse) return area.getBytesInUse();
  const keys = await disk.keys();
  let bytes = 0;
  for (let index = 0; index < keys.length; index += 500)
    bytes += JSON.stringify(await disk.get(keys.slice(index, index + 500))).length;
  return bytes;
}

/** Leaves nothing of what is stored, private or not, but what is known of the last requests, if that can be read: the limit goes on counting them. */
export async function eraseLocal(): Promise<void> {
  const all = await browser.storage.local.get(null).catch(() => ({}));
  const gates = Object.entries(all).filter(([key]) => key.startsWith(GATE_PREFIX));
  await browser.storage.local.clear();
  if (gates.length > 0) await browser.storage.local.set(Object.fromEntries(gates));
  await session.remove((await session.keys()).filter((key) => isOwn(key) || key.startsWith(DRAFT_PREFIX)));
}
