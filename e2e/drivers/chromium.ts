import puppeteer, { type Browser, type Frame, type Page, type Target } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.ts';
import { enterInAddressBar } from './address-bar.ts';
import { chromiumArguments, OWN_ERRANDS } from './chromium-arguments.ts';
import { ChromiumBackground } from './chromium-background.ts';
import { dispatchCommand, keysOfCommand } from './chromium-commands.ts';
import { ChromiumDownloads } from './chromium-downloads.ts';
import { describeClick, dispatchClick, placeFromEnd } from './chromium-menu.ts';
import { dispatchText } from './chromium-omnibox.ts';
import { acceptPermission } from './chromium-prompt.ts';
import { openSidePanel } from './chromium-side-panel.ts';
import { type Ask, findActive, highlight, isOneFocused, lookAt, raise } from './chromium-tabs.ts';
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
import { pointAt } from './mouse.ts';
import { walkByPlace } from './native-menu.ts';
import { PageView, waitForLoad } from './page-view.ts';
import { expectAlive, killBrowser, quitBrowser } from './process.ts';
import { openProfile } from './profile.ts';
import { toXdotool } from './shortcut.ts';
import { type Folder, openTemporaryFolder } from './temporary-folder.ts';
import { waitFor, within } from './wait.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** Starts Chromium, Chrome or Edge with the extension. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const deadEnd = await startDeadEnd();
  const profile = await openProfile(options.profileDir);
  const saved = await openTemporaryFolder('downloads');
  const driver = new Chromium(options, deadEnd, profile, saved);
  try {
    await driver.start();
  } catch (error) {
    await driver.close();
    throw error;
  }
  return driver;
}

class Chromium implements Driver {
  readonly name = 'chromium';
  version = '';
  extensionId = '';
  readonly #options: LaunchOptions;
  readonly #deadEnd: DeadEnd;
  readonly #profile: Folder;
  readonly #saved: Folder;
  #scheme: ColorScheme;
  #started: { browser: Browser; background: ChromiumBackground; downloads: ChromiumDownloads } | undefined;
  #popup: PageView | undefined;
  #reader: PageView | undefined;
  readonly #ask: Ask = (fn, ...args) => this.#read(fn, ...args);

  constructor(options: LaunchOptions, deadEnd: DeadEnd, profile: Folder, saved: Folder) {
    this.#options = options;
    this.#deadEnd = deadEnd;
    this.#profile = profile;
    this.#saved = saved;
    this.#scheme = options.colorScheme ?? 'light';
  }

  get baseUrl(): string {
    return `chrome-extension://${this.extensionId}/`;
  }

  async start(): Promise<void> {
    const {
      extensionDir,
      headless,
      display,
      inPrivateWindows = false,
      leaveBackgroundAlone = false,
    } = this.#options;
    const executablePath = this.#options.executablePath ?? findBrowser('chromium');
    if (!executablePath) throw new Error('No Chromium, Chrome or Edge found; set CHROMIUM_PATH');
    const browser = await puppeteer.launch({
      executablePath,
      headless,
      pipe: true,
      enableExtensions: true,
      acceptInsecureCerts: true,
      defaultViewport: null,
      userDataDir: this.#profile.dir,
      env: { ...process.env, ...(display && { DISPLAY: display }) },
      args: chromiumArguments(this.#options, this.#deadEnd.port),
      ...(leaveBackgroundAlone && { targetFilter: (target) => target.type() !== 'service_worker' }),
    });
    const background = await ChromiumBackground.watch(browser, leaveBackgroundAlone);
    const downloads = await ChromiumDownloads.watch(browser, this.#saved.dir);
    this.#started = { browser, background, downloads };
    this.version = await browser.version();
    this.extensionId = await browser.installExtension(extensionDir, { enabledInIncognito: inPrivateWindows });
    await waitFor(() => background.isAlive(this.baseUrl), { for: 'the background to run after its install' });
  }

  async openExtensionPage(path: string): Promise<TabView> {
    const page = await this.#browser.newPage();
    await page.goto(this.baseUrl + path);
    return this.#view(page);
  }

  async waitForExtensionPage(path: string): Promise<TabView> {
    const url = this.baseUrl + path;
    const target = await waitFor(
      () => this.#browser.targets().find((found) => found.type() === 'page' && found.url().startsWith(url)),
      { for: `the extension to open ${path}` },
    );
    return this.#view(await pageIn(target));
  }

  async openPage(url: string): Promise<Page> {
    const page = await this.#browser.newPage();
    await this.#paint(page);
    await page.goto(url);
    return page;
  }

  async openPrivatePage(url: string): Promise<Page> {
    const before = new Set(this.#browser.targets());
    await this.#read(async (url) => {
      await chrome.windows.create({ incognito: true, url });
    }, url);
    const target = await waitFor(
      () => this.#browser.targets().find((found) => !before.has(found) && found.url() === url),
      { for: 'a private window' },
    );
    const page = await pageIn(target);
    await this.#paint(page);
    await waitForLoad(new PageView(page), url);
    return page;
  }

  async highlight(pages: readonly Page[]): Promise<void> {
    await highlight(pages, this.#ask);
  }

  async openPopupOn(page: Page): Promise<View> {
    await this.#popup?.close();
    await raise(page, this.#ask);
    const before = new Set(this.#browser.targets());
    await this.#clickButton(page);
    const target = await waitFor(
      () =>
        this.#browser
          .targets()
          .find(
            (found) => !before.has(found) && found.url().startsWith(this.baseUrl) && found.type() === 'page',
          ),
      { for: 'the popup to open' },
    );
    this.#popup = await this.#view(await target.asPage());
    return this.#popup;
  }

  async waitForPopup(): Promise<View> {
    this.#popup = await waitFor(() => this.#findPopup(), { for: 'the popup to open' });
    return this.#popup;
  }

  async openSidePanel(): Promise<View> {
    const opener = await this.openExtensionPage('manifest.json');
    const target = await openSidePanel(opener, () => this.#browser.targets());
    const panel = await this.#view(await target.asPage());
    await opener.close();
    return panel;
  }

  async clickMenu(where: Page | Frame, selector: string, itemId: string): Promise<void> {
    const page = pageOf(where);
    await raise(page, this.#ask);
    const info = await describeClick(where, selector, itemId);
    await this.evaluateInBackground(dispatchClick, info, await lookAt(page.target()));
  }

  async menuTitles(): Promise<undefined> {}

  async rightClickNative(
    where: Page | Frame,
    selector: string,
    title: string,
    path: readonly MenuStep[],
  ): Promise<void> {
    const fromEnd = await placeFromEnd(where, selector);
    await pointAt(this.#xdotool, where, selector);
    await walkByPlace(this.#xdotool, fromEnd, title, path);
  }

  async typeInOmnibox(keyword: string, text: string): Promise<void> {
    await this.evaluateInBackground(dispatchText, keyword, text);
  }

  async typeInOmniboxNative(keyword: string, text: string): Promise<void> {
    const bar = {
      isReachable: () => isOneFocused(this.#ask),
      isFocused: async () => !(await findActive(this.#browser.targets(), this.#ask)).tab.hasFocus,
    };
    await enterInAddressBar(this.#xdotool, bar, `${keyword} ${text}`);
  }

  async runCommand(name: string): Promise<void> {
    await this.#ask(keysOfCommand, name);
    await this.#popup?.close();
    const { target, tab } = await findActive(this.#browser.targets(), this.#ask);
    if (name === '_execute_action') await this.#clickButton(await target.asPage());
    else await this.evaluateInBackground(dispatchCommand, name, tab);
  }

  async runCommandNative(name: string): Promise<void> {
    const keys = await this.#ask(keysOfCommand, name);
    await waitFor(() => isOneFocused(this.#ask), { for: 'a window to have the focus' });
    await this.#xdotool('key', toXdotool(keys));
  }

  async evaluateInBackground<A extends unknown[], T>(
    fn: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T> {
    const worker = await this.#background.wake(this.baseUrl);
    const answer = worker.evaluate(fn as (...args: unknown[]) => unknown, ...args) as Promise<T>;
    return within(answer, { for: 'the background to answer' });
  }

  async storage(): Promise<{ local: Record<string, unknown>; session: Record<string, unknown> }> {
    return this.#read(async () => ({
      local: await chrome.storage.local.get(null),
      session: await chrome.storage.session.get(null),
    }));
  }

  async badge(): Promise<string> {
    return this.#read(() => chrome.action.getBadgeText({}));
  }

  async alarms(): Promise<PendingAlarm[]> {
    return this.#read(() => chrome.alarms.getAll());
  }

  async notifications(): Promise<ShownNotification[]> {
    return [...this.#background.shown];
  }

  async downloads(): Promise<Download[]> {
    expectAlive(this.#started?.browser);
    return this.#started?.downloads.read() ?? [];
  }

  async isBackgroundAlive(): Promise<boolean> {
    return this.#background.isAlive(this.baseUrl);
  }

  async fireAlarm(name: string): Promise<void> {
    await this.#read(async (name) => {
      const alarm = await chrome.alarms.get(name);
      if (!alarm) throw new Error(`There is no alarm ${name}`);
      const { periodInMinutes } = alarm;
      // An unpacked extension's alarms may be as near as one likes.
      await chrome.alarms.create(name, { when: Date.now(), ...(periodInMinutes && { periodInMinutes }) });
    }, name);
  }

  /** Its notifications are no windows that could take the focus. */
  async notificationsOpened(): Promise<void> {}

  async clickNotification(id: string): Promise<void> {
    if (!this.#background.shown.some((notification) => notification.id === id)) {
      throw new Error(`There is no notification ${id}`);
    }
    await this.evaluateInBackground((id) => {
      (chrome.notifications.onClicked as unknown as { dispatch(id: string): void }).dispatch(id);
    }, id);
  }

  async killBackground(): Promise<void> {
    await this.#background.kill(this.baseUrl);
  }

  async acceptPermission(view: TabView, selector: string): Promise<void> {
    await acceptPermission(this.#xdotool, view, selector);
  }

  async setColorScheme(scheme: ColorScheme): Promise<void> {
    this.#scheme = scheme;
    for (const page of await this.#browser.pages()) await this.#paint(page);
    if (this.#popup && !this.#popup.page.isClosed()) await this.#paint(this.#popup.page);
  }

  strayRequests(): readonly string[] {
    return this.#deadEnd.requests.filter((request) => !OWN_ERRANDS.test(request));
  }

  async update(): Promise<void> {
    // Pages of the extension as it was can't ask it any more.
    await this.#reader?.close();
    this.#reader = undefined;
    await this.#browser.installExtension(this.#options.extensionDir, {
      enabledInIncognito: this.#options.inPrivateWindows ?? false,
    });
    await waitFor(() => this.#background.isAlive(this.baseUrl), {
      for: 'the background to run after its update',
    });
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

  get #background(): ChromiumBackground {
    expectAlive(this.#started?.browser);
    return (this.#started as { background: ChromiumBackground }).background;
  }

  get #xdotool(): Display['xdotool'] {
    const display = this.#options.display ?? process.env['DISPLAY'];
    if (this.#options.headless || !display) throw new Error('This needs a browser on a display');
    return xdotoolOn(display);
  }

  async #stop(how: 'kill' | 'quit'): Promise<void> {
    const browser = this.#started?.browser;
    this.#started = undefined;
    this.#popup = undefined;
    this.#reader = undefined;
    if (browser) await (how === 'kill' ? killBrowser(browser) : quitBrowser(browser));
  }

  async #view(page: Page): Promise<PageView> {
    await this.#paint(page);
    const view = new PageView(page);
    await waitForLoad(view, this.baseUrl);
    return view;
  }

  async #clickButton(page: Page): Promise<void> {
    const extension = (await this.#browser.extensions()).get(this.extensionId);
    if (!extension) throw new Error('The extension is not installed any more');
    await page.triggerExtensionAction(extension);
  }

  /** The page of the extension's popup that is in no tab. */
  async #findPopup(): Promise<PageView | undefined> {
    const url = await this.#ask(() => chrome.action.getPopup({}));
    for (const target of this.#browser.targets()) {
      if (target.type() !== 'page' || !target.url().startsWith(url)) continue;
      const view = await this.#view(await target.asPage());
      if (!(await view.evaluate(() => chrome.tabs.getCurrent()))) return view;
    }
    return undefined;
  }

  async #paint(page: Page): Promise<void> {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: this.#scheme }]);
  }

  /** Asks the extension's APIs from a page of its own that nobody sees, and that runs nothing of it. */
  async #read<A extends unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    if (!this.#reader || this.#reader.page.isClosed()) {
      const target = await this.#background.openHidden(`${this.baseUrl}manifest.json`);
      this.#reader = new PageView(await target.asPage());
      await waitForLoad(this.#reader, this.baseUrl);
    }
    return this.#reader.evaluate(fn, ...args);
  }
}

/** The page in a tab. Not by `asPage`, beside which `browser.pages()` would have another of it, which never answers. */
async function pageIn(target: Target): Promise<Page> {
  const page = await target.page();
  if (!page) throw new Error(`${target.url()} is in no tab`);
  return page;
}
