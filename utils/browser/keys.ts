import { browser } from 'wxt/browser';
import { activeTab } from './tabs.ts';

/** The key for "this page on my platforms" was pressed. The popup's own key is the browser's affair. */
export function onPageKey(callback: (url: string, isPrivate?: true) => void): void {
  browser.commands.onCommand.addListener(async (name, pressedOn) => {
    if (name !== 'detonate-page') return;
    const tab = pressedOn?.url === undefined ? await activeTab() : pressedOn;
    callback(tab?.url ?? '', tab?.incognito || undefined);
  });
}
