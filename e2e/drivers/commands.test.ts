import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDisplayTools } from '../../scripts/browsers.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { TIMEOUT, useProbe } from './use-probe.ts';

declare const chrome: typeof import('wxt/browser').browser;

const INBOX = 'http://inbox.example.test/';
const OTHER = 'http://other.example.test/';
const COMMANDS = ['runCommand', 'runCommandNative'] as const;

let pages: PageServer;

beforeAll(async () => {
  pages = await startPageServer({ [INBOX]: '<title>Inbox</title>', [OTHER]: '<title>Other</title>' });
});

afterAll(() => pages.close());

for (const name of ['chromium', 'firefox'] as const) {
  for (const command of COMMANDS) {
    const isNative = command === 'runCommandNative';
    describe.skipIf(isNative && !ensureDisplayTools())(`${name}, by ${command}`, { timeout: TIMEOUT }, () => {
      const probe = useProbe(name, !isNative, () => ({ pages, inPrivateWindows: true }));

      it.each(['openPage', 'openPrivatePage'] as const)(
        'runs a command, which sees the tab: %s',
        async (open) => {
          const { driver } = probe;
          const beside = await driver.openPage(OTHER);
          const page = await driver[open](INBOX);
          const over = await driver.openPage(OTHER);
          await page.bringToFront();
          await driver.killBackground();
          await driver[command]('send');
          const tab = { url: INBOX, title: 'Inbox', active: true, incognito: open === 'openPrivatePage' };
          expect(await probe.took('commanded')).toMatchObject({ command: 'send', tab });
          for (const opened of [over, page, beside]) await opened.close();
        },
      );

      it.each(['openPage', 'openPrivatePage'] as const)('opens the popup: %s', async (open) => {
        const { driver } = probe;
        const page = await driver[open](INBOX);
        await driver[command]('_execute_action');
        const popup = await driver.waitForPopup();
        const seen = () => chrome.tabs.query({ active: true, currentWindow: true });
        expect(await popup.evaluate(seen)).toMatchObject([{ url: INBOX }]);
        await popup.close();
        await page.close();
      });

      it('tells that there is no such command', async () => {
        await expect(probe.driver[command]('nothing')).rejects.toThrow('There is no command nothing');
      });
    });
  }
}
