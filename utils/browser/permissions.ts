import { browser } from 'wxt/browser';

function origins(address: string): { origins: string[] } {
  const { protocol, hostname } = new URL(address);
  return { origins: [`${protocol}//${hostname}/*`] };
}

/** Whether the browser lets us reach this service address. Firefox's users can take that back at any time. */
export function hasPermission(address: string): Promise<boolean> {
  return browser.permissions.contains(origins(address));
}

/** Asks the user for it, where it is not there yet. To be called in the user's click, before anything is awaited. */
export function requestPermission(address: string): Promise<boolean> {
  return browser.permissions.request(origins(address));
}

const TABS: { permissions: ['tabs'] } = { permissions: ['tabs'] };

/** Whether the browser tells us the addresses of tabs. */
export function mayReadTabs(): Promise<boolean> {
  return browser.permissions.contains(TABS);
}

/** Asks the user for that. To be called in the user's click, before anything is awaited. */
export function requestTabs(): Promise<boolean> {
  return browser.permissions.request(TABS);
}

export function onPermissionsChanged(callback: () => void): void {
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
}
