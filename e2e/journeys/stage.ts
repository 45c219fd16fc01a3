import { resolve } from 'node:path';
import { createEmulator, type EmulatorOptions } from '../../emulator/emulator.ts';
import type { LedgerEntry } from '../../emulator/ledger-entry.ts';
import type { BrowserName, LaunchOptions, TabView } from '../drivers/driver.ts';
import { launchDriver } from '../drivers/launch.ts';
import { type PageBody, startPageServer } from '../drivers/page-server.ts';
import { waitFor } from '../drivers/wait.ts';
import { PAGES } from './pages.ts';

declare const chrome: typeof import('wxt/browser').browser;

export const PLATFORMS = ['windows11', 'windows10', 'windows7', 'macos11', 'linux'] as const;
const ACCOUNT = { address: 'https://data.reversinglabs.com', userName: 'u/demo/analyst' };

/** An analysis as it is stored; only what journeys look at. */
export interface StoredAnalysis {
  id: string;
  batchId: string;
  href: string;
  platform: string;
  origin: string;
  sightings?: { kind: string; name?: string }[];
  state: string;
  attempts: number;
  lookAt?: number;
  started?: { analysisId: string; sha1: string; url: string };
  error?: { kind: string; status?: number };
  verdict?: { classification: string; riskScore?: number };
}

/** The folder of the production package. */
export function buildOf(name: BrowserName): string {
  return resolve(`.output/${name === 'chromium' ? 'chrome' : 'firefox'}-mv3`);
}

/** A browser with the production package, the emulator in the service's place, and some web pages. */
export async function openStage(
  name: BrowserName,
  options: Partial<LaunchOptions> = {},
  emulatorOptions: EmulatorOptions = {},
  pageBodies: Record<string, PageBody> = PAGES,
) {
  let skipped = 0;
  const emulator = createEmulator({ tls: true, now: () => Date.now() + skipped, ...emulatorOptions });
  const service = await emulator.listen();
  const pages = await startPageServer(pageBodies);
  const driver = await launchDriver(name, {
    extensionDir: buildOf(name),
    headless: true,
    servicePort: service.port,
    pages,
    ...options,
  });
  // Without an account the options open once on install, in place of an empty tab, which another page must not take from
  // them; only then comes another page, since they may be the window's only tab.
  const welcome = await driver.waitForExtensionPage('options.html');
  await driver.openPage(`http://${pages.hosts[0]}/`);
  await welcome.close();
  const { control } = emulator;
  const stage = {
    driver,
    control,
    pages,
    analyses,
    posts,
    settled,
    signIn,
    consent,
    prefer,
    passTime,
    shiftTime,
    reset,
    close,
  };

  /** All stored analyses, oldest first. */
  async function analyses(): Promise<StoredAnalysis[]> {
    const { local } = await driver.storage();
    return Object.entries(local)
      .filter(([key]) => key.startsWith('analysis:'))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, analysis]) => analysis as StoredAnalysis);
  }

  /** The submissions that the service received. */
  function posts(): LedgerEntry[] {
    return control.ledger.entries().filter(({ endpoint }) => endpoint === 'submit');
  }

  /** Waits until the stored analyses are in these states, and returns them. */
  async function settled(...states: string[]): Promise<StoredAnalysis[]> {
    let found: StoredAnalysis[] = [];
    const wanted = states.join();
    try {
      await waitFor(
        async () => {
          found = await analyses();
          return found.map(({ state }) => state).join() === wanted;
        },
        { for: `the analyses to be ${wanted}` },
      );
    } catch (cause) {
      throw new Error(`The analyses are ${found.map(({ state }) => state).join() || 'none'}, not ${wanted}`, {
        cause,
      });
    }
    return found;
  }

  /** Sets the account by the command that the options page sends. */
  async function signIn(
    password = 'demo',
    platforms: readonly string[] = PLATFORMS,
    keep: 'session' | 'device' = 'session',
  ): Promise<void> {
    await inExtension(
      async (command) => {
        await chrome.runtime.sendMessage(command);
      },
      { name: 'saveSettings', account: ACCOUNT, password, keep, platforms },
    );
  }

  /** Keeps preferences by the command that the options page sends. */
  async function prefer(preferences: Record<string, unknown>): Promise<void> {
    await inExtension(
      async (command) => {
        await chrome.runtime.sendMessage(command);
      },
      { name: 'savePreferences', ...preferences },
    );
  }

  /** Lets what is held go out as it is, once something is held. */
  async function consent(): Promise<void> {
    const ids = (await settled('held')).map(({ id }) => id);
    await inExtension(
      async (command) => {
        await chrome.runtime.sendMessage(command);
      },
      { name: 'consent', ids, to: 'asItIs' },
    );
  }

  /** Moves stored times into the past, and the emulator's clock on; then the alarm that waits goes off. */
  async function passTime(ms: number): Promise<void> {
    await shiftTime(ms);
    await driver.fireAlarm('tick');
  }

  /** The same where no alarm is to be waiting. */
  async function shiftTime(ms: number): Promise<void> {
    skipped += ms;
    await inExtension(async (ms) => {
      const shift = (value: unknown): unknown => {
        if (typeof value === 'number' && value > 1e12) return value - ms;
        if (Array.isArray(value)) return value.map(shift);
        if (value === null || typeof value !== 'object') return value;
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shift(inner)]));
      };
      // Alone with the storage, as the background is when it writes: or what it writes meanwhile would be taken back.
      await navigator.locks.request('store', async () => {
        for (const area of [chrome.storage.local, chrome.storage.session]) {
          await area.set(shift(await area.get(null)) as Record<string, unknown>);
        }
      });
    }, ms);
  }

  /** As after an install, but for the menu: nothing stored, nothing received. */
  async function reset(): Promise<void> {
    // What is under way must not write after all was cleared.
    await driver.killBackground();
    await inExtension(async () => {
      await chrome.storage.local.clear();
      await chrome.storage.session.clear();
    });
    await driver.killBackground();
    control.reset();
  }

  /** In a page of the extension that runs nothing of it: it asks the background for nothing. */
  async function inExtension<A extends unknown[], T>(fn: (...args: A) => Promise<T>, ...args: A): Promise<T> {
    const view: TabView = await driver.openExtensionPage('manifest.json');
    try {
      return await view.evaluate(fn, ...args);
    } finally {
      await view.close();
    }
  }

  async function close(): Promise<void> {
    await driver.close();
    await pages.close();
    await emulator.close();
  }

  return stage;
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
