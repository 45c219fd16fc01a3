import { browser } from 'wxt/browser';

interface SidePanels {
  sidePanel?: { open: (options: { windowId: number }) => Promise<void> };
  sidebarAction?: { open: () => Promise<void> };
}

/** Opens the side panel of a window. To be called from a click, before anything is awaited: browsers open it only then. */
export function openSidePanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as SidePanels;
  return sidePanel ? sidePanel.open({ windowId }) : (sidebarAction?.open() ?? Promise.resolve());
}

/** The window that a page of ours is in. */
export async function currentWindowId(): Promise<number> {
  return (await browser.windows.getCurrent()).id ?? -1;
}
