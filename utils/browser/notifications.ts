import { browser } from 'wxt/browser';
import type { Notice } from '@/utils/background/announcements.ts';

/** Shows a notice in place of the one with its id. */
export async function notify({ id, title, message, button, replaces }: Notice): Promise<void> {
  if (replaces) await browser.notifications.clear(replaces);
  const options = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  };
  if (!button) return void (await browser.notifications.create(id, options));
  // Firefox knows no buttons, and refuses a notice that has some: there the popup has the same button.
  await Promise.resolve()
    .then(() => browser.notifications.create(id, { ...options, buttons: [{ title: button }] }))
    .catch(() => browser.notifications.create(id, options));
}

export function onNotificationClick(callback: (id: string) => void): void {
  browser.notifications.onClicked.addListener((id) => {
    browser.notifications.clear(id);
    callback(id);
  });
}

/** The button of a notice was pressed. Chromium only. */
export function onNotificationButton(callback: (id: string) => void): void {
  browser.notifications.onButtonClicked?.addListener((id) => {
    browser.notifications.clear(id);
    callback(id);
  });
}
