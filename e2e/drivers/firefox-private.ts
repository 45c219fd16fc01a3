import type { Page } from 'puppeteer-core';
import type { FirefoxChrome } from './firefox-chrome.ts';
import { PageView, waitForLoad } from './page-view.ts';
import { waitFor } from './wait.ts';

// biome-ignore lint/suspicious/noExplicitAny: Firefox's internals have no types.
type Internal = any;
declare const ChromeUtils: Internal;
declare const openTrustedLinkIn: Internal;

/** Lets an extension into private windows; before its install, which needn't be repeated then. */
export async function allowInPrivateWindows(chrome: FirefoxChrome, addonId: string): Promise<void> {
  await chrome.run(grant, addonId);
}

/** Opens a web page in a private window of its own, and waits for its load. */
export async function openPrivatePage(
  chrome: FirefoxChrome,
  listPages: () => Promise<Page[]>,
  url: string,
): Promise<Page> {
  const before = new Set(await listPages());
  await chrome.run(openPrivately, url);
  const page = await waitFor(async () => (await listPages()).find((found) => !before.has(found)), {
    for: 'a private window',
  });
  await waitForLoad(new PageView(page), url);
  return page;
}

/** Where a private window is on top, gives the focus to one that isn't. */
export async function raiseOrdinaryWindow(chrome: FirefoxChrome): Promise<void> {
  await waitFor(() => chrome.run(raise), { for: 'an ordinary window to be on top' });
}

async function grant(addonId: string): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  await ExtensionPermissions.add(addonId, {
    permissions: ['internal:privateBrowsingAllowed'],
    origins: [],
  });
}

/** True once it is done. */
function raise(): boolean {
  const { BrowserWindowTracker } = ChromeUtils.importESModule(
    'resource:///modules/BrowserWindowTracker.sys.mjs',
  );
  const ordinary = BrowserWindowTracker.getTopWindow({ private: false });
  if (BrowserWindowTracker.getTopWindow() === ordinary) return true;
  ordinary.focus();
  return false;
}

function openPrivately(url: string): void {
  openTrustedLinkIn(url, 'window', { private: true });
}
