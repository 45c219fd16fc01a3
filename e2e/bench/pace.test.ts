import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../drivers/driver.ts';
import { waitFor } from '../drivers/wait.ts';
import { openStage, type Stage } from '../journeys/stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

const MINUTE = 60_000;
const SUBMISSIONS = 12;

describe.each<BrowserName>(['chromium', 'firefox'])('the pace in %s', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(name);
    await stage.signIn();
  });
  afterAll(() => stage?.close());

  it(`sends ${SUBMISSIONS} at real time in 3 to 3.3 minutes, without a 429`, async () => {
    const view = await stage.driver.openExtensionPage('popup.html');
    const text = Array.from({ length: SUBMISSIONS / 2 }, (_, index) => `http://bad.test/${index}`).join(' ');
    await view.evaluate(
      (text) => chrome.runtime.sendMessage({ name: 'detonate', text, platforms: ['windows11', 'linux'] }),
      text,
    );
    await view.close();
    await waitFor(() => stage.posts().length === SUBMISSIONS, {
      for: 'all to go out',
      timeout: 5 * MINUTE,
    });
    await stage.settled(...Array<string>(SUBMISSIONS).fill('running'));
    const posts = stage.posts();
    expect(posts.map(({ status }) => status)).toEqual(Array(SUBMISSIONS).fill(200));
    const minutes = ((posts.at(-1)?.receivedAt ?? 0) - (posts[0]?.receivedAt ?? 0)) / MINUTE;
    console.log(`${name}: ${SUBMISSIONS} submissions in ${minutes.toFixed(2)} minutes, no 429`);
    expect(minutes).toBeGreaterThanOrEqual(3);
    expect(minutes).toBeLessThanOrEqual(3.3);
  });
});
