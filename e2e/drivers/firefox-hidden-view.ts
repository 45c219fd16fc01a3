import { writeFile } from 'node:fs/promises';
import type { View } from './driver.ts';
import type { FirefoxChrome } from './firefox-chrome.ts';
import { clickInPage, type Hidden, pressInPage, runBeside, runInside } from './firefox-content.ts';
import { keysOf } from './keys.ts';
import { waitFor } from './wait.ts';

// biome-ignore lint/suspicious/noExplicitAny: Firefox's internals have no types.
type Internal = any;

const KEY_CODES: Record<string, number> = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  Shift: 16,
  Control: 17,
  Alt: 18,
  Escape: 27,
  ' ': 32,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Delete: 46,
};

/** The extension's popup or sidebar in Firefox, which no protocol knows: reached through the window it hangs on. */
export class FirefoxHiddenView implements View {
  readonly #chrome: FirefoxChrome;
  readonly #addonId: string;
  readonly #hidden: Hidden;
  readonly #close: () => Promise<void>;

  constructor(chrome: FirefoxChrome, addonId: string, hidden: Hidden, close: () => Promise<void>) {
    this.#chrome = chrome;
    this.#addonId = addonId;
    this.#hidden = hidden;
    this.#close = close;
  }

  /** Waits until it has loaded. */
  async loaded(): Promise<void> {
    const isLoaded = () => location.protocol === 'moz-extension:' && document.readyState === 'complete';
    await waitFor(() => this.evaluate(isLoaded), { for: `the ${this.#hidden} to open` });
  }

  url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: as the user would read it, without what is hidden.
    return this.evaluate(() => document.body.innerText);
  }

  evaluate<A extends unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return runInside(this.#chrome, this.#addonId, this.#hidden, fn, ...args);
  }

  async waitForSelector(selector: string): Promise<void> {
    const isShown = (selector: string) => document.querySelector(selector)?.checkVisibility() ?? false;
    await waitFor(() => this.evaluate(isShown, selector), { for: `${selector} in the ${this.#hidden}` });
  }

  async click(selector: string): Promise<void> {
    await this.waitForSelector(selector);
    await runBeside(this.#chrome, this.#addonId, this.#hidden, clickInPage, selector);
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
    const strokes = [...text].map((key) => [{ key }]);
    await runBeside(this.#chrome, this.#addonId, this.#hidden, pressInPage, strokes);
  }

  async press(key: string): Promise<void> {
    const keyed = (name: string) => {
      const keyCode = KEY_CODES[name];
      return { key: name, ...(keyCode && { keyCode }) };
    };
    const strokes = [keysOf(key).map(keyed)];
    await runBeside(this.#chrome, this.#addonId, this.#hidden, pressInPage, strokes);
  }

  async screenshot(path: string): Promise<void> {
    const picture = await this.#chrome.run(draw, this.#hidden);
    await writeFile(path, picture.slice(picture.indexOf(',') + 1), 'base64');
  }

  async close(): Promise<void> {
    await this.#close();
  }
}

async function draw(hidden: string): Promise<string> {
  const popups = document.querySelectorAll<Internal>('browser.webextension-popup-browser');
  const browser =
    hidden === 'popup'
      ? [...popups].find((popup) => popup.closest('panel')?.state === 'open')
      : (document.getElementById('sidebar') as Internal).contentDocument.getElementById(
          'webext-panels-browser',
        );
  const picture = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return canvas.toDataURL();
}
