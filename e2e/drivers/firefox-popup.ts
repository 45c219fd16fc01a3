import { writeFile } from 'node:fs/promises';
import type { View } from './driver.ts';
import type { FirefoxChrome } from './firefox-chrome.ts';
import { clickInPage, pressInPage, runBeside, runInside } from './firefox-content.ts';
import { waitFor } from './wait.ts';

// biome-ignore lint/suspicious/noExplicitAny: Firefox's internals have no types.
type Internal = any;

const KEY_CODES: Record<string, number> = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  Escape: 27,
  ' ': 32,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
};

/** The extension's popup in Firefox, which no protocol knows: reached through the window it hangs on. */
export class FirefoxPopup implements View {
  readonly #chrome: FirefoxChrome;
  readonly #addonId: string;

  private constructor(chrome: FirefoxChrome, addonId: string) {
    this.#chrome = chrome;
    this.#addonId = addonId;
  }

  /** Clicks the extension's button, and waits until the popup has loaded. */
  static async open(chrome: FirefoxChrome, addonId: string, buttonId: string): Promise<FirefoxPopup> {
    await closePopup(chrome);
    await chrome.run(clickButton, buttonId);
    const popup = new FirefoxPopup(chrome, addonId);
    await waitFor(
      () =>
        popup.evaluate(() => location.protocol === 'moz-extension:' && document.readyState === 'complete'),
      { for: 'the popup to open' },
    );
    return popup;
  }

  url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: as the user would read it, without what is hidden.
    return this.evaluate(() => document.body.innerText);
  }

  evaluate<A extends unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return runInside(this.#chrome, this.#addonId, 'popup', fn, ...args);
  }

  async waitForSelector(selector: string): Promise<void> {
    const isShown = (selector: string) => document.querySelector(selector)?.checkVisibility() ?? false;
    await waitFor(() => this.evaluate(isShown, selector), { for: `${selector} in the popup` });
  }

  async click(selector: string): Promise<void> {
    await this.waitForSelector(selector);
    await runBeside(this.#chrome, this.#addonId, 'popup', clickInPage, selector);
  }

  async fill(selector: string, text: string): Promise<void> {
    await this.waitForSelector(selector);
    await this.evaluate((selector) => {
      const field = document.querySelector(selector) as HTMLInputElement;
      field.focus();
      field.select();
    }, selector);
    if (text === '') await this.press('Backspace');
    else await this.type(text);
  }

  async type(text: string): Promise<void> {
    const keys = [...text].map((key) => ({ key }));
    await runBeside(this.#chrome, this.#addonId, 'popup', pressInPage, keys);
  }

  async press(key: string): Promise<void> {
    const keyCode = KEY_CODES[key];
    const keys = [{ key, ...(keyCode && { keyCode }) }];
    await runBeside(this.#chrome, this.#addonId, 'popup', pressInPage, keys);
  }

  async screenshot(path: string): Promise<void> {
    const picture = await this.#chrome.run(drawPopup);
    await writeFile(path, picture.slice(picture.indexOf(',') + 1), 'base64');
  }

  async close(): Promise<void> {
    await closePopup(this.#chrome);
  }
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

async function drawPopup(): Promise<string> {
  const popups = document.querySelectorAll<Internal>('browser.webextension-popup-browser');
  const popup = [...popups].find((found) => found.closest('panel')?.state === 'open');
  const picture = await popup.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return canvas.toDataURL();
}
