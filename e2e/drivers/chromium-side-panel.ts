import type { Target } from 'puppeteer-core';
import type { View } from './driver.ts';
import { waitFor } from './wait.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** Opens the side panel of the window that an extension's page is in, and waits until there is a target for it. */
export async function openSidePanel(opener: View, targets: () => Target[]): Promise<Target> {
  // Puppeteer evaluates with a user's gesture, without which Chromium refuses.
  const path = await opener.evaluate(async () => {
    const panel = chrome.runtime.getManifest().side_panel;
    if (!panel) throw new Error('The extension has no side panel');
    const { id } = await chrome.windows.getCurrent();
    await chrome.sidePanel.open({ windowId: id as number });
    return chrome.runtime.getURL(`/${panel.default_path}` as '/popup.html');
  });
  return waitFor(() => targets().find((target) => target.url().startsWith(path)), {
    for: 'the side panel to open',
  });
}
