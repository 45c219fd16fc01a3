import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName, TabView } from '../drivers/driver.ts';
import { tabTo } from '../drivers/keyboard.ts';
import { waitFor } from '../drivers/wait.ts';
import { INBOX } from './pages.ts';
import { openStage, type Stage } from './stage.ts';
import { createVisitor } from './visitor.ts';

declare const chrome: typeof import('wxt/browser').browser;

const INNER = 'https://evil.example.com/x?id=7';
const SAFE = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(INNER)}&reserved=0`;
const MANY = Array.from({ length: 1000 }, (_, index) =>
  index % 3 ? `hxxps[:]//evil${index}[.]example[.]com/a?q=${index}` : `https://bad${index}.example.org/`,
);

describe.each<BrowserName>(['chromium', 'firefox'])('many URLs in %s', (name) => {
  let stage: Stage;
  let folder: string;
  const visitor = createVisitor(() => stage);
  const { open, says } = visitor;

  beforeAll(async () => {
    stage = await openStage(name);
    folder = await mkdtemp(join(tmpdir(), 'detonate-capture-'));
  });
  afterAll(async () => {
    await stage?.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    await visitor.leave();
    await stage.reset();
    await stage.signIn('demo', ['linux']);
  });

  async function openPage(hash = ''): Promise<TabView> {
    const view = await open(`capture.html${hash}`);
    await view.setViewport(1200, 800);
    await view.waitForSelector('#detonate');
    return view;
  }

  /** Puts a text where the focus is, as the user would paste it. */
  async function paste(view: TabView, text: string): Promise<void> {
    await view.click('#text');
    await view.evaluate((pasted) => document.execCommand('insertText', false, pasted), text);
  }

  function hrefs(): Promise<string[]> {
    return stage.analyses().then((all) => all.map(({ href }) => href));
  }

  /** Writes a draft where the background would, and opens the page on it. */
  async function openDraft(draft: object): Promise<TabView> {
    const view = await open('manifest.json');
    await view.evaluate((draft) => chrome.storage.session.set({ 'draft:one': draft }), draft);
    return openPage('#one');
  }

  async function drafts(): Promise<string[]> {
    const { session } = await stage.driver.storage();
    return Object.keys(session).filter((key) => key.startsWith('draft:'));
  }

  it('a thousand, plain and defanged: the cost, one click, each stored once', async () => {
    const view = await openPage();
    await paste(view, MANY.join('\n'));
    await says(
      view,
      '1,000 URLs found, 1,000 ticked',
      '1,000 URLs on 1 platform: 1,000 submissions, about 5.5 hours.',
    );
    await view.click('#detonate');
    await says(view, '1,000 queued.', 'Handed over', 'Nothing is ticked.');
    await view.click('#detonate');
    const wanted = MANY.map((text) => text.replace('hxxp', 'http').replaceAll(/\[(.)\]/g, '$1'));
    const stored = await hrefs();
    expect(stored).toEqual(wanted);
    expect(await drafts()).toEqual([]);
    await view.click('#to-analyses');
    const all = await visitor.meet('analyses.html');
    await says(all, '1,000 analyses', 'and 999 more');
  });

  it('a file, and a second one with more than can be read at once, which takes nothing', async () => {
    const [list, long] = [join(folder, 'list.csv'), join(folder, 'long.txt')];
    await writeFile(
      list,
      '"id","url"\r\n1,"hxxp://one[.]example[.]com/"\r\n2,"https://two.example.com/"\r\n',
    );
    await writeFile(long, 'https://three.example.com/\n'.repeat(10_001));
    const view = await openPage();
    await view.chooseFiles('#file', list);
    await says(view, '2 URLs found, 2 ticked');
    await view.chooseFiles('#file', long);
    await says(view, 'at most 10,000 are read at once. Nothing was taken or lost.', '2 URLs found');
  });

  it('what is dropped anywhere on the page', async () => {
    const view = await openPage();
    await view.evaluate(() => {
      const drop = (fill: (data: DataTransfer) => void) => {
        const dataTransfer = new DataTransfer();
        fill(dataTransfer);
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      };
      drop((data) => data.setData('text/plain', 'https://text.example.com/'));
      drop((data) => data.items.add(new File(['hxxps://file[.]example[.]com/'], 'list.txt')));
    });
    await says(view, 'text[.]example[.]com', 'file[.]example[.]com', '2 URLs found');
  });

  it('a wrapped one: what is within goes, unless the wrapper is picked', async () => {
    const view = await openPage();
    await paste(view, `${SAFE} ${INNER}`);
    await says(view, '1 URL found', '2×', 'Wrapped by Microsoft Safe Links');
    await view.click('#detonate');
    await says(view, '1 queued.');
    await view.click(`input[value="${new URL(SAFE).href}"]`);
    await view.click('#detonate');
    await waitFor(async () => (await hrefs()).length === 2, { for: 'the wrapper to be stored' });
    expect(await hrefs()).toEqual([INNER, new URL(SAFE).href]);
  });

  it('doubts, and what is left out, in words; a private host can’t be ticked', async () => {
    const view = await openPage();
    await paste(
      view,
      'https://a.example.com/reset-password?token=8f7d6c5b4a39281706f5e4d3c2b1a099 http://intranet.corp/ ' +
        'http://xn--pple-43d.com/ ftp://files.example.com/x someone@example.com 10.0.0.0/8',
    );
    await says(view, '3 URLs found, 2 ticked', 'Private hosts can be allowed in the options', '3 left out');
    await says(view, 'will be held until you decide', 'The host imitates apple');
    await view.click('li:nth-child(2) .tick');
    await view.click('#tick-all');
    await view.click('#left-out summary');
    await says(view, 'someone@example[.]com', 'an e-mail address', 'neither http nor https', 'a network');
    await view.click('#detonate');
    await says(view, '1 queued, 1 held until you decide.');
    await view.waitForSelector('#to-held');
    expect((await stage.analyses()).map(({ state }) => state)).toContain('held');
    expect((await hrefs()).join()).not.toContain('intranet');
  });

  it('a draft stays over a reload, and goes once it is sent', async () => {
    const view = await openDraft({
      origin: 'selection',
      text: 'see hxxps://one[.]example[.]com/ and two.example.com',
      platforms: ['windows7', 'macos11'],
    });
    await says(view, '2 URLs on 2 platforms: 4 submissions', 'The text (1 line)');
    await view.evaluate(() => location.reload());
    await view.waitForSelector('#detonate');
    await says(view, '2 URLs on 2 platforms: 4 submissions', 'perhaps no URL');
    await view.click('#detonate');
    await says(view, '4 queued.');
    await waitFor(async () => (await drafts()).length === 0, { for: 'the draft to go' });
    expect(await view.url()).not.toContain('#');
    const { local } = await stage.driver.storage();
    const stored = Object.entries(local).filter(([key]) => key.startsWith('analysis:'));
    expect(stored.map(([, one]) => (one as { origin: string }).origin)).toEqual(Array(4).fill('selection'));
  });

  it('what was pasted stays over a reload, too', async () => {
    const view = await openPage();
    await paste(view, 'https://one.example.com/');
    await waitFor(async () => (await drafts()).length === 1, { for: 'the draft to be kept' });
    await view.evaluate(() => location.reload());
    await view.waitForSelector('#detonate');
    await says(view, '1 URL found');
  });

  it('by the keyboard alone', async () => {
    const view = await openPage();
    await waitFor(() => view.evaluate(() => document.activeElement?.id === 'text'), { for: 'the focus' });
    await view.type('https://one.example.com/ https://two.example.com/ https://three.example.com/');
    await says(view, '3 URLs found');
    await tabTo(view, '.tick');
    await view.press('ArrowDown');
    await waitFor(() => view.evaluate(() => document.activeElement?.id === 'tick-1'), {
      for: 'the next row',
    });
    await view.press(' ');
    await says(view, '3 URLs found, 2 ticked');
    await tabTo(view, '#detonate');
    await view.press('Enter');
    await says(view, '2 queued.');
    expect(await hrefs()).toEqual(['https://one.example.com/', 'https://three.example.com/']);
  });

  it('from the popup, with the text that is no single target', async () => {
    const popup = await open('popup.html');
    await popup.fill('#target-input', 'look at one.example.com and hxxps://two[.]example[.]com/');
    await popup.click('#paste');
    const view = await visitor.meet('capture.html');
    await says(view, '2 URLs found');
  });

  it('from the popup, with the tabs that are selected', async () => {
    const pages = [await stage.driver.openPage(INBOX), await stage.driver.openPage(INBOX)];
    const popup = await open('popup.html');
    await popup.evaluate(async () => {
      const tabs = await chrome.tabs.query({ currentWindow: true });
      const own = await chrome.tabs.getCurrent();
      await chrome.tabs.highlight({
        tabs: [own?.index ?? 0, ...tabs.slice(-3, -1).map(({ index }) => index)],
      });
      location.reload();
    });
    await popup.waitForSelector('#tabs');
    await says(popup, 'Detonate 3 selected tabs');
    await popup.click('#tabs');
    const view = await visitor.meet('capture.html');
    await says(view, 'Read the addresses of 3 tabs', 'Add URLs from a text');
    for (const page of pages) await page.close();
  });
});
