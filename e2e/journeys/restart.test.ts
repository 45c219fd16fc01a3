import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../drivers/driver.ts';
import { waitFor } from '../drivers/wait.ts';
import { INBOX } from './pages.ts';
import { openStage, PLATFORMS, type Stage } from './stage.ts';

const MINUTE = 60_000;

describe.each<BrowserName>(['chromium', 'firefox'])('%s, killed and started again', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(name);
  });
  afterAll(() => stage?.close());

  it('keeps queue, slots and menu, asks for the password again, and goes on', async () => {
    await stage.signIn();
    const before = await stage.driver.openPage(INBOX);
    await stage.driver.clickMenu(before, '#plain', 'link/mine');
    await stage.settled('running', 'running', 'running', 'queued', 'queued');
    await stage.driver.restart('kill');
    await stage.settled('running', 'running', 'running', 'queued', 'queued');
    await waitFor(async () => (await stage.driver.badge()) === '!', { for: 'the badge to ask for the user' });
    await stage.signIn();
    await stage.passTime(MINUTE);
    const analyses = await stage.settled(...PLATFORMS.map(() => 'running'));
    expect(analyses.map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1]);
    expect(stage.posts().map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const page = await stage.driver.openPage(INBOX);
    await stage.driver.clickMenu(page, '#idn', 'link/linux');
    await waitFor(async () => (await stage.analyses()).length === 6, { for: 'the menu to work' });
  });

  it('goes on by itself where the password is kept on this device', async () => {
    await stage.reset();
    await stage.signIn('demo', PLATFORMS, 'device');
    const page = await stage.driver.openPage(INBOX);
    await stage.driver.clickMenu(page, '#plain', 'link/mine');
    await stage.settled('running', 'running', 'running', 'queued', 'queued');
    await stage.driver.restart('kill');
    await waitFor(async () => (await stage.driver.alarms()).length > 0, {
      for: 'the alarm to be derived anew',
    });
    await stage.passTime(MINUTE);
    await stage.settled(...PLATFORMS.map(() => 'running'));
    expect(stage.posts().map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });
});
