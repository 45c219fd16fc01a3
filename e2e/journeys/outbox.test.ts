import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName, View } from '../drivers/driver.ts';
import { sleep, waitFor } from '../drivers/wait.ts';
import { LINKS } from './pages.ts';
import { openStage, PLATFORMS, type Stage } from './stage.ts';
import { createVisitor } from './visitor.ts';

declare const chrome: typeof import('wxt/browser').browser;

const MINUTE = 60_000;

describe.each<BrowserName>(['chromium', 'firefox'])('the outbox in %s', (name) => {
  let stage: Stage;
  const visitor = createVisitor(() => stage);
  const { clickMenu, open, says } = visitor;

  beforeAll(async () => {
    stage = await openStage(name);
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    await visitor.leave();
    await stage.reset();
  });

  async function gone(view: View, selector: string): Promise<void> {
    await waitFor(() => view.evaluate((selector) => !document.querySelector(selector), selector), {
      for: `${selector} to go`,
    });
  }

  function focused(view: View): Promise<string> {
    return view.evaluate(() => document.activeElement?.className ?? '');
  }

  it('the same link twice is sent once, and once more where the user says so', async () => {
    await stage.signIn();
    await clickMenu('#plain', 'link/linux');
    await stage.settled('running');
    await clickMenu('#plain', 'link/linux');
    await waitFor(
      async () => (await stage.driver.notifications()).some(({ title }) => title === 'Already under way'),
      { for: 'the notice' },
    );
    expect(stage.posts()).toHaveLength(1);
    const popup = await open('popup.html');
    await says(popup, 'login[.]example[.]test on Linux', 'Send anyway');
    await popup.click('#offer .plain');
    await stage.settled('running', 'running');
    expect(stage.posts()).toHaveLength(2);
    await gone(popup, '#offer');
    expect(await focused(popup)).toBe('batch-head');
  });

  it('the popup does not claim that it queued what is under way', async () => {
    await stage.signIn('demo', ['linux']);
    await clickMenu('#plain', 'link/linux');
    await stage.settled('running');
    const popup = await open('popup.html');
    await popup.waitForSelector('#target-input');
    await popup.fill('#target-input', LINKS.plain);
    await popup.press('Enter');
    await says(popup, 'Not queued: it is under way already');
    await popup.click('#offer .quiet');
    await gone(popup, '#offer');
    await stage.settled('running');
    expect(stage.posts()).toHaveLength(1);
  });

  it('five platforms are one row with five marks; opened each has its line; what is queued is cancelled at once', async () => {
    await stage.signIn();
    await clickMenu('#plain', 'link/mine');
    await stage.settled('running', 'running', 'running', 'queued', 'queued');
    const popup = await open('popup.html');
    await says(popup, '3 running, 2 queued · Goes out at');
    const marks = await popup.evaluate(() =>
      [...document.querySelectorAll('.marks .mark')].map((mark) => mark.getAttribute('aria-label')),
    );
    expect(marks).toEqual([
      'Windows 11: Running for 0 min, usually about 15',
      'Windows 10: Running for 0 min, usually about 15',
      'Windows 7: Running for 0 min, usually about 15',
      expect.stringMatching(/^macOS 11: Goes out at \d/),
      expect.stringMatching(/^Linux: 2nd, about \d/),
    ]);
    await popup.click('.batch-head');
    const lines = await popup.evaluate(() => document.querySelectorAll('.row[data-analysis]').length);
    expect(lines).toBe(5);
    await popup.click('.summary [data-act=cancel]');
    await stage.settled('running', 'running', 'running', 'cancelled', 'cancelled');
    await says(popup, '3 running, 2 cancelled');
    expect(await focused(popup)).toBe('batch-head');
    expect(stage.posts()).toHaveLength(3);
  });

  it('several URLs in the field are one batch', async () => {
    await stage.signIn('demo', ['windows11']);
    const popup = await open('popup.html');
    await popup.waitForSelector('#target-input');
    await popup.fill('#target-input', `${LINKS.plain} ${LINKS.idn}`);
    await says(popup, 'Detonate 2 URLs, 2 analyses');
    await popup.press('Enter');
    await stage.settled('running', 'running');
    await says(popup, 'and 1 more', '2 running');
    expect(stage.posts()).toHaveLength(2);
  });

  it('on hold nothing goes out, and all of it once the queue may go on', async () => {
    await stage.signIn();
    await clickMenu('#plain', 'link/mine');
    await stage.settled('running', 'running', 'running', 'queued', 'queued');
    const popup = await open('popup.html');
    await popup.click('#hold');
    await says(popup, 'The queue is on hold', 'On hold', 'Let it go on');
    await clickMenu('#idn', 'link/linux');
    await stage.settled('running', 'running', 'running', 'queued', 'queued', 'queued');
    // The slots are free, and the background looks again; it still sends nothing.
    await stage.shiftTime(MINUTE);
    await stage.driver.killBackground();
    await stage.driver.evaluateInBackground(() => {});
    await sleep(1000);
    expect(stage.posts()).toHaveLength(3);
    await popup.page.bringToFront();
    await popup.click('#held .plain');
    await stage.settled(...PLATFORMS.map(() => 'running'), 'running');
    await gone(popup, '#held');
    expect(stage.posts().map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  it('what became of an unconfirmed one is looked for, and said', async () => {
    await stage.signIn();
    stage.control.faults.order({
      fault: { kind: 'server-error', status: 503, started: true },
      match: { endpoint: 'submit' },
    });
    await clickMenu('#plain', 'link/windows11');
    await stage.settled('unconfirmed');
    const popup = await open('popup.html');
    await says(popup, 'Unconfirmed', 'may have started', 'It is looked for at the service at', 'Give up');
    // By then its report is there, and the service lists it.
    await stage.passTime(20 * MINUTE);
    await stage.settled('running');
    await popup.click('.batch-head');
    await says(popup, 'found at the service afterwards');
    expect(stage.posts()).toHaveLength(1);
  });

  it('what can’t be read is said, exported without the password, and removed', async () => {
    await stage.signIn('demo', PLATFORMS, 'device');
    await clickMenu('#plain', 'link/linux');
    const [kept] = await stage.settled('running');
    const popup = await open('popup.html');
    await popup.evaluate(async () => {
      const { recent } = (await chrome.storage.local.get('recent')) as { recent: string[] };
      await chrome.storage.local.set({ 'analysis:00BAD': { version: 99 }, recent: [...recent, '00BAD'] });
    });
    await says(popup, '1 stored analysis can’t be read');
    const options = await open('options.html');
    await says(options, '1 stored analysis can’t be read');
    await options.evaluate(() => {
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob) => {
        void (blob as Blob).text().then((text) => document.body.setAttribute('data-exported', text));
        return createObjectURL(blob);
      };
    });
    await options.click('#export');
    await says(options, 'Exported');
    const exported = await waitFor(
      () => options.evaluate(() => document.body.getAttribute('data-exported')),
      { for: 'the file' },
    );
    expect(Object.keys(JSON.parse(exported))).toEqual(
      expect.arrayContaining(['settings', 'analysis:00BAD', `analysis:${kept?.id}`]),
    );
    expect(exported).not.toMatch(/credentials|password/);
    await options.click('#repair');
    await says(options, 'Remove it for good');
    // A double click is not a decision.
    await sleep(600);
    await options.click('#repair');
    await says(options, 'Removed.');
    await gone(options, '#repair');
    expect(await focused(options)).not.toBe('');
    expect(await stage.analyses()).toEqual([kept]);
  });

  it('storage that can’t be read is said in place of the page; what can be is exported, and all erased', async () => {
    await stage.signIn();
    const popup = await open('popup.html');
    await popup.waitForSelector('#detonate');
    await popup.evaluate(() => {
      const { local } = chrome.storage;
      const get = local.get.bind(local) as (keys: unknown) => Promise<Record<string, unknown>>;
      const isBroken = (keys: unknown) => keys === null || [keys].flat().includes('settings');
      const broken = (keys: unknown) =>
        isBroken(keys) ? Promise.reject(new Error('The disk is broken')) : get(keys);
      Object.assign(local, { get: broken });
      Object.assign((globalThis as { browser?: typeof chrome }).browser?.storage.local ?? {}, {
        get: broken,
      });
      return local.set({ lastPlatforms: ['linux'] });
    });
    await says(popup, 'The extension’s storage can’t be read');
    await popup.click('#export');
    await says(popup, 'Exported');
    await popup.click('#erase');
    await says(popup, 'Erase it for good');
    await sleep(600);
    await popup.click('#erase');
    await waitFor(async () => Object.keys((await stage.driver.storage()).local).length === 0, {
      for: 'the storage to be empty',
    });
  });
});
