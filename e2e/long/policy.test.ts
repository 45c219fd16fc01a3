import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atExit } from '../drivers/at-exit.ts';
import type { BrowserName } from '../drivers/driver.ts';
import { waitFor } from '../drivers/wait.ts';
import { INBOX } from '../journeys/pages.ts';
import { openStage, type Stage } from '../journeys/stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

const POLICY = { guard: 'ask', ownDomains: ['example.test'] };

/** Where a browser of Debian's looks for policies, and how they name an extension. */
const PLACES = {
  chromium: {
    path: '/etc/chromium/policies/managed/detonate-test.json',
    policies: (id: string) => ({ '3rdparty': { extensions: { [id]: POLICY } } }),
  },
  firefox: {
    path: '/etc/firefox/policies/policies.json',
    policies: (id: string) => ({ policies: { '3rdparty': { Extensions: { [id]: POLICY } } } }),
  },
};

function reasonAgainst(): string {
  if (process.platform !== 'linux') return 'it is done on Linux';
  if (process.getuid?.() !== 0) return 'only root may write them';
  const taken = Object.values(PLACES).find(({ path }) => existsSync(path));
  return taken ? `${taken.path} is there already` : '';
}

const reason = reasonAgainst();
if (reason) console.log(`No policies here: ${reason}.`);

describe.skipIf(reason !== '').each<BrowserName>(['chromium', 'firefox'])(
  'an organization’s policy in %s',
  (name) => {
    const { path, policies } = PLACES[name];
    /** The folders that are made for it, the outermost first, go with it. */
    const made = [dirname(dirname(path)), dirname(path)].find((folder) => !existsSync(folder)) ?? path;
    let stage: Stage;

    const removePolicies = () => rmSync(made, { recursive: true, force: true });
    // Other browsers on the machine read them, too: they must not outlive the test, however it ends.
    const callOff = atExit(removePolicies);

    beforeAll(async () => {
      stage = await openStage(name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(policies(stage.driver.extensionId)));
      await stage.driver.restart('quit');
      // Chromium hands it over some two seconds after an unpacked extension was loaded.
      await waitFor(
        () =>
          stage.driver.evaluateInBackground(async () => 'guard' in (await chrome.storage.managed.get(null))),
        { for: 'the browser to have the policy' },
      );
    });
    afterAll(async () => {
      removePolicies();
      callOff();
      await stage?.close();
    });

    it('wins over the user’s choice, adds its domains, and is never written', async () => {
      await stage.signIn('demo', ['linux']);
      await stage.prefer({ guard: 'off', ownDomains: ['mine.test'] });
      const page = await stage.driver.openPage(INBOX);
      await stage.driver.clickMenu(page, '#plain', 'link/mine');
      const [held] = await stage.settled('held');
      expect(held?.sightings?.map(({ kind }) => kind)).toEqual(['ownDomain']);
      expect(stage.posts()).toEqual([]);

      const options = await stage.driver.openExtensionPage('options.html');
      await options.waitForSelector('#guard .fixed');
      expect(await options.text()).toContain('Set by your organization.');
      expect(await options.text()).toContain('example[.]test');
      const radios = await options.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('input[name=guard]')].map(
          ({ value, checked, disabled }) => `${value} ${checked} ${disabled}`,
        ),
      );
      expect(radios).toEqual(['ask true true', 'warn false true', 'off false true']);
      expect(await options.evaluate(() => document.querySelector('textarea')?.value)).toBe('mine.test');
      await options.click('#allow-private');
      await options.close();

      await stage.prefer({ lookFirst: true });
      const { local } = await stage.driver.storage();
      expect(local['settings']).toMatchObject({
        guard: 'off',
        ownDomains: ['mine.test'],
        allowPrivateHosts: true,
      });
    });
  },
);
