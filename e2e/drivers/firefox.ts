import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.ts';
import { enterInAddressBar } from './address-bar.ts';
import { pageOf } from './clicked-element.ts';
import { type DeadEnd, startDeadEnd } from './dead-end.ts';
import { type Display, xdotoolOn } from './display.ts';
import type {
  ColorScheme,
  Download,
  Driver,
  LaunchOptions,
  MenuStep,
  PendingAlarm,
  ShownNotification,
  TabView,
  View,
} from './driver.ts';
import { FirefoxChrome } from './firefox-chrome.ts';
import * as commands from './firefox-commands.ts';
import { runInside } from './firefox-content.ts';
import * as internals from './firefox-internals.ts';
import { activate, openMenu, readTitles, walkByTitle } from './firefox-menu.ts';
import * as omnibox from './firefox-omnibox.ts';
import { openPopup, waitForPopup } from './firefox-popup.ts';
import { firefoxPrefs } from './firefox-prefs.ts';
import { allowInPrivateWindows, openPrivatePage, raiseOrdinaryWindow } from './firefox-private.ts';
import { openSidebar } from './firefox-sidebar.ts';
import { highlight } from './firefox-tabs.ts';
import { pointAt } from './mouse.ts';
import { PageView, waitForLoad } from './page-view.ts';
import { expectAlive, killBrowser, quitBrowser } from './process.ts';
import { openProfile } from './profile.ts';
import { toXdotool } from './shortcut.ts';
import { type Folder, openTemporaryFolder } from './temporary-folder.ts';
import { waitFor } from './wait.ts';

/** The host of the extension's pages and storage: ours to choose, and the same for every start of a profile. */
const UUID = 'de70a7e0-0000-4000-8000-000000000000';

/** Starts Firefox with the extension. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const deadEnd = await startDeadEnd();
  const profile = await openProfile(options.profileDir);
  const saved = await openTemporaryFolder('downloads');
  const driver = new Firefox(options, deadEnd, profile, saved);
  try {
    await driver.start();
  } catch (error) {
    await driver.close();
    throw error;
  }
  return driver;
}

class Firefox implements Driver {
  readonly name = 'firefox';
  version = '';
  readonly extensionId: string;
  readonly baseUrl: string;
  /** The stem of the ids that Firefox gives to the extension's button and menu entries. */
  readonly #buttonId: string;
  readonly #options: LaunchOptions;
  readonly #deadEnd: DeadEnd;
  readonly #profile: Folder;
  readonly #saved: Folder;
  #scheme: ColorScheme;
  #started: { browser: Browser; chrome: FirefoxChrome } | undefined;

  constructor(options: LaunchOptions, deadEnd: DeadEnd, profile: Folder, saved: Folder) {
    this.#options = options;
    this.#deadEnd = deadEnd;
    this.#profile = profile;
    this.#saved = saved;
    this.#scheme = options.colorScheme ?? 'light';
    this.extensionId = readAddonId(options.extensionDir);
    this.#buttonId = this.extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
    this.baseUrl = `moz-extension://${UUID}/`;
  }

  async start(): Promise<void> {
    const { extensionDir, headless, display, inPrivateWindows } = this.#options;
    const executablePath = this.#options.executablePath ?? findBrowser('firefox');
    if (!executablePath) throw new Error('No Firefox found; set FIREFOX_PATH');
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless,
      acceptInsecureCerts: true,
      defaultViewport: null,
      userDataDir: this.#profile.dir,
      env: {
        ...process.env,
        ...(display && { DISPLAY: display, MOZ_ENABLE_WAYLAND: '0' }),
        MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
      },
      args: ['--remote-allow-system-access', '--width=1200', '--height=900'],
      extraPrefsFirefox: firefoxPrefs(this.#options, {
        addonId: this.extensionId,
        uuid: UUID,
        proxyPort: this.#deadEnd.port,
        scheme: this.#scheme,
        downloadDir: this.#saved.dir,
      }),
    });
    const chrome = await FirefoxChrome.of(browser);
    this.#started = { browser, chrome };
    this.version = await browser.version();
    if (inPrivateWindows) await allowInPrivateWindows(chrome, this.extensionId);
    await browser.installExtension(extensionDir);
    await chrome.run(internals.prepare, this.extensionId, this.#buttonId);
    await waitFor(() => this.isBackgroundAlive(), { for: 'the background to run after its install' });
  }

  async openExtensionPage(path: string): Promise<TabView> {
    const page = await this.#openTab();
    // Puppeteer never hears the end of this navigation, so it rejects when the tab closes.
    page.goto(this.baseUrl + path).catch(() => {});
    return this.#view(page, this.baseUrl + path);
  }

  async waitForExtensionPage(path: string): Promise<TabView> {
    const url = this.baseUrl + path;
    const page = await waitFor(() => this.#findPage(url), { for: `the extension to open ${path}` });
    return this.#view(page, url);
  }

  async openPage(url: string): Promise<Page> {
    const page = await this.#openTab();
    await page.goto(url);
    return page;
  }

  async openPrivatePage(url: string): Promise<Page> {
    return openPrivatePage(this.#chrome, () => this.#browser.pages(), url);
  }

  async highlight(pages: readonly Page[]): Promise<void> {
    await highlight(this.#chrome, pages);
  }

  async openPopupOn(page: Page): Promise<View> {
    await page.bringToFront();
    return openPopup(await this.#chrome.windowOf(page), this.extensionId, this.#buttonId);
  }

  async waitForPopup(): Promise<View> {
    return waitForPopup(this.#chrome, this.extensionId);
  }

  async openSidePanel(): Promise<View> {
    return openSidebar(this.#chrome, this.extensionId, this.#buttonId);
  }

  async clickMenu(where: Page | Frame, selector: string, itemId: string): Promise<void> {
    const window = await this.#chrome.windowOf(pageOf(where));
    await openMenu(window, where, selector);
    await activate(window, this.#buttonId, itemId);
  }

  async menuTitles(where: Page | Frame, selector: string): Promise<string[]> {
    const window = await this.#chrome.windowOf(pageOf(where));
    await openMenu(window, where, selector);
    return readTitles(window, this.#buttonId);
  }

  async rightClickNative(
    where: Page | Frame,
    selector: string,
    title: string,
    path: readonly MenuStep[],
  ): Promise<void> {
    await pointAt(this.#xdotool, where, selector);
    await walkByTitle(await this.#chrome.windowOf(pageOf(where)), this.#xdotool, title, path);
  }

  async typeInOmnibox(keyword: string, text: string): Promise<void> {
    const entry = `${keyword} ${text}`;
    const window = await this.#chrome.onTop();
    await window.run(omnibox.fillAddressBar, entry);
    await waitFor(() => window.run(omnibox.isKnown, entry), {
      for: `Firefox to know the keyword ${keyword}`,
    });
    await window.run(omnibox.pressEnter);
  }

  async typeInOmniboxNative(keyword: string, text: string): Promise<void> {
    const window = await this.#chrome.onTop();
    const bar = {
      isReachable: () => window.run(omnibox.hasFocus),
      isFocused: () => window.run(omnibox.isBarFocused),
      isKnown: (text: string) => window.run(omnibox.isKnown, text),
    };
    await enterInAddressBar(this.#xdotool, bar, `${keyword} ${text}`);
  }

  async runCommand(name: string): Promise<void> {
    const keys = await this.#chrome.run(commands.keysOfCommand, this.extensionId, name);
    await (await this.#chrome.onTop()).run(commands.pressKeys, this.extensionId, name, keys);
  }

  async runCommandNative(name: string): Promise<void> {
    const keys = await this.#chrome.run(commands.keysOfCommand, this.extensionId, name);
    const window = await this.#chrome.onTop();
    await waitFor(() => window.run(omnibox.hasFocus), { for: 'the window to have the focus' });
    await this.#xdotool('key', toXdotool(keys));
  }

  async evaluateInBackground<A extends unknown[], T>(
    fn: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T> {
    return runInside(this.#chrome, this.extensionId, 'background', fn, ...args);
  }

  async storage(): Promise<{ local: Record<string, unknown>; session: Record<string, unknown> }> {
    return this.#chrome.run(internals.readStorage, this.extensionId);
  }

  async badge(): Promise<string> {
    return this.#chrome.run(internals.readBadge, this.extensionId);
  }

  async alarms(): Promise<PendingAlarm[]> {
    return this.#chrome.run(internals.readAlarms, this.extensionId);
  }

  async notifications(): Promise<ShownNotification[]> {
    return this.#chrome.run(internals.readNotifications, this.extensionId);
  }

  async notificationsOpened(): Promise<void> {
    const areOpen = () => this.#chrome.run(internals.areNotificationsOpen);
    await waitFor(areOpen, { for: 'the windows of notifications to be open' });
  }

  async downloads(): Promise<Download[]> {
    const paths = await this.#chrome.run(internals.listDownloads);
    return Promise.all(
      paths.map(async (path) => ({ name: basename(path), text: await readFile(path, 'utf8') })),
    );
  }

  async isBackgroundAlive(): Promise<boolean> {
    return (await this.#chrome.run(internals.readBackgroundState, this.extensionId)) === 'running';
  }

  async fireAlarm(name: string): Promise<void> {
    return this.#chrome.run(internals.fireAlarm, this.extensionId, name);
  }

  async clickNotification(id: string): Promise<void> {
    const click = () => this.#chrome.run(internals.clickNotification, this.extensionId, id);
    await waitFor(click, { for: `the window of the notification ${id}` });
  }

  async killBackground(): Promise<void> {
    await this.#chrome.run(internals.stopBackground, this.extensionId);
    await waitFor(async () => !(await this.isBackgroundAlive()), { for: 'the background to stop' });
  }

  async acceptPermission(view: TabView, selector: string): Promise<void> {
    await view.click(selector);
  }

  async setColorScheme(scheme: ColorScheme): Promise<void> {
    this.#scheme = scheme;
    await this.#chrome.run(internals.setDarkTheme, scheme === 'dark' ? 1 : 0);
  }

  strayRequests(): readonly string[] {
    return this.#deadEnd.requests;
  }

  async update(): Promise<void> {
    await this.#browser.installExtension(this.#options.extensionDir);
    await this.#chrome.run(internals.prepare, this.extensionId, this.#buttonId);
    await waitFor(() => this.isBackgroundAlive(), { for: 'the background to run after its update' });
  }

  async restart(how: 'kill' | 'quit' = 'kill'): Promise<void> {
    await this.#stop(how);
    await this.start();
  }

  async close(): Promise<void> {
    await this.#stop('quit');
    await this.#deadEnd.close();
    await this.#profile.remove();
    await this.#saved.remove();
  }

  get #browser(): Browser {
    const browser = this.#started?.browser;
    expectAlive(browser);
    return browser;
  }

  get #chrome(): FirefoxChrome {
    expectAlive(this.#started?.browser);
    return (this.#started as { chrome: FirefoxChrome }).chrome;
  }

  get #xdotool(): Display['xdotool'] {
    const display = this.#options.display ?? process.env['DISPLAY'];
    if (this.#options.headless || !display) throw new Error('This needs a browser on a display');
    return xdotoolOn(display);
  }

  async #stop(how: 'kill' | 'quit'): Promise<void> {
    const browser = this.#started?.browser;
    this.#started = undefined;
    if (!browser) return;
    await (how === 'kill' ? killBrowser(browser) : quitBrowser(browser));
    // Puppeteer puts the profile's own preferences back once the process is gone, and must be through with it.
    const backups = ['prefs.js', 'user.js'].map((name) => join(this.#profile.dir, `${name}.puppeteer`));
    await waitFor(() => !backups.some(existsSync), { for: 'the profile to be put in order' });
  }

  /** In an ordinary window: the protocol itself would take the one on top. */
  async #openTab(): Promise<Page> {
    await raiseOrdinaryWindow(this.#chrome);
    return this.#browser.newPage();
  }

  async #findPage(url: string): Promise<Page | undefined> {
    for (const page of await this.#browser.pages()) {
      const href = await new PageView(page).url().catch(() => '');
      if (href.startsWith(url)) return page;
    }
    return undefined;
  }

  async #view(page: Page, url: string): Promise<PageView> {
    const view = new PageView(page);
    await waitForLoad(view, url);
    return view;
  }
}

function readAddonId(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${extensionDir} has no id for Firefox`);
  return id;
}
