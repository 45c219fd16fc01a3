import { browser } from 'wxt/browser';
import { isActiveTabPrivate } from './tabs.ts';

/** What is entered behind our keyword in the address bar; the browser does not say in which window, so it is the one that is used. */
export function onOmniboxEntered(callback: (text: string, isPrivate?: true) => void): void {
  browser.omnibox.onInputEntered.addListener(async (text) =>
    callback(text, (await isActiveTabPrivate()) || undefined),
  );
}
