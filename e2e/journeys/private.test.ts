import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../drivers/driver.ts';
import { waitFor } from '../drivers/wait.ts';
import { openStage, type Stage } from './stage.ts';

const MINUTE = 60_000;

describe.each<BrowserName>(['chromium', 'firefox'])('%s, with a capture from a private window', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(name);
    await stage.signIn();
  });
  afterAll(() => stage?.close());

  it('shows it marked, writes nothing of it to the disk, and has none when it is started again', async () => {
    const popup = await stage.driver.openExtensionPage('popup.html');
    await popup.evaluate(async () => {
      const text = 'http://hidden.test/x';
      await chrome.runtime.sendMessage({ name: 'detonate', text, platforms: ['linux'], isPrivate: true });
    });
    await waitFor(async () => (await privateStates()).join() === 'running', { for: 'it to run' });
    expect(stage.posts().map(({ status }) => status)).toEqual([200]);
    await popup.waitForSelector('.batch .private');
    const all = await stage.driver.openExtensionPage('analyses.html');
    await all.waitForSelector('.batch-row .private');
    expect(await all.text()).toContain('Private');
    stage.control.analyses.finish();
    await stage.passTime(4 * MINUTE);
    // The times of what is private were not moved: its report is asked for by hand.
    const [id] = await privateIds();
    await all.evaluate(async (id) => {
      await chrome.runtime.sendMessage({ name: 'fetchReport', id, want: 'brief' });
    }, id ?? '');
    await waitFor(async () => (await privateStates()).join() === 'finished', { for: 'its report' });
    await expectNothing();
    await stage.driver.restart('quit');
    await expectNothing();
    expect(await privateIds()).toEqual([]);
    expect(Object.keys((await stage.driver.storage()).local).some((key) => key.startsWith('gate:'))).toBe(
      true,
    );
  });

  async function privateIds(): Promise<string[]> {
    const { session } = await stage.driver.storage();
    return Object.keys(session)
      .filter((key) => key.startsWith('analysis:'))
      .map((key) => key.slice('analysis:'.length));
  }

  async function privateStates(): Promise<string[]> {
    const { session } = await stage.driver.storage();
    const ids = await privateIds();
    return ids.map((id) => (session[`analysis:${id}`] as { state: string }).state);
  }

  async function expectNothing(): Promise<void> {
    const disk = JSON.stringify((await stage.driver.storage()).local);
    expect(disk).not.toContain('hidden');
    expect(disk).not.toContain('~');
  }
});

declare const chrome: typeof import('wxt/browser').browser;
