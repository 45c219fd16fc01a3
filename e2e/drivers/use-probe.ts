import { rm } from 'node:fs/promises';
import { afterAll, beforeAll } from 'vitest';
import { type Display, startDisplay } from './display.ts';
import type { BrowserName, Driver, LaunchOptions } from './driver.ts';
import { launchDriver } from './launch.ts';
import { writeProbeExtension } from './probe-extension.ts';
import { waitFor } from './wait.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** Milliseconds that a test, and the start and the end of a browser, may take. */
export const TIMEOUT = 120_000;

/** What the probe has stored of a click in its menu. */
interface Click {
  menuItemId: string;
  selectionText?: string;
}

/**
 * Launches a browser with the probe for the tests around, and closes it after them.
 *
 * @param options What the tests' own servers answer with: asked for once those have started.
 */
export function useProbe(name: BrowserName, headless: boolean, options: () => Partial<LaunchOptions>) {
  let display: Display | undefined;
  let dir: string;
  const probe = {
    driver: undefined as unknown as Driver,
    local: async () => (await probe.driver.storage()).local,
    /** Waits until the probe has stored something under a key, and takes it away. */
    async took(key: string): Promise<unknown> {
      const found = await waitFor(async () => (await probe.local())[key], { for: `${key} in the storage` });
      await probe.driver.evaluateInBackground((key) => chrome.storage.local.remove(key), key);
      return found;
    },
    clicked: (menuItemId: string) =>
      waitFor(
        async () => {
          const clicked = (await probe.local())['clicked'] as Click | undefined;
          return clicked?.menuItemId === menuItemId && clicked;
        },
        { for: `the click on ${menuItemId} to arrive` },
      ),
  };
  beforeAll(async () => {
    dir = await writeProbeExtension(name);
    if (!headless) display = await startDisplay();
    const onDisplay = display && { display: display.name };
    probe.driver = await launchDriver(name, { extensionDir: dir, headless, ...onDisplay, ...options() });
    await waitFor(async () => (await probe.local())['installed'], { for: 'the probe to be installed' });
  }, TIMEOUT);
  afterAll(async () => {
    await probe.driver?.close();
    await display?.close();
    await rm(dir, { recursive: true });
  }, TIMEOUT);
  return probe;
}
