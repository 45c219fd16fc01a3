import type { Page } from 'puppeteer-core';

/** The id of the window that a page's tab is in: the protocol and the extension's APIs have the same. */
export async function windowOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  try {
    return (await session.send('Browser.getWindowForTarget')).windowId;
  } finally {
    await session.detach();
  }
}
