import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName } from '../drivers/driver.ts';
import { waitFor } from '../drivers/wait.ts';
import { INBOX, LINKS } from './pages.ts';
import { openStage, type Stage, type StoredAnalysis } from './stage.ts';
import { createVisitor } from './visitor.ts';

const MINUTE = 60_000;

describe.each<BrowserName>(['chromium', 'firefox'])('a private window in %s', (name) => {
  let stage: Stage;
  const pages: Page[] = [];
  const visitor = createVisitor(() => stage);

  beforeAll(async () => {
    stage = await openStage(name, { inPrivateWindows: true });
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    await visitor.leave();
    for (const page of pages.splice(0)) await page.close();
    await stage.reset();
  });

  async function privateOnes(): Promise<StoredAnalysis[]> {
    const { session } = await stage.driver.storage();
    return Object.entries(session)
      .filter(([key]) => key.startsWith('analysis:'))
      .map(([, analysis]) => analysis as StoredAnalysis);
  }

  async function settledInMemory(state: string): Promise<StoredAnalysis> {
    let found: StoredAnalysis[] = [];
    await waitFor(
      async () => {
        found = await privateOnes();
        return found.length === 1 && found[0]?.state === state;
      },
      { for: `the private analysis to be ${state}` },
    );
    const [one] = found;
    if (!one) throw new Error('it went away');
    return one;
  }

  async function onDisk(): Promise<string> {
    return JSON.stringify((await stage.driver.storage()).local);
  }

  async function captureInPrivate(): Promise<StoredAnalysis> {
    const page = await stage.driver.openPrivatePage(INBOX);
    pages.push(page);
    await stage.driver.clickMenu(page, '#plain', 'link/linux');
    return settledInMemory('running');
  }

  it('a link is sent, kept in memory alone, and gets its verdict though the background dies', async () => {
    stage.control.verdicts.set({ report: { classification: 'MALICIOUS', riskScore: 9 } });
    await stage.signIn('demo', ['linux']);
    const { id } = await captureInPrivate();
    expect(stage.posts()).toHaveLength(1);
    expect(await onDisk()).not.toContain('login.example.test');
    expect(await onDisk()).not.toContain(id);
    await stage.driver.killBackground();
    stage.control.analyses.finish();
    await stage.passTime(4 * MINUTE);
    await settledInMemory('finished');
    expect(await onDisk()).not.toContain('login.example.test');
    const list = await visitor.open('analyses.html');
    await visitor.says(list, '[.]example[.]test', 'Private', 'Malicious 9/10');
  });

  it('is gone when the browser closes, and the slots that it took still count', async () => {
    await stage.signIn('demo', ['linux'], 'device');
    await captureInPrivate();
    visitor.forget();
    pages.length = 0;
    await stage.driver.restart('quit');
    expect(await privateOnes()).toEqual([]);
    expect(await onDisk()).not.toContain('login.example.test');
    const gates = Object.entries((await stage.driver.storage()).local).filter(([key]) =>
      key.startsWith('gate:'),
    );
    expect(JSON.stringify(gates)).toContain('answeredAt');
    const list = await visitor.open('analyses.html');
    await visitor.says(list, 'No analyses yet');
  });

  it('the popup there captures privately, too', async () => {
    await stage.signIn('demo', ['linux']);
    const page = await stage.driver.openPrivatePage(
      LINKS.plain.replace('login', 'inbox').replace(/verify.*/, 'report'),
    );
    pages.push(page);
    const popup = await stage.driver.openPopupOn(page);
    await popup.waitForSelector('#detonate');
    await popup.click('#detonate');
    await settledInMemory('running');
    expect(await onDisk()).not.toContain('inbox.example.test/report');
    await popup.close();
  });

  it('is not in an export unless it is asked for', async () => {
    await stage.signIn('demo', ['linux']);
    await visitor.clickMenu('#idn', 'link/linux');
    await stage.settled('running');
    await captureInPrivate();
    const list = await visitor.open('analyses.html');
    await visitor.says(list, '2 analyses');
    await list.page.bringToFront();
    await list.click('#export-all');
    await list.waitForSelector('dialog[open]');
    await list.click('dialog [type=submit]');
    await waitFor(async () => (await stage.driver.downloads()).length > 0, { for: 'the file' });
    const [file] = await stage.driver.downloads();
    expect(file?.text).toContain('xn--bcher-kva');
    expect(file?.text).not.toContain('login');
  });
});
