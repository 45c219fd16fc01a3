import { launchChromium } from './chromium.ts';
import type { BrowserName, Driver, LaunchOptions } from './driver.ts';
import { launchFirefox } from './firefox.ts';

/**
 * Starts a browser with the extension, and waits until its background has run.
 *
 * @throws When the browser isn't found or doesn't start; nothing is left behind then.
 */
export function launchDriver(name: BrowserName, options: LaunchOptions): Promise<Driver> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
