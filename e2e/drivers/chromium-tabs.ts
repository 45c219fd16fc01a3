import type { Page } from 'puppeteer-core';

declare const chrome: typeof import('wxt/browser').browser;

/** The id of the window that a page's tab is in: the protocol and the extension's APIs have the same. */
export async function windowOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  try {
    return (await session.send('Browser.getWindowForTarget')).windowId;
  } finally {
    await session.detach();
  }
}

/** Runs a self-contained function with the extension's APIs, but not in its background. */
export type Ask = <A extends unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A) => Promise<T>;

/** Makes a page's tab the active one of the window on top. One that is already is left as it is: others may be selected with it. */
export async function raise(page: Page, ask: Ask): Promise<void> {
  const { id, focused } = await ask(async () => {
    const { id, focused } = await chrome.windows.getLastFocused();
    return { id, focused };
  });
  const isOnTop = focused && id === (await windowOf(page));
  if (isOnTop && (await page.evaluate(() => document.visibilityState === 'visible'))) return;
  await page.bringToFront();
}

/** Selects these pages' tabs together, the first as the active one. */
export async function highlight(pages: readonly Page[], ask: Ask): Promise<void> {
  const windows = new Set<number>();
  const places: number[] = [];
  for (const page of pages) {
    await page.bringToFront();
    const windowId = await windowOf(page);
    windows.add(windowId);
    places.push(await ask(activePlace, windowId));
  }
  const [windowId, other] = windows;
  if (windowId === undefined || other !== undefined) throw new Error('Tabs of one window are wanted');
  await ask(select, windowId, places);
}

async function activePlace(windowId: number): Promise<number> {
  const [tab] = await chrome.tabs.query({ active: true, windowId });
  if (!tab) throw new Error('The window has no active tab');
  return tab.index;
}

async function select(windowId: number, tabs: number[]): Promise<void> {
  await chrome.tabs.highlight({ windowId, tabs });
}
