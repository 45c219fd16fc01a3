import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDisplayTools } from '../../scripts/browsers.ts';
import { type Display, startDisplay } from '../drivers/display.ts';
import type { BrowserName, MenuStep } from '../drivers/driver.ts';
import { INBOX, LINKS } from './pages.ts';
import { openStage, type Stage } from './stage.ts';

const canRightClick = ensureDisplayTools();

const NAME = 'Detonate for Spectra Intelligence';
const WINDOWS_10: MenuStep = { title: 'Windows 10', place: 2 };
// The same on the same platform would not be queued again while that is under way.
const WINDOWS_7: MenuStep = { title: 'Windows 7', place: 3 };

describe.skipIf(!canRightClick).each<BrowserName>(['chromium', 'firefox'])(
  'a real right-click in %s',
  (name) => {
    let display: Display;
    let stage: Stage;

    beforeAll(async () => {
      display = await startDisplay();
      stage = await openStage(name, { headless: false, display: display.name });
      await stage.signIn();
      // "Again on …" is disabled before the first use, and arrow keys pass over what is disabled.
      const page = await stage.driver.openPage(INBOX);
      await stage.driver.clickMenu(page, '#idn', 'link/linux');
      await stage.settled('running');
      await page.close();
    });
    afterAll(async () => {
      await stage?.close();
      await display?.close();
    });

    it('on a link, Windows 10 chosen with the arrow keys: that link is detonated there', async () => {
      const page = await stage.driver.openPage(INBOX);
      await stage.driver.rightClickNative(page, '#plain', 'Detonate link', [WINDOWS_10]);
      const analyses = await stage.settled('running', 'running');
      expect(analyses[1]).toMatchObject({ href: LINKS.plain, platform: 'windows10' });
      await page.close();
    });

    it('on a linked image: the link comes first', async () => {
      const page = await stage.driver.openPage(INBOX);
      await stage.driver.rightClickNative(page, '#linked-image', NAME, [
        { title: 'Detonate link', place: 0 },
        WINDOWS_7,
      ]);
      const analyses = await stage.settled('running', 'running', 'running');
      expect(analyses[2]).toMatchObject({ href: LINKS.plain, platform: 'windows7' });
      await page.close();
    });
  },
);
