import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDisplayTools } from '../../scripts/browsers.ts';
import { violationsIn } from './axe.ts';
import { tabTo } from './keyboard.ts';
import { type Listening, listen } from './listen.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { type Folder, openTemporaryFolder } from './temporary-folder.ts';
import { TIMEOUT, useProbe } from './use-probe.ts';
import { waitFor } from './wait.ts';

declare const chrome: typeof import('wxt/browser').browser;

const INBOX = 'http://inbox.example.test/';
const FRAME = 'http://frame.example.test/';

let pages: PageServer;
let service: Listening;
let folder: Folder;
const served: string[] = [];
const servers = () => ({ servicePort: service.port, pages });

beforeAll(async () => {
  pages = await startPageServer({
    [INBOX]: `<title>Inbox</title>
      <p id="text">A page</p><a id="link" href="https://bad.example/ü?q=1#f">a link</a>
      <a href="https://linked.example/"><img id="image" src="/image.png" width="80" height="40" alt=""></a>
      <iframe src="${FRAME}"></iframe>`,
    [FRAME]: '<a id="inner" href="https://inner.example/">a link in a frame</a>',
  });
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'data.reversinglabs.com' }]);
  const server = createServer({ key, cert }, ({ method, headers, url }, response) => {
    served.push(`${method} ${headers.host}${url}`);
    response.end('the service');
  });
  service = await listen(server);
  folder = await openTemporaryFolder('files');
});

afterAll(async () => {
  await pages.close();
  await service.close();
  await folder.remove();
});

for (const name of ['chromium', 'firefox'] as const) {
  describe(`${name}, headless`, { timeout: TIMEOUT }, () => {
    const probe = useProbe(name, true, servers);

    it('opens a page of the extension, and types and clicks in it', async () => {
      const view = await probe.driver.openExtensionPage('options.html');
      expect(await view.url()).toBe(`${probe.driver.baseUrl}options.html`);
      await view.fill('input', 'wrong');
      await view.fill('input', 'Grüße');
      await view.press('Tab');
      await view.press('Enter');
      await waitFor(async () => (await probe.local())['typed'] === 'Grüße', { for: 'what was typed' });
      expect(await view.evaluate((a, b) => a + b, 1, 2)).toBe(3);
      await view.close();
    });

    it('opens the real popup over a page, and the popup sees the tab', async () => {
      const page = await probe.driver.openPage(INBOX);
      const popup = await probe.driver.openPopupOn(page);
      await waitFor(async () => (await popup.text()).includes(`Over ${INBOX}`), { for: "the tab's URL" });
      await popup.fill('input', 'wrong');
      await popup.fill('input', '日本');
      await popup.click('button');
      await waitFor(async () => (await probe.local())['typed'] === '日本', { for: 'what was typed' });
      await popup.close();
      await page.close();
    });

    it('selects several tabs, which the popup finds so', async () => {
      const { driver } = probe;
      const opened: Page[] = [];
      for (let count = 0; count < 4; count++) opened.push(await driver.openPage(INBOX));
      const [a, b, c, d] = opened as [Page, Page, Page, Page];
      for (const selected of [[d, b], [a, b, c, d], [c]]) {
        await driver.highlight(selected);
        const popup = await driver.openPopupOn(selected[0] as Page);
        const tabs = await popup.evaluate(() =>
          chrome.tabs.query({ highlighted: true, currentWindow: true }),
        );
        const first = opened.indexOf(selected[0] as Page);
        const places = tabs.map(
          ({ index }) => index - (tabs.find(({ active }) => active)?.index ?? 0) + first,
        );
        expect(places).toEqual(selected.map((page) => opened.indexOf(page)).sort());
        await popup.close();
      }
      for (const page of opened) await page.close();
    });

    it('opens the real side panel, and types and clicks in it', async () => {
      const panel = await probe.driver.openSidePanel();
      expect(await panel.url()).toBe(`${probe.driver.baseUrl}panel.html`);
      await panel.fill('input', 'wrong');
      await panel.fill('input', 'aside');
      await panel.click('button');
      await waitFor(async () => (await probe.local())['typed'] === 'aside', { for: 'what was typed' });
      const picture = join(folder.dir, 'panel.png');
      await panel.screenshot(picture);
      expect((await readFile(picture)).subarray(1, 4).toString()).toBe('PNG');
      await panel.close();
      await expect(panel.evaluate(() => true)).rejects.toThrow();
    });

    it('presses plain characters and chords, in whatever the page is', async () => {
      const keys = ['/', 'x', '+', 'Shift+ArrowDown', 'Control+Shift+End', 'Home'];
      const { driver } = probe;
      const page = await driver.openPage(INBOX);
      const popup = () => driver.openPopupOn(page);
      for (const open of [
        () => driver.openExtensionPage('options.html'),
        popup,
        () => driver.openSidePanel(),
      ]) {
        const view = await open();
        await view.evaluate(noteKeys);
        for (const key of keys) await view.press(key);
        await waitFor(async () => (await view.evaluate(notedKeys)).length >= keys.length, {
          for: `${keys.join(' ')} to arrive`,
        });
        expect(await view.evaluate(notedKeys)).toEqual(keys);
        await view.close();
      }
      await page.close();
    });

    it('reads what a page saves as a file', async () => {
      const view = await probe.driver.openExtensionPage('options.html');
      for (const text of ['Grüße', '日本']) await view.evaluate(save, text);
      await waitFor(async () => (await probe.driver.downloads()).length === 2, {
        for: 'both files to be saved',
      });
      const [first, second] = await probe.driver.downloads();
      expect(first).toEqual({ name: 'saved.json', text: '"Grüße"' });
      expect(second).toMatchObject({ text: '"日本"' });
      await view.close();
    });

    it('chooses a file', async () => {
      const file = join(folder.dir, 'chosen.txt');
      await writeFile(file, 'what it holds');
      const view = await probe.driver.openExtensionPage('options.html');
      await view.chooseFiles('#file', file);
      const read = () => {
        const { files } = document.querySelector('#file') as HTMLInputElement;
        return files?.[0]?.text().then((text) => [files[0]?.name, text]);
      };
      expect(await view.evaluate(read)).toEqual(['chosen.txt', 'what it holds']);
      await view.close();
    });

    it('finds what is wrong with a page by axe-core, whatever the page is', async () => {
      const { driver } = probe;
      const page = await driver.openPage(INBOX);
      const popup = () => driver.openPopupOn(page);
      for (const open of [
        () => driver.openExtensionPage('options.html'),
        popup,
        () => driver.openSidePanel(),
      ]) {
        const view = await open();
        await view.evaluate(() => {
          (document.querySelector('p') as HTMLElement).style.color = '#bbb';
        });
        const violations = await violationsIn(view);
        expect(violations).toContainEqual(expect.stringMatching(/^label at input:/));
        expect(violations).toContainEqual(expect.stringMatching(/^html-has-lang at html: /));
        const faint = expect.stringMatching(/^color-contrast at p: .*#bbbbbb/);
        expect(await violationsIn(view, { only: ['color-contrast'] })).toEqual([faint]);
        await view.close();
      }
      await page.close();
    });

    it('tabs to what matches, and tells its name', async () => {
      const view = await probe.driver.openExtensionPage('options.html');
      expect(await tabTo(view, 'button')).toBe('Store');
      await expect(tabTo(view, '#nowhere', 3)).rejects.toThrow('button#');
      await view.close();
    });

    it('clicks the menu, and reads what came of it without waking the background', async () => {
      const { driver } = probe;
      const page = await driver.openPage(INBOX);
      await driver.killBackground();
      await driver.clickMenu(page, '#link', 'link/windows11');
      await waitFor(async () => (await driver.badge()) === '7', { for: 'the badge' });
      const notification = { id: 'sent', title: 'Sent', message: 'It is on its way' };
      await waitFor(async () => (await driver.notifications()).length === 1, { for: 'the notification' });
      expect(await driver.notifications()).toEqual([notification]);

      await driver.killBackground();
      const { local, session } = await driver.storage();
      expect(local['clicked']).toMatchObject({
        menuItemId: 'link/windows11',
        parentMenuItemId: 'link',
        linkUrl: 'https://bad.example/%C3%BC?q=1#f',
        pageUrl: INBOX,
        frameId: 0,
      });
      expect(local['tabUrl']).toBe(INBOX);
      expect(session).toEqual({ clicks: ['link/windows11'] });
      expect(await driver.isBackgroundAlive()).toBe(false);

      await driver.clickNotification('sent');
      await waitFor(async () => (await probe.local())['notificationClicked'], { for: 'the click to arrive' });
      await page.close();
    });

    it('clicks the menu of an image in a link and of a link in a frame', async () => {
      const page = await probe.driver.openPage(INBOX);
      await probe.driver.clickMenu(page, '#image', 'image/mine');
      expect(await probe.clicked('image/mine')).toMatchObject({
        mediaType: 'image',
        srcUrl: `${INBOX}image.png`,
        linkUrl: 'https://linked.example/',
      });
      const frame = page.frames().find((found) => found.url() === FRAME);
      if (!frame) throw new Error('The page has no frame');
      await probe.driver.clickMenu(frame, '#inner', 'link/linux');
      expect(await probe.clicked('link/linux')).toMatchObject({
        frameUrl: FRAME,
        pageUrl: INBOX,
        linkUrl: 'https://inner.example/',
      });
      await page.close();
    });

    it('lets an alarm wake a killed background', async () => {
      const { driver } = probe;
      await driver.evaluateInBackground(() => chrome.alarms.create('due', { delayInMinutes: 30 }));
      await driver.killBackground();
      expect(await driver.alarms()).toMatchObject([{ name: 'due' }]);
      await driver.fireAlarm('due');
      await waitFor(async () => (await probe.local())['rang'] === 'due', { for: 'the alarm to arrive' });
      expect(await driver.alarms()).toEqual([]);
    });

    it('survives being killed again and again', async () => {
      for (let round = 0; round < 10; round++) {
        await probe.driver.killBackground();
        expect(await probe.driver.evaluateInBackground((count) => count + 1, round)).toBe(round + 1);
      }
    });

    it("leads the service's host to loopback, and every other nowhere", async () => {
      const ask = (url: string) =>
        probe.driver.evaluateInBackground(
          (url) =>
            fetch(url).then(
              (answer) => answer.text(),
              (error: Error) => error.name,
            ),
          url,
        );
      expect(await ask('https://data.reversinglabs.com/api/x')).toBe('the service');
      expect(served).toContain('GET data.reversinglabs.com/api/x');
      expect(await ask('https://elsewhere.example/')).toBe('TypeError');
      const stray = new Set(probe.driver.strayRequests());
      expect([...stray]).toEqual(['elsewhere.example:443']);
    });

    it('tells pages and popup of the color scheme', async () => {
      const isDark = () => matchMedia('(prefers-color-scheme: dark)').matches;
      const view = await probe.driver.openExtensionPage('options.html');
      expect(await view.evaluate(isDark)).toBe(false);
      await probe.driver.setColorScheme('dark');
      await waitFor(() => view.evaluate(isDark), { for: 'the page to turn dark' });
      const popup = await probe.driver.openPopupOn(view.page);
      await waitFor(() => popup.evaluate(isDark), { for: 'the popup to be dark' });
      await probe.driver.setColorScheme('light');
      await popup.close();
      await view.close();
    });

    it('starts the browser again on its profile, killed or not', async () => {
      const { driver } = probe;
      for (const how of ['kill', 'quit'] as const) {
        await driver.evaluateInBackground(async (how) => {
          await chrome.storage.local.set({ kept: how });
          await chrome.storage.session.set({ lost: how });
        }, how);
        await driver.restart(how);
        const { local, session } = await driver.storage();
        expect(local['kept']).toBe(how);
        expect(session).toEqual({});
      }
    });
  });

  describe.skipIf(!ensureDisplayTools())(`${name} on a display`, { timeout: TIMEOUT }, () => {
    const probe = useProbe(name, false, servers);
    const windows11 = { title: 'windows11', place: 1 };

    it('right-clicks a link with the mouse, and picks an entry by the keyboard', async () => {
      const page = await probe.driver.openPage(INBOX);
      await probe.driver.killBackground();
      await probe.driver.rightClickNative(page, '#link', 'Detonate link', [windows11]);
      expect(await probe.clicked('link/windows11')).toMatchObject({
        linkUrl: 'https://bad.example/%C3%BC?q=1#f',
      });
      await page.close();
    });

    it('finds the entries of a linked image in their group', async () => {
      const page = await probe.driver.openPage(INBOX);
      const path = [
        { title: 'Detonate image', place: 1 },
        { title: 'mine', place: 3 },
      ];
      await probe.driver.rightClickNative(page, '#image', 'Probe', path);
      expect(await probe.clicked('image/mine')).toMatchObject({ srcUrl: `${INBOX}image.png` });
      await page.close();
    });

    it('finds the entries of a page', async () => {
      const page = await probe.driver.openPage(INBOX);
      await probe.driver.rightClickNative(page, '#text', 'Detonate page', [windows11]);
      expect(await probe.clicked('page/windows11')).toMatchObject({ pageUrl: INBOX });
      await page.close();
    });

    it('grants a permission', async () => {
      const view = await probe.driver.openExtensionPage('options.html');
      await view.fill('input', 'ask');
      await probe.driver.acceptPermission(view, 'button');
      await waitFor(async () => (await probe.local())['granted'], { for: 'the permission' });
      await view.close();
    });
  });
}

describe('firefox', { timeout: TIMEOUT }, () => {
  const probe = useProbe('firefox', true, servers);

  it('reads the menu as it is shown', async () => {
    const page = await probe.driver.openPage(INBOX);
    const entries = ['again', '-', 'windows11', 'linux', '-', 'mine'].map((title) => `  ${title}`);
    expect(await probe.driver.menuTitles(page, '#link')).toEqual(['Detonate link', ...entries]);
    await expect(probe.driver.clickMenu(page, '#link', 'image/mine')).rejects.toThrow('shows no');
    await page.close();
  });
});

/** Runs in a page: notes the keys that are pressed, as chords. */
function noteKeys(): void {
  const noted: string[] = [];
  // Where the page lies hidden in Firefox, functions have a global object each, and share the window.
  Object.assign(window, { noted });
  document.addEventListener('keydown', ({ key, shiftKey, ctrlKey }) => {
    if (key === 'Shift' || key === 'Control') return;
    noted.push(`${ctrlKey ? 'Control+' : ''}${shiftKey ? 'Shift+' : ''}${key}`);
  });
}

function notedKeys(): string[] {
  return (window as unknown as { noted: string[] }).noted;
}

/** Runs in a page: saves a text as our pages do. */
function save(text: string): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([JSON.stringify(text)], { type: 'application/json' }));
  anchor.download = 'saved.json';
  anchor.click();
}
