import { browser } from 'wxt/browser';

/** On install and on update; `isNew` on the first install only. */
export function onInstalled(callback: (isNew: boolean) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => callback(reason === 'install'));
}

/** At the start of the browser with this extension in it. */
export function onBrowserStart(callback: () => void): void {
  browser.runtime.onStartup.addListener(callback);
}

/** The network came back. Heard only while the background is awake. */
export function onOnline(callback: () => void): void {
  globalThis.addEventListener('online', callback);
}
