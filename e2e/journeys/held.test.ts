import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defang } from '@/utils/capture/defang.ts';
import type { BrowserName, TabView, View } from '../drivers/driver.ts';
import { tabTo } from '../drivers/keyboard.ts';
import { sleep, waitFor } from '../drivers/wait.ts';
import { LINKS } from './pages.ts';
import { openStage, type Stage } from './stage.ts';
import { createVisitor } from './visitor.ts';

declare const chrome: typeof import('wxt/browser').browser;

const INNER = 'http://login.example.test/verify?user=7';
const WRAPPED = `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(INNER)}&data=05%7C01&sdata=abc&reserved=0`;
const SURE = 600;

describe.each<BrowserName>(['chromium', 'firefox'])('what the guard sees in %s', (name) => {
  let stage: Stage;
  const visitor = createVisitor(() => stage);
  const { clickMenu, open, meet, says } = visitor;

  beforeAll(async () => {
    stage = await openStage(name);
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    await visitor.leave();
    await stage.reset();
    await stage.signIn('demo', ['linux']);
  });

  /** The URLs that the service received. */
  function received(): string[] {
    return stage.control.ledger
      .entries()
      .filter(({ endpoint }) => endpoint === 'submit')
      .flatMap(({ target }) => target?.value ?? []);
  }

  function textOf(view: View, selector: string): Promise<string> {
    return view.evaluate((selector) => document.querySelector(selector)?.textContent ?? '', selector);
  }

  function focused(view: View): Promise<string> {
    return view.evaluate(() => document.activeElement?.textContent ?? '');
  }

  async function typeIntoPopup(text: string): Promise<View> {
    const popup = await open('popup.html');
    await popup.fill('#target-input', text);
    return popup;
  }

  /** In Firefox notices, and reading the storage, take the focus from the tab. */
  async function toFront(view: TabView): Promise<void> {
    await stage.driver.notificationsOpened();
    await view.page.bringToFront();
    await waitFor(() => view.evaluate(() => document.hasFocus()), { for: 'the focus to come back' });
  }

  it('is held: nothing is sent, and it is said; without that part goes what was shown', async () => {
    await clickMenu('#secret', 'link/mine');
    await stage.settled('held');
    const notice = await waitFor(
      async () =>
        (await stage.driver.notifications()).find(({ title }) => title === 'Held: shop[.]example[.]test'),
      { for: 'the notice' },
    );
    expect(notice.message).toContain('Password reset. Nothing of it was sent.');
    await waitFor(async () => (await stage.driver.badge()) === '!', { for: 'the badge' });
    expect(received()).toEqual([]);
    await stage.driver.clickNotification(notice.id);
    const held = await meet('held.html');
    await says(
      held,
      'Password reset: token=…',
      'Linux · from a link',
      'other customers',
      'tip off the sender',
    );
    expect(await textOf(held, 'mark')).toBe('8f14e45fceea167a5a36dedd4bea25431 (Password reset: token=…) ');
    const shown = await textOf(held, '.held-rest .whole-url');
    await held.click('[data-decide=without]');
    const [sent] = await stage.settled('running');
    expect(received().map(defang)).toEqual([shown]);
    expect(received()).toEqual(['http://shop.example.test/reset-password?lang=en']);
    // What was left out is not kept either.
    expect(JSON.stringify(sent)).not.toContain('8f14e45f');
    await says(held, 'Queued without what the guard saw', 'Nothing is held.');
    expect(await focused(held)).toBe('Held until you decide');
    await waitFor(async () => (await stage.driver.badge()) === '1', { for: 'the badge to count' });
  });

  it('is held though the background dies, and goes out as it is once the user says so', async () => {
    await clickMenu('#secret', 'link/mine');
    await stage.settled('held');
    await stage.driver.killBackground();
    await stage.driver.evaluateInBackground(() => {});
    const popup = await open('popup.html');
    await says(popup, '1 analysis is held until you decide', 'Password reset. Nothing of it was sent.');
    expect(received()).toEqual([]);
    await popup.click('#analyses [data-act=review]');
    const held = await meet('held.html');
    await stage.driver.killBackground();
    await held.click('[data-decide=asItIs]');
    await stage.settled('running');
    expect(received()).toEqual([LINKS.secret]);
  });

  it('is discarded, and stays unsent; the same again is held again', async () => {
    await clickMenu('#secret', 'link/mine');
    await stage.settled('held');
    const held = await open('held.html');
    await held.click('[data-decide=discard]');
    await stage.settled('discarded');
    await says(held, 'Discarded. Nothing of it was sent.');
    await waitFor(async () => (await stage.driver.badge()) === '', { for: 'the badge to go' });
    await clickMenu('#secret', 'link/mine');
    await stage.settled('discarded', 'held');
    // An open page follows, once it is seen.
    await held.page.bringToFront();
    await says(held, 'Password reset: token=…');
    expect(received()).toEqual([]);
  });

  it('is sent with a warning where the user only wants that, and not looked at where not', async () => {
    await stage.prefer({ guard: 'warn' });
    const popup = await typeIntoPopup(LINKS.secret);
    await says(popup, 'Will be sent although the guard sees: Password reset: token=…');
    await popup.press('Enter');
    await stage.settled('running');
    await says(popup, 'Started. Sent though the guard saw: Password reset.');
    await stage.prefer({ guard: 'off' });
    await popup.fill('#target-input', LINKS.userInfo);
    await popup.press('Enter');
    const [, second] = await stage.settled('running', 'running');
    expect(second?.sightings).toBeUndefined();
    expect(received()).toEqual([LINKS.secret, LINKS.userInfo]);
  });

  it('is also a domain of the company’s, as the options have it; a line that is none takes nothing with it', async () => {
    const options = await open('options.html');
    await options.fill('#own-domains', 'two words\nexample.test');
    await says(options, '“two words” is no host, and is not kept.', 'Saved.');
    await clickMenu('#plain', 'link/mine');
    await stage.settled('held');
    const held = await open('held.html');
    await says(held, 'Domain of your company');
    expect(await held.evaluate(() => document.querySelectorAll('[data-decide=without]').length)).toBe(0);
    expect(await options.evaluate(() => document.querySelector('textarea')?.value)).toBe(
      'two words\nexample.test',
    );
  });

  it('a private host is refused, and sent where the user allows it', async () => {
    const popup = await typeIntoPopup('http://intranet/x');
    await says(popup, 'intranet is a host that only a private network knows');
    await popup.press('Enter');
    await waitFor(async () => (await textOf(popup, '#answer')).includes('only a private network'), {
      for: 'the refusal',
    });
    expect(await stage.analyses()).toEqual([]);
    const options = await open('options.html');
    await options.click('#allow-private');
    await says(options, 'Saved.');
    await popup.fill('#target-input', 'http://intranet/y');
    await popup.press('Enter');
    await stage.settled('running');
    expect(received()).toEqual(['http://intranet/y']);
  });

  it('what wraps a URL is seen before it is sent: inside is meant, unless the user says otherwise', async () => {
    const popup = await typeIntoPopup(WRAPPED);
    await says(popup, 'Wrapped by Microsoft Safe Links', '[.]outlook[.]com');
    await popup.press('Enter');
    await stage.settled('running');
    await popup.fill('#target-input', `${WRAPPED}&`);
    await popup.click('.wrapped input[value=outer]');
    await popup.click('#detonate');
    await stage.settled('running', 'running');
    expect(received()).toEqual([INNER, `${WRAPPED}&`]);
  });

  it('is answered in the popup with the reason, and a way to review it', async () => {
    const popup = await typeIntoPopup(LINKS.secret);
    await says(popup, 'Will be held until you decide: Password reset: token=…');
    await popup.press('Enter');
    await stage.settled('held');
    await waitFor(async () => (await textOf(popup, '#answer')) === 'Held until you decide: Password reset.', {
      for: 'the answer',
    });
    await popup.click('#answer-review');
    await says(await meet('held.html'), 'from the popup');
  });

  it('is decided by the keyboard alone, one after the other; a second press means no other', async () => {
    const told = (await stage.driver.notifications()).length;
    const popup = await typeIntoPopup(`${LINKS.secret} ${LINKS.userInfo} ${LINKS.secret}2`);
    await popup.press('Enter');
    await stage.settled('held', 'held', 'held');
    const held = await open('held.html');
    await says(held, '3 analyses');
    await waitFor(async () => (await stage.driver.notifications()).length > told, { for: 'the notice' });
    await toFront(held);
    const heads = await held.evaluate(() =>
      [...document.querySelectorAll('.held-item h2')].map((head) => head.textContent),
    );
    expect(await tabTo(held, '.held-item:first-child [data-decide=discard]')).toMatch(/^Discard/);
    await held.press('Enter');
    await says(held, '2 analyses');
    expect(await focused(held)).toBe(heads[1]);
    await held.press('Enter');
    await tabTo(held, '#all-discard', 10, 'Shift+Tab');
    await held.press('Enter');
    await sleep(SURE);
    expect(await textOf(held, '#all-discard')).toBe('Discard 2 URLs for good');
    await held.press('Enter');
    await stage.settled('discarded', 'discarded', 'discarded');
    await says(held, 'Nothing is held.');
    expect(received()).toEqual([]);
  });

  it('is ticked and discarded among all analyses, and cancelled or sent again by nothing', async () => {
    await clickMenu('#secret', 'link/mine');
    const [one] = await stage.settled('held');
    const all = await open('analyses.html');
    await all.click('.batch-row .tick');
    await says(all, 'Review 1 held', 'Discard 1');
    await all.evaluate(
      async (ids) => {
        for (const name of ['cancel', 'sendAgain', 'giveUp', 'check'])
          await chrome.runtime.sendMessage({ name, ids });
      },
      [one?.id ?? ''],
    );
    await stage.settled('held');
    await all.click('#discard-ticked');
    await sleep(SURE);
    await all.click('#discard-ticked');
    await stage.settled('discarded');
    expect(received()).toEqual([]);
  });
});
