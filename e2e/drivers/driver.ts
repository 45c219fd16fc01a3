import type { Frame, Page } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';
export type ColorScheme = 'light' | 'dark';

/** The host name under which the built extension knows its service. */
export const SERVICE_HOST = 'data.reversinglabs.com';

export interface LaunchOptions {
  /** The unpacked build: `.output/chrome-mv3` or `.output/firefox-mv3`. */
  extensionDir: string;
  headless: boolean;
  /** The browser's program; the installed one unless given. */
  executablePath?: string;
  /** The X display of a browser that isn't headless, as `:99`; the environment's unless given. */
  display?: string;
  /** Port on loopback that answers for {@link SERVICE_HOST} over TLS; its certificate may be anyone's. */
  servicePort?: number;
  /** Ordinary pages: `http:` requests to these host names go to this port on loopback. */
  pages?: { hosts: readonly string[]; port: number };
  /** A profile folder that outlives the browser; one that is removed at the end unless given. */
  profileDir?: string;
  /**
   * No debugger is attached to the background, so that it ends as it would for a user. It can't be spoken to then, and what it
   * shows is not noted. Firefox's always ends.
   */
  leaveBackgroundAlone?: boolean;
  /** Whether the user has allowed the extension in private windows. */
  inPrivateWindows?: boolean;
  /** What pages are told that the user prefers; light unless given. */
  colorScheme?: ColorScheme;
}

/** A page of the extension, in a tab or as the popup. Selectors are CSS. */
export interface View {
  url(): Promise<string>;
  /** The text as the user would read it. */
  text(): Promise<string>;
  /** Runs a self-contained function in the page; arguments and result must be JSON. */
  evaluate<A extends unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Waits until an element is there and visible. */
  waitForSelector(selector: string): Promise<void>;
  /** A click that counts as the user's. */
  click(selector: string): Promise<void>;
  /** Types into a field, in place of what it held. */
  fill(selector: string, text: string): Promise<void>;
  /** Types where the focus is. */
  type(text: string): Promise<void>;
  /** Presses a key by its DOM name, as `Tab`, `x` or `/`, or a chord, as `Shift+ArrowDown`, where the focus is. */
  press(key: string): Promise<void>;
  /** Writes a PNG. */
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A page of the extension in a tab; `page` is puppeteer's, for what a View doesn't offer. */
export interface TabView extends View {
  page: Page;
  setViewport(width: number, height: number): Promise<void>;
  /** Chooses files for an `<input type=file>`, shown or not, as if in the browser's dialogue. */
  chooseFiles(selector: string, ...paths: string[]): Promise<void>;
}

/**
 * One level of a native menu: the entry's title, and its place among its siblings from 0. What arrow keys pass
 * over doesn't count: separators, and in Chromium what is disabled.
 */
export interface MenuStep {
  title: string;
  place: number;
}

/** A file that a page saved. */
export interface Download {
  name: string;
  text: string;
}

export interface ShownNotification {
  id: string;
  title: string;
  message: string;
}

export interface PendingAlarm {
  name: string;
  /** Milliseconds since 1970. */
  scheduledTime: number;
}

/** The built extension in a real browser. Every call rejects with a clear error when the browser has died. */
export interface Driver {
  readonly name: BrowserName;
  readonly version: string;
  readonly extensionId: string;
  /** Origin of the extension's pages, with a slash at its end. */
  readonly baseUrl: string;

  /** Opens a page of the extension in a new tab: `popup.html`, `options.html`, with a query or fragment. */
  openExtensionPage(path: string): Promise<TabView>;
  /** Waits for a tab that the extension opened by itself. */
  waitForExtensionPage(path: string): Promise<TabView>;
  /** Opens an ordinary web page in a new tab and waits for its load. */
  openPage(url: string): Promise<Page>;
  /**
   * Opens an ordinary web page in a private window of its own, and waits for its load. The menu and the popup work there with
   * `inPrivateWindows`; when the page is closed the window goes, and with the last such window the private session.
   *
   * A page that the extension then opens by `tabs.create` lands in an ordinary window in Chromium, which lets no page of a
   * spanning extension into a private one even where its `windowId` is given; in Firefox in the window on top, the private one.
   */
  openPrivatePage(url: string): Promise<Page>;
  /** Waits for the popup that something else than `openPopupOn` has opened, as the key of `_execute_action`. */
  waitForPopup(): Promise<View>;
  /** Opens the extension's side panel, which Firefox calls its sidebar, in the window, and waits for its page. */
  openSidePanel(): Promise<View>;
  /**
   * Selects the tabs of these pages, all of one window, as Ctrl+click would; the first is the active one, and the only one of
   * which `activeTab` grants sight.
   */
  highlight(pages: readonly Page[]): Promise<void>;
  /**
   * Clicks the extension's button in the toolbar over the page's tab, and waits for the real popup. Tabs that are selected with
   * the page's, which must be the active one then, stay so.
   */
  openPopupOn(page: Page): Promise<View>;

  /**
   * Clicks the extension's entry with this id in the context menu of an element.
   *
   * Firefox opens its real menu, also headless. Chromium has none to reach from outside: there the event is
   * dispatched in the background, with what the browser would say about the element. See `rightClickNative`.
   *
   * On an element within what the user has selected, the click carries `selectionText`. Firefox gives what the page's
   * `getSelection().toString()` gives, line breaks and all, cut after 16,384 UTF-16 units; a click beside the selection carries
   * it, too. Chromium gives a space for each line break and each tab, none at the ends, and cuts nothing (100,000 measured).
   */
  clickMenu(where: Page | Frame, selector: string, itemId: string): Promise<void>;
  /**
   * The extension's part of the context menu of an element as it is shown: titles, indented by two spaces a
   * level, separators as `-`. Undefined in Chromium, which shows it to nobody but the user.
   */
  menuTitles(where: Page | Frame, selector: string): Promise<string[] | undefined>;
  /**
   * What a person does: moves the mouse to the element, clicks its right button, walks the native menu with the
   * arrow keys and presses Return. Needs a display with a window manager, and xdotool.
   *
   * @param title The extension's entry in the menu itself: the only fitting one, or, where several fit and the
   * browser groups them, the extension's name. A frame is one of several in Chromium and the only one in Firefox.
   * @param path The levels below it. Firefox goes by titles and Chromium, which can't be read, by places.
   */
  rightClickNative(
    where: Page | Frame,
    selector: string,
    title: string,
    path: readonly MenuStep[],
  ): Promise<void>;

  /**
   * Enters the extension's keyword, a space and a text of one line in the address bar of the window on top, and presses Enter.
   *
   * Firefox does it in its real bar, also headless. In Chromium the event is dispatched in the background, which doesn't grant
   * sight of the active tab as both real bars do. See `typeInOmniboxNative`.
   */
  typeInOmnibox(keyword: string, text: string): Promise<void>;
  /** What a person does, key by key, in the window that has the focus. Needs a display and xdotool; ASCII only. */
  typeInOmniboxNative(keyword: string, text: string): Promise<void>;

  /**
   * Lets the extension's command go off over the active tab of the window on top, as by its key; `_execute_action` opens the
   * popup. The tab that the extension is given carries `url` and `title` in both browsers, with no permission but `activeTab`.
   *
   * Firefox does what its key does. In Chromium the event is dispatched in the background with what the browser would say of the
   * tab, which otherwise grants no sight of it. See `runCommandNative`.
   *
   * @throws Where there is no such command, or none of its suggested keys was free.
   */
  runCommand(name: string): Promise<void>;
  /** The same by the real key, in the window that has the focus. Needs a display and xdotool. */
  runCommandNative(name: string): Promise<void>;

  /** Runs a self-contained function in the background, waking it. */
  evaluateInBackground<A extends unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** All that is stored; leaves a sleeping background asleep. So do the next five. */
  storage(): Promise<{ local: Record<string, unknown>; session: Record<string, unknown> }>;
  /** The text on the extension's button. */
  badge(): Promise<string>;
  alarms(): Promise<PendingAlarm[]>;
  /** All notifications shown since the launch, the closed ones too; one that was replaced counts twice. */
  notifications(): Promise<ShownNotification[]>;
  /** Waits until what was just shown stands there: in Firefox a window that takes the focus as it opens. */
  notificationsOpened(): Promise<void>;
  /** What pages saved as files since the browser's start, each once it is whole. */
  downloads(): Promise<Download[]>;
  isBackgroundAlive(): Promise<boolean>;
  /** Lets a pending alarm go off now, which wakes the background. */
  fireAlarm(name: string): Promise<void>;
  clickNotification(id: string): Promise<void>;
  /** Stops the background as the browser may at any moment, and waits until it is gone. */
  killBackground(): Promise<void>;
  /**
   * Clicks what makes a page in a tab ask by `permissions.request`, and grants it. Chromium needs a display for
   * its prompt; Firefox is told to grant without one.
   */
  acceptPermission(view: TabView, selector: string): Promise<void>;

  /** For all views and pages, open or to come. */
  setColorScheme(scheme: ColorScheme): Promise<void>;
  /**
   * `host:port` or URL of each request that led nowhere, that is, to any host but loopback, the service and the
   * pages; without the errands of the browser itself. Some browsers ask twice.
   */
  strayRequests(): readonly string[];

  /** Installs the extension again from its folder, whose version must have changed meanwhile: an update. */
  update(): Promise<void>;
  /** Ends the browser, by SIGKILL unless told to quit, and starts it again on its profile and storage. */
  restart(how?: 'kill' | 'quit'): Promise<void>;
  /** Ends everything and removes what was temporary. Safe to call twice. */
  close(): Promise<void>;
}
