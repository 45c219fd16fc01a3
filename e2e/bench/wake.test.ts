import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName, TabView } from '../drivers/driver.ts';
import { openStage, type Stage } from '../journeys/stage.ts';
import { median } from './median.ts';

declare const chrome: typeof import('wxt/browser').browser;

const WAKES = 20;
const FEW = 10;
const MANY = 10_000;
const MOST = 1.2;

/** Runs in a page of the extension: writes so many records of analyses that are over, and the lists that go with them. */
async function store(count: number): Promise<void> {
  const account = { address: 'https://data.reversinglabs.com', userName: 'u/demo/analyst' };
  const ids = Array.from({ length: count }, (_, index) => `01KE70EHG0${String(index).padStart(16, '0')}`);
  const at = Date.now() - 86_400_000;
  const record = (id: string) => ({
    version: 3,
    id,
    batchId: `${id}B`,
    origin: 'link',
    href: `http://bad.test/${id}`,
    platform: 'linux',
    account,
    form: 'url_base64',
    state: 'givenUp',
    capturedAt: at,
    queuedAt: at,
    attempts: 1,
    sentAt: at,
    looks: 4,
    error: { kind: 'serviceFault', status: 503, detail: 'The service is not available at the moment.' },
  });
  await chrome.storage.local.set({
    ...Object.fromEntries(ids.map((id) => [`analysis:${id}`, record(id)])),
    unfinished: [],
    recent: ids.slice(-50).reverse(),
    unseen: [],
  });
}

/** Runs in a page: from a command to its answer, in ms, the start of the background included. */
async function wake(): Promise<number> {
  const from = performance.now();
  await chrome.runtime.sendMessage({ name: 'look' });
  return performance.now() - from;
}

describe.each<BrowserName>(['chromium', 'firefox'])('waking in %s', (name) => {
  const sides: { stage: Stage; view: TabView; times: number[] }[] = [];

  beforeAll(async () => {
    for (const count of [FEW, MANY]) {
      const stage = await openStage(name, { leaveBackgroundAlone: true });
      await stage.signIn();
      // A page that runs nothing: the extension's own ones would read the list, too, whenever something is written.
      const view = await stage.driver.openExtensionPage('manifest.json');
      await view.evaluate(store, count);
      sides.push({ stage, view, times: [] });
    }
  });
  afterAll(async () => {
    for (const { stage } of sides) await stage.close();
  });

  it(`costs with ${MANY} finished records at most ${MOST} times what it costs with ${FEW}`, async () => {
    for (let round = -1; round < WAKES; round++) {
      for (const { stage, view, times } of sides) {
        await stage.driver.killBackground();
        const time = await view.evaluate(wake);
        // The first one warms the files up.
        if (round >= 0) times.push(time);
      }
    }
    const [few = 0, many = 0] = sides.map(({ times }) => median(times));
    console.log(
      `${name}: ${few.toFixed(1)} ms with ${FEW} records, ${many.toFixed(1)} ms with ${MANY}: ${(many / few).toFixed(2)} times (medians of ${WAKES})`,
    );
    expect(many / few).toBeLessThanOrEqual(MOST);
  });
});
