import { browser } from 'wxt/browser';
import type { Notice } from '@/utils/background/announcements.ts';

/** Shows a notice in place of the one with its id. */
export async function notify({ id, title, message }: Notice): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
}

export function onNotificationClick(callback: (id: string) => void): void {
  browser.notifications.onClicked.addListener((id) => {
    browser.notifications.clear(id);
    callback(id);
  });
}
