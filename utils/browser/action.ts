import { browser } from 'wxt/browser';
import type { Badge } from '@/utils/background/announcements.ts';

const CALM = '#4b45c6';
const ATTENTION = '#b3261e';

export async function showBadge({ text, title, needsUser }: Badge): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: needsUser ? ATTENTION : CALM }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title }),
  ]);
}

/** Opens the popup; where the browser can't do that from here, the popup's page in a tab. */
export async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
  }
}
