import { browser } from 'wxt/browser';

export const local = {
  get: (keys: string[]): Promise<Record<string, unknown>> => browser.storage.local.get(keys),
  set: (items: Record<string, unknown>): Promise<void> => browser.storage.local.set(items),
  remove: (keys: string[]): Promise<void> => browser.storage.local.remove(keys),
};

export const session = {
  get: (keys: string[]): Promise<Record<string, unknown>> => browser.storage.session.get(keys),
  set: (items: Record<string, unknown>): Promise<void> => browser.storage.session.set(items),
  remove: (keys: string[]): Promise<void> => browser.storage.session.remove(keys),
};

/** Calls back on each change of either area. Returns what ends it. */
export function onStorageChanged(callback: () => void): () => void {
  browser.storage.onChanged.addListener(callback);
  return () => browser.storage.onChanged.removeListener(callback);
}
