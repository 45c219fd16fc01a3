import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.ts';
import { ChromiumBackground } from './chromium-background.ts';
import { describeElement, pageOf } from './clicked-element.ts';
import { type DeadEnd, startDeadEnd } from './dead-end.ts';
import { type Display, xdotoolOn } from './display.ts';
import {
  type ColorScheme,
  type Driver,
  type LaunchOptions,
  type MenuStep,
  type PendingAlarm,
  SERVICE_HOST,
  type ShownNotification,
  type TabView,
  type View,
} from './driver.ts';
import { pointAt } from './mouse.ts';
import { PageView, waitForLoad } from './page-view.ts';
import { openProfile, type Profile } from './profile.ts';
import { endProcess } from './process.ts';
import { waitFor, within } from './wait.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** Starts Chromium, Chrome or Edge with the extension. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const deadEnd = await startDeadEnd();
  const profile = await openProfile(options.profileDir);
  const driver = new Chromium(options, deadEnd, profile);
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
  readonly #profile: Profile;
  #scheme: ColorScheme;
  #started: { browser: Browser; background: ChromiumBackground } | undefined;
  #popup: PageView | undefined;
  #reader: PageView | undefined;

  constructor(options: LaunchOptions, deadEnd: DeadEnd, profile: Profile) {
    this.#options = options;
    this.#deadEnd = deadEnd;
    this.#profile = profile;
    this.#scheme = options.colorScheme ?? 'light';
  }

  get baseUrl(): string {
    return `chrome-extension://${this.extensionId}/`;
  }

  async start(): Promise<void> {
    const { extensionDir, headless, display } = this.#options;
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
      args: launchArguments(this.#options, this.#deadEnd.port),
    });
    const background = await ChromiumBackground.watch(browser);
    this.#started = { browser, background };
    this.version = await browser.version();
    this.extensionId = await browser.installExtension(extensionDir);
    await waitFor(() => background.isAlive(this.baseUrl), { for: 'the background to run after its install' });
  }
