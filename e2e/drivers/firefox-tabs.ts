import type { Page } from 'puppeteer-core';
import type { FirefoxChrome } from './firefox-chrome.ts';

// biome-ignore lint/suspicious/noExplicitAny: Firefox's internals have no types.
type Internal = any;
declare const gBrowser: Internal;

/** Selects these pages' tabs together, the first as the active one. */
export async function highlight(chrome: FirefoxChrome, pages: readonly Page[]): Promise<void> {
  const [first] = pages;
  if (!first) throw new Error('Which tabs?');
  const window = await chrome.windowOf(first);
  const places: number[] = [];
  for (const page of pages) {
    await page.bringToFront();
    if ((await chrome.windowOf(page)).id !== window.id) throw new Error('Tabs of one window are wanted');
    places.push(await window.run(activePlace));
  }
  await window.run(select, places);
}

function activePlace(): number {
  return gBrowser.tabs.indexOf(gBrowser.selectedTab);
}

function select(places: number[]): void {
  gBrowser.selectedTabs = places.map((place) => gBrowser.tabs[place]);
}
