import type { FirefoxChrome } from './firefox-chrome.ts';
import { FirefoxHiddenView } from './firefox-hidden-view.ts';
import { waitFor } from './wait.ts';

// biome-ignore lint/suspicious/noExplicitAny: Firefox's internals have no types.
type Internal = any;

/** Clicks the extension's button, and waits until the popup has loaded. */
export async function openPopup(
  chrome: FirefoxChrome,
  addonId: string,
  buttonId: string,
): Promise<FirefoxHiddenView> {
  await closePopup(chrome);
  await chrome.run(clickButton, buttonId);
  const popup = new FirefoxHiddenView(chrome, addonId, 'popup', () => closePopup(chrome));
  await popup.loaded();
  return popup;
}

/** Waits for the popup of the window on top, whatever has opened it. */
export async function waitForPopup(chrome: FirefoxChrome, addonId: string): Promise<FirefoxHiddenView> {
  const window = await chrome.onTop();
  const popup = new FirefoxHiddenView(window, addonId, 'popup', () => closePopup(window));
  await popup.loaded();
  return popup;
}

async function closePopup(chrome: FirefoxChrome): Promise<void> {
  await waitFor(() => chrome.run(hidePopups), { for: 'the popup to close' });
}

function clickButton(buttonId: string): void {
  const button = document.getElementById(`${buttonId}-BAP`);
  if (!button) throw new Error('The extension has no button on the toolbar');
  button.click();
}

/** True when none is left. */
function hidePopups(): boolean {
  const popups = document.querySelectorAll<Internal>('browser.webextension-popup-browser');
  const panels = [...popups].map((popup) => popup.closest('panel')).filter(Boolean);
  for (const panel of panels) panel.hidePopup();
  return panels.every((panel) => panel.state === 'closed');
}
