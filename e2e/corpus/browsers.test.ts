import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../drivers/driver.ts';
import { openStage, type Stage } from '../journeys/stage.ts';
import { type Case, malicious, wpt } from './corpus.ts';

declare const chrome: typeof import('wxt/browser').browser;

const EACH = 10;
const MINUTE = 60_000;

/** So many of the cases, spread evenly. */
function spread(cases: Case[]): Case[] {
  const step = Math.floor(cases.length / EACH);
  return Array.from({ length: EACH }, (_, index) => cases[index * step]).filter((one) => one !== undefined);
}

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(name);
    await stage.signIn();
    // The standard's cases have hosts and user names that are held or refused otherwise.
    await stage.prefer({ guard: 'off', allowPrivateHosts: true });
  });
  afterAll(() => stage?.close());

  it('sends 20 URLs of the corpora as the bytes of their href', async () => {
    const cases = [...spread(malicious()), ...spread(wpt())];
    const view = await stage.driver.openExtensionPage('options.html');
    await view.evaluate(
      async (texts) => {
        for (const text of texts) {
          await chrome.runtime.sendMessage({ name: 'detonate', text, platforms: ['linux'] });
        }
      },
      cases.map(({ text }) => text),
    );
    await view.close();
    const states = (sent: number) => cases.map((_, index) => (index < sent ? 'running' : 'queued'));
    for (let sent = 3; sent < cases.length; sent += 3) {
      await stage.settled(...states(sent));
      await stage.passTime(MINUTE);
    }
    await stage.settled(...states(cases.length));
    const arrived = stage.posts().map(({ body, status }) => {
      const { rl } = JSON.parse(body ?? '') as { rl: { url_base64: string } };
      return { status, href: Buffer.from(rl.url_base64, 'base64').toString('utf8') };
    });
    expect(arrived).toEqual(cases.map(({ href }) => ({ status: 200, href })));
  });
});
