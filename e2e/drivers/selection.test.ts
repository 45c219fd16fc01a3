import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDisplayTools } from '../../scripts/browsers.ts';
import type { BrowserName } from './driver.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { TIMEOUT, useProbe } from './use-probe.ts';

const MAIL = 'http://mail.example.test/';
const FIREFOX_ENDS_AFTER = 16_384;

let pages: PageServer;

beforeAll(async () => {
  const lines = Array.from({ length: 5000 }, (_, index) => `http://bad.example/${index}`);
  pages = await startPageServer({
    [MAIL]: `<pre id="short">\n  first line\nsecond\t<b>line</b>\n\nthe&nbsp;  last  </pre>
      <pre id="long"><b>Links</b>\n${lines.join('\n')}</pre><p id="beside">beside</p>`,
  });
});

afterAll(() => pages.close());

for (const name of ['chromium', 'firefox'] as const) {
  describe(`${name}, with text selected`, { timeout: TIMEOUT }, () => {
    const probe = useProbe(name, true, () => ({ pages }));

    it.each(['short', 'long'])('clicks the menu on it: a %s text', async (id) => {
      const page = await probe.driver.openPage(MAIL);
      const selected = await select(page, `#${id}`);
      await probe.driver.clickMenu(page, `#${id} b`, 'selection/linux');
      expect(await probe.took('clicked')).toMatchObject({ selectionText: asTold(name, selected) });
      await page.close();
    });

    it('clicks the menu beside it', async () => {
      const page = await probe.driver.openPage(MAIL);
      const selected = await select(page, '#short');
      await probe.driver.clickMenu(page, '#beside', name === 'chromium' ? 'page/linux' : 'selection/linux');
      const { selectionText } = (await probe.took('clicked')) as { selectionText?: string };
      expect(selectionText).toBe(name === 'chromium' ? undefined : selected);
      await page.close();
    });
  });

  describe.skipIf(!ensureDisplayTools())(
    `${name} on a display, with text selected`,
    { timeout: TIMEOUT },
    () => {
      const probe = useProbe(name, false, () => ({ pages }));

      it.each(['short', 'long'])('right-clicks it with the mouse: a %s text', async (id) => {
        const page = await probe.driver.openPage(MAIL);
        const selected = await select(page, `#${id}`);
        const path = [{ title: 'linux', place: 2 }];
        await probe.driver.rightClickNative(page, `#${id} b`, 'Detonate selection', path);
        expect(await probe.took('clicked')).toMatchObject({ selectionText: asTold(name, selected) });
        await page.close();
      });
    },
  );
}

/** Selects all that is in an element, and answers with the text. */
function select(page: Page, selector: string): Promise<string> {
  return page.evaluate((selector) => {
    const selection = getSelection();
    selection?.selectAllChildren(document.querySelector(selector) as Element);
    return String(selection);
  }, selector);
}

/** What the browser tells an extension of a selection. */
function asTold(name: BrowserName, text: string): string {
  return name === 'chromium' ? text.replace(/[\n\t]/g, ' ').trim() : text.slice(0, FIREFOX_ENDS_AFTER);
}
