import { browser } from 'wxt/browser';

/** The address of the page that the popup was opened on; undefined where the browser does not tell. */
export async function activeTabUrl(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url;
}

/** Opens the options in a tab, or goes to it. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}
