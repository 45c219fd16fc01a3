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

/** An update was downloaded. While somebody listens, it waits for `reload` or the browser's next start. */
export function onUpdateAvailable(callback: () => void): void {
  browser.runtime.onUpdateAvailable.addListener(callback);
}

/** Starts the extension anew, with the update that waits. */
export function reload(): void {
  browser.runtime.reload();
}
