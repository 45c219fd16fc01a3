import type { Frame, Page } from 'puppeteer-core';
import type { Tab } from './chromium-tabs.ts';
import { type ClickedElement, describeElement } from './clicked-element.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** What Chromium tells an extension about a click in a context menu. */
interface MenuClick extends ClickedElement {
  menuItemId: string;
  parentMenuItemId?: string;
}

/** The click on an entry in the menu of an element; the entry's parent is what its id names before the slash. */
export async function describeClick(
  where: Page | Frame,
  selector: string,
  itemId: string,
): Promise<MenuClick> {
  const [parentMenuItemId] = itemId.includes('/') ? itemId.split('/') : [];
  return {
    menuItemId: itemId,
    ...(parentMenuItemId && { parentMenuItemId }),
    ...(await describeElement(where, selector)),
  };
}

/** Runs in the background: the click happens in the window's active tab, of which a click grants sight. */
export async function dispatchClick(click: MenuClick, { windowId, url, title }: Tab): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, windowId });
  const event = chrome.contextMenus.onClicked as unknown as { dispatch(...args: unknown[]): void };
  event.dispatch(click, { ...tab, url, title });
}

/** How many entries from the end of an element's menu the extension's own stands; 1 would be the last. */
export async function placeFromEnd(where: Page | Frame, selector: string): Promise<number> {
  const { linkUrl, mediaType, selectionText, frameId } = await describeElement(where, selector);
  // Below it there is "Inspect", for a page with nothing selected "View page source", and for a frame its source and its reload, too.
  if (linkUrl || mediaType || selectionText) return 2;
  return frameId === 0 ? 3 : 5;
}
