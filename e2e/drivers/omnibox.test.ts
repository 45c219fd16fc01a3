import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDisplayTools } from '../../scripts/browsers.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { TIMEOUT, useProbe } from './use-probe.ts';

const INBOX = 'http://inbox.example.test/';

let pages: PageServer;

beforeAll(async () => {
  pages = await startPageServer({ [INBOX]: '<title>Inbox</title>' });
});

afterAll(() => pages.close());

for (const name of ['chromium', 'firefox'] as const) {
  describe(`${name}, by the address bar`, { timeout: TIMEOUT }, () => {
    const probe = useProbe(name, true, () => ({ pages, inPrivateWindows: true }));

    it.each(['openPage', 'openPrivatePage'] as const)('enters a text in the omnibox: %s', async (open) => {
      const page = await probe.driver[open](INBOX);
      await probe.driver.killBackground();
      await probe.driver.typeInOmnibox('probe', 'Grüße 日本');
      const tabUrl = name === 'firefox' ? { tabUrl: INBOX } : {};
      const entered = { text: 'Grüße 日本', disposition: 'currentTab', ...tabUrl };
      expect(await probe.took('entered')).toEqual(entered);
      await page.close();
    });
  });

  describe.skipIf(!ensureDisplayTools())(
    `${name} on a display, by the address bar`,
    { timeout: TIMEOUT },
    () => {
      const probe = useProbe(name, false, () => ({ pages, inPrivateWindows: true }));

      it.each(['openPage', 'openPrivatePage'] as const)('types in the omnibox: %s', async (open) => {
        const page = await probe.driver[open](INBOX);
        await probe.driver.killBackground();
        await probe.driver.typeInOmniboxNative('probe', 'https://bad.example/?a=1');
        const entered = { text: 'https://bad.example/?a=1', disposition: 'currentTab', tabUrl: INBOX };
        expect(await probe.took('entered')).toEqual(entered);
        await page.close();
      });
    },
  );
}
