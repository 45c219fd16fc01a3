import { browser } from 'wxt/browser';
import type { MenuApi, MenuClick } from '@/utils/background/menus.ts';

/** The browser's context menus; `create` reports an error by its callback only, here as a rejection. */
export const menuApi: MenuApi = {
  removeAll: () => browser.contextMenus.removeAll(),
  create: (entry) =>
    new Promise((resolve, reject) => {
      browser.contextMenus.create(entry, () => {
        const { lastError } = browser.runtime;
        if (lastError) reject(new Error(lastError.message));
        else resolve();
      });
    }),
  update: async (id, change) => {
    await browser.contextMenus.update(id, change);
  },
};

export function onMenuClick(callback: (click: MenuClick) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) =>
    callback({ ...(info as MenuClick), ...(tab?.incognito && { isPrivate: true }) }),
  );
}
