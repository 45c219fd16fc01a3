import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({ id: 'link', title: 'Detonate link', contexts: ['link'] });
  });
  browser.contextMenus.onClicked.addListener((info) => {
    browser.storage.local.set({ clicked: String(info.menuItemId) });
  });
});
