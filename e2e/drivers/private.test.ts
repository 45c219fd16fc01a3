import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, startPageServer } from './page-server.ts';
import { TIMEOUT, useProbe } from './use-probe.ts';
import { waitFor } from './wait.ts';

declare const chrome: typeof import('wxt/browser').browser;

const INBOX = 'http://inbox.example.test/';
const OTHER = 'http://other.example.test/';

let pages: PageServer;

beforeAll(async () => {
  pages = await startPageServer({
    [INBOX]: '<title>Inbox</title><a id="link" href="https://bad.example/">a link</a>',
    [OTHER]: '<title>Other</title>',
  });
});

afterAll(() => pages.close());

for (const name of ['chromium', 'firefox'] as const) {
  describe(`${name}, in private windows`, { timeout: TIMEOUT }, () => {
    const probe = useProbe(name, true, () => ({ pages, inPrivateWindows: true }));

    it('clicks the menu there, killed or not, and after the window and the browser were gone', async () => {
      const { driver } = probe;
      for (const prepare of [async () => {}, () => driver.killBackground(), () => driver.restart()]) {
        await prepare();
        const page = await driver.openPrivatePage(INBOX);
        await driver.clickMenu(page, '#link', 'link/windows11');
        const tab = await probe.took('clickedTab');
        expect(tab).toMatchObject({ incognito: true, url: INBOX, title: 'Inbox' });
        await page.close();
        await waitFor(async () => (await driver.evaluateInBackground(countPrivate)) === 0, {
          for: 'the private window to close',
        });
      }
    });

    it('opens the popup there, and an ordinary page beside it', async () => {
      const { driver } = probe;
      const page = await driver.openPrivatePage(INBOX);
      const other = await driver.openPage(OTHER);
      const popup = await driver.openPopupOn(page);
      const seen = () => chrome.tabs.query({ active: true, currentWindow: true });
      expect(await popup.evaluate(seen)).toMatchObject([{ incognito: true, url: INBOX }]);
      await popup.close();
      await driver.clickMenu(page, '#link', 'link/linux');
      expect(await probe.took('clickedTab')).toMatchObject({ incognito: true, url: INBOX });
      const popupBeside = await driver.openPopupOn(other);
      expect(await popupBeside.evaluate(seen)).toMatchObject([{ incognito: false, url: OTHER }]);
      await popupBeside.close();
      await page.close();
      await other.close();
    });

    it('finds the page that the extension opens from there, which Chromium keeps out of the window', async () => {
      const { driver } = probe;
      const page = await driver.openPrivatePage(INBOX);
      for (const isGiven of [true, false]) {
        const isPrivate = await driver.evaluateInBackground(openOptions, isGiven);
        expect(isPrivate).toBe(name === 'firefox');
        const options = await driver.waitForExtensionPage('options.html');
        expect(await options.text()).toContain('Over');
        await options.close();
      }
      await page.close();
    });
  });

  describe(`${name}, kept out of private windows`, { timeout: TIMEOUT }, () => {
    const probe = useProbe(name, true, () => ({ pages }));

    it('shows the extension none of them', async () => {
      const page = await probe.driver.openPrivatePage(INBOX);
      expect(await page.title()).toBe('Inbox');
      expect(await probe.driver.evaluateInBackground(countPrivate)).toBe(0);
      await page.close();
    });
  });
}

async function countPrivate(): Promise<number> {
  return (await chrome.windows.getAll()).filter(({ incognito }) => incognito).length;
}

/** Opens the options, in the private window where its id is to be given, and tells whether that is where they are. */
async function openOptions(isGiven: boolean): Promise<boolean> {
  const windows = await chrome.windows.getAll();
  const windowId = windows.find(({ incognito }) => incognito)?.id;
  const url = chrome.runtime.getURL('/options.html' as '/popup.html');
  const { incognito } = await chrome.tabs.create({ url, ...(isGiven && windowId && { windowId }) });
  return incognito;
}
