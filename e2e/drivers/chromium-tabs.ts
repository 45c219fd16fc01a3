import type { Page, Target } from 'puppeteer-core';

declare const chrome: typeof import('wxt/browser').browser;

/** Runs a self-contained function with the extension's APIs, but not in its background. */
export type Ask = <A extends unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A) => Promise<T>;

/** What is to be known of a page before its click or key. */
export interface Tab {
  /** The protocol and the extension's APIs have the same ids of windows. */
  windowId: number;
  url: string;
  title: string;
  /** Whether it is the active one of its window. */
  isShown: boolean;
  /** Whether the page has the keyboard, and not the window around it, or none of them. */
  hasFocus: boolean;
}

/** Looks at a page's tab. Not by puppeteer's Page: it may have two of one page, the second of which never answers. */
export async function lookAt(target: Target): Promise<Tab> {
  const session = await target.createCDPSession();
  try {
    const { windowId } = await session.send('Browser.getWindowForTarget');
    const expression = '[document.title, document.visibilityState, document.hasFocus()]';
    const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
    const [title, visibility, hasFocus] = result.value as [string, string, boolean];
    return { windowId, url: target.url(), title, isShown: visibility === 'visible', hasFocus };
  } finally {
    await session.detach();
  }
}

/** Makes a page's tab the active one of the window on top. One that is already is left as it is: others may be selected with it. */
export async function raise(page: Page, ask: Ask): Promise<void> {
  const { id, isFocused } = await ask(findWindowOnTop);
  const { windowId, isShown } = await lookAt(page.target());
  if (!isFocused || id !== windowId || !isShown) await page.bringToFront();
}

/** Whether a window of the browser has the keyboard. */
export async function isOneFocused(ask: Ask): Promise<boolean> {
  return (await ask(findWindowOnTop)).isFocused;
}

/** The active tab of the window on top. */
export async function findActive(
  targets: readonly Target[],
  ask: Ask,
): Promise<{ target: Target; tab: Tab }> {
  const { id } = await ask(findWindowOnTop);
  for (const target of targets) {
    if (target.type() !== 'page') continue;
    const tab = await lookAt(target);
    if (tab.windowId === id && tab.isShown) return { target, tab };
  }
  throw new Error('No page is in the active tab');
}

/** Selects these pages' tabs together, the first as the active one. */
export async function highlight(pages: readonly Page[], ask: Ask): Promise<void> {
  const windows = new Set<number>();
  const places: number[] = [];
  for (const page of pages) {
    await page.bringToFront();
    const { windowId } = await lookAt(page.target());
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

async function findWindowOnTop(): Promise<{ id: number | undefined; isFocused: boolean }> {
  const { id, focused } = await chrome.windows.getLastFocused();
  return { id, isFocused: focused };
}
