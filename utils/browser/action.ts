import { browser } from 'wxt/browser';
import type { Rank } from '@/utils/analyses/verdict.ts';
import type { Badge } from '@/utils/background/announcements.ts';

const CALM = '#4b45c6';
const ATTENTION = '#b3261e';
/** All with white on them at 4.5 to 1 at least. */
const VERDICTS: Record<Rank, string> = {
  malicious: '#b3261e',
  suspicious: '#8f5a00',
  unknown: '#5c5f66',
  none: '#5c5f66',
  clean: '#1d6f42',
};

export async function showBadge({ text, title, needsUser, verdict }: Badge): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({
      color: needsUser ? ATTENTION : verdict ? VERDICTS[verdict] : CALM,
    }),
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
