import type { FirefoxChrome } from './firefox-chrome.ts';
import { FirefoxHiddenView } from './firefox-hidden-view.ts';

// biome-ignore lint/suspicious/noExplicitAny: Firefox's internals have no types.
type Internal = any;
declare const SidebarController: Internal;

/** Shows the extension's sidebar, and waits until it has loaded. */
export async function openSidebar(
  chrome: FirefoxChrome,
  addonId: string,
  buttonId: string,
): Promise<FirefoxHiddenView> {
  await chrome.run(showSidebar, `${buttonId}-sidebar-action`);
  const sidebar = new FirefoxHiddenView(chrome, addonId, 'sidebar', () => chrome.run(hideSidebar));
  await sidebar.loaded();
  return sidebar;
}

async function showSidebar(id: string): Promise<void> {
  if (!(await SidebarController.show(id))) throw new Error('The extension has no sidebar');
}

function hideSidebar(): void {
  SidebarController.hide();
}
