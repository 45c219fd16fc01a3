import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '../../emulator/emulator.ts';
import { ensureDisplayTools } from '../../scripts/browsers.ts';
import { type Display, startDisplay } from '../drivers/display.ts';
import type { BrowserName } from '../drivers/driver.ts';
import { waitFor } from '../drivers/wait.ts';
import { INBOX, LINKS } from './pages.ts';
import { openStage, type Stage } from './stage.ts';

const canPrompt = ensureDisplayTools();

describe.skipIf(!canPrompt).each<BrowserName>(['chromium', 'firefox'])(
  'another service address in %s',
  (name) => {
    const emulator = createEmulator();
    let address: string;
    let display: Display;
    let stage: Stage;

    beforeAll(async () => {
      ({ address } = await emulator.listen());
      display = await startDisplay();
      // Chromium asks the user in a window of its own, which a headless one does not show.
      stage = await openStage(name, { headless: false, display: display.name });
    });
    afterAll(async () => {
      await stage?.close();
      await display?.close();
      await emulator.close();
    });

    it('is asked for at Save, and gets the submissions', async () => {
      const options = await stage.driver.openExtensionPage('options.html');
      await options.fill('#address', address);
      await options.fill('#user-name', 'u/demo/analyst');
      await options.fill('#password', 'demo');
      await stage.driver.acceptPermission(options, '#save');
      await waitFor(async () => (await options.text()).includes('Saved'), { for: 'the options to be saved' });
      await options.close();
      const page = await stage.driver.openPage(INBOX);
      await stage.driver.clickMenu(page, '#plain', 'link/linux');
      await stage.settled('running');
      expect(stage.posts()).toEqual([]);
      const targets = emulator.control.ledger.entries().flatMap(({ target }) => target?.value ?? []);
      expect(targets).toEqual([LINKS.plain]);
    });
  },
);
