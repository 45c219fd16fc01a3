import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import type { TabView } from './driver.ts';
import { keysOf } from './keys.ts';
import { PATIENCE, waitFor, within } from './wait.ts';

/** A page of the extension as puppeteer sees it: any tab, and Chromium's popup. */
export class PageView implements TabView {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
  }

  // Not page.url(): in Firefox puppeteer never hears of a navigation to an extension's page.
  url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: as the user would read it, without what is hidden.
    return this.evaluate(() => document.body.innerText);
  }

  async evaluate<A extends unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const answer = this.page.evaluate(fn as (...args: unknown[]) => unknown, ...args);
    return within(answer as Promise<T>, { for: 'a page of the extension to answer' });
  }

  async waitForSelector(selector: string): Promise<void> {
    await this.page.waitForSelector(selector, { visible: true });
  }

  async click(selector: string): Promise<void> {
    await this.waitForSelector(selector);
    await this.page.click(selector);
  }

  async fill(selector: string, text: string): Promise<void> {
    await this.waitForSelector(selector);
    await this.page.$eval(selector, (element) => {
      const field = element as HTMLInputElement;
      field.focus();
      field.select();
    });
    if (text === '') await this.press('Backspace');
    else await this.type(text);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(key: string): Promise<void> {
    const keys = keysOf(key) as KeyInput[];
    for (const one of keys) await this.page.keyboard.down(one);
    for (const one of keys.reverse()) await this.page.keyboard.up(one);
  }

  async chooseFiles(selector: string, ...paths: string[]): Promise<void> {
    const field = (await this.page.waitForSelector(selector)) as ElementHandle<HTMLInputElement>;
    await field.uploadFile(...paths);
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path: path as `${string}.png` });
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.page.setViewport({ width, height });
  }

  async close(): Promise<void> {
    if (!this.page.isClosed()) await this.page.close();
  }
}

/** Waits until a page is at a URL that begins so, and has loaded. */
export async function waitForLoad(view: PageView, url: string): Promise<void> {
  await waitFor(
    async () => {
      const [href, state] = await view.evaluate(() => [location.href, document.readyState] as const);
      return href.startsWith(url) && state === 'complete';
    },
    { for: `${url} to load` },
  );
}
