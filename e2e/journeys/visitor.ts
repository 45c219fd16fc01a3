import type { Page } from 'puppeteer-core';
import type { TabView, View } from '../drivers/driver.ts';
import { waitFor } from '../drivers/wait.ts';
import { INBOX } from './pages.ts';
import type { Stage } from './stage.ts';

/** What a user does again and again; all that is opened is closed by `leave`. */
export function createVisitor(stage: () => Stage) {
  const pages: Page[] = [];
  const views: TabView[] = [];

  return {
    async clickMenu(selector: string, itemId: string): Promise<void> {
      // Left open: Firefox drops the click where the tab is gone before the background woke.
      const page = await stage().driver.openPage(INBOX);
      pages.push(page);
      await stage().driver.clickMenu(page, selector, itemId);
    },

    async open(path: string): Promise<TabView> {
      const view = await stage().driver.openExtensionPage(path);
      views.push(view);
      return view;
    },

    /** A tab that the extension opens by itself. */
    async meet(path: string): Promise<TabView> {
      const view = await stage().driver.waitForExtensionPage(path);
      views.push(view);
      return view;
    },

    /** Waits until a page says all of this. */
    async says(view: View, ...texts: string[]): Promise<void> {
      let text = '';
      await waitFor(
        async () => {
          text = (await view.text()).replace(/\s+/g, ' ');
          return texts.every((wanted) => text.includes(wanted));
        },
        { for: `the page to say ${texts.join(' and ')}` },
      ).catch((cause) => {
        throw new Error(`The page says: ${text}`, { cause });
      });
    },

    async leave(): Promise<void> {
      for (const view of views.splice(0)) await view.close();
      for (const page of pages.splice(0)) await page.close();
    },

    /** The browser that held all that was opened is gone. */
    forget(): void {
      views.length = 0;
      pages.length = 0;
    },
  };
}
