import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../drivers/driver.ts';
import { sleep, waitFor } from '../drivers/wait.ts';

import { openStage, type Stage } from '../journeys/stage.ts';

const SECOND = 1000;

describe.each<BrowserName>(['chromium', 'firefox'])('%s with nothing due', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(name, { leaveBackgroundAlone: true });
    await stage.signIn();
  });
  afterAll(() => stage?.close());

  it('has no alarm, no background and no request for 90 s, and works again after that', async () => {
    const popup = await stage.driver.openExtensionPage('popup.html');
    await popup.evaluate(() =>
      chrome.runtime.sendMessage({ name: 'detonate', text: 'http://bad.test/', platforms: ['linux'] }),
    );
    await popup.close();
    await stage.settled('running');
    stage.control.analyses.finish();
    await stage.passTime(4 * 60 * SECOND);
    await stage.settled('finished');
    await waitFor(async () => !(await stage.driver.isBackgroundAlive()), {
      for: 'the background to end by itself',
      timeout: 120 * SECOND,
    });
    const requests = stage.control.ledger.entries().length;
    for (let second = 0; second < 90; second++) {
      await sleep(SECOND);
      expect(await stage.driver.isBackgroundAlive()).toBe(false);
    }
    expect(stage.control.ledger.entries()).toHaveLength(requests);
    expect(await stage.driver.alarms()).toEqual([]);
    expect(stage.driver.strayRequests()).toEqual([]);
    const page = await stage.driver.openExtensionPage('popup.html');
    await page.evaluate(() =>
      chrome.runtime.sendMessage({ name: 'detonate', text: 'http://late.test/', platforms: ['linux'] }),
    );
    await stage.settled('finished', 'running');
  });
});

declare const chrome: typeof import('wxt/browser').browser;
