import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../drivers/driver.ts';
import { waitFor } from '../drivers/wait.ts';
import { INBOX } from '../journeys/pages.ts';
import { openStage, PLATFORMS, type Stage } from '../journeys/stage.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe.each<BrowserName>(['chromium', 'firefox'])('%s at real time', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(name);
    await stage.signIn();
  });
  afterAll(() => stage?.close());

  it('sends five platforms as three and, by its own alarm a minute later, two, without a 429', async () => {
    const page = await stage.driver.openPage(INBOX);
    await stage.driver.clickMenu(page, '#plain', 'link/mine');
    await stage.settled('running', 'running', 'running', 'queued', 'queued');
    await waitFor(() => stage.posts().length === PLATFORMS.length, {
      for: 'the other two',
      timeout: 2 * MINUTE,
    });
    await stage.settled(...PLATFORMS.map(() => 'running'));
    const posts = stage.posts();
    expect(posts.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const [first, , , fourth] = posts.map(({ receivedAt }) => receivedAt);
    const pause = (fourth ?? 0) - (first ?? 0);
    console.log(`${name}: the fourth came ${(pause / SECOND).toFixed(1)} s after the first`);
    expect(pause).toBeGreaterThanOrEqual(MINUTE);
    stage.control.analyses.finish();
    await stage.passTime(4 * MINUTE);
    await stage.settled(...PLATFORMS.map(() => 'finished'));
    await waitFor(async () => (await stage.driver.alarms()).length === 0, {
      for: 'the alarm to be taken away',
    });
  });
});
