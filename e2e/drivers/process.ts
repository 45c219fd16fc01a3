import type { Browser } from 'puppeteer-core';
import { HopelessError, waitFor } from './wait.ts';

/** Ends a browser with all its children, at once, as a crash or a power cut would. */
export async function killBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  if (!child?.pid) return;
  try {
    // Puppeteer starts a browser as the leader of a process group of its own, except on Windows.
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
  await waitFor(() => child.exitCode !== null || child.signalCode !== null, {
    for: 'the browser to be gone',
  });
}

/** Lets a browser end in good order; one that doesn't is killed. */
export async function quitBrowser(browser: Browser): Promise<void> {
  await Promise.race([
    browser.close().catch(() => {}),
    new Promise((resolve) => setTimeout(resolve, 10_000)),
  ]);
  await killBrowser(browser);
}

/** @throws When the browser isn't there any more, in words that say so. */
export function expectAlive(browser: Browser | undefined): asserts browser is Browser {
  if (!browser) throw new HopelessError('The browser was closed');
  if (browser.connected) return;
  const child = browser.process();
  const end = child?.signalCode ?? `exit code ${child?.exitCode}`;
  throw new HopelessError(`The browser has died (${end})`);
}
