import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName, View } from '../drivers/driver.ts';
import { waitFor } from '../drivers/wait.ts';
import { FRAME, IMAGE, INBOX, LINKS } from './pages.ts';
import { openStage, PLATFORMS, type Stage } from './stage.ts';

const MINUTE = 60_000;

/** Whether a page's text holds this one, however its lines are broken. */
function isIn(text: string, wanted: string): boolean {
  return text.replace(/\s/g, '').includes(wanted.replace(/\s/g, ''));
}

/** The bytes of the URL that a submission carried. */
function sentUrl(body: string | null): string {
  const { rl } = JSON.parse(body ?? '{}') as { rl: { url_base64: string } };
  return Buffer.from(rl.url_base64, 'base64').toString('utf8');
}

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let stage: Stage;
  const opened: Page[] = [];

  beforeAll(async () => {
    stage = await openStage(name);
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    for (const page of opened.splice(0)) await page.close();
    await stage.reset();
  });

  async function clickMenu(selector: string, itemId: string): Promise<void> {
    // Left open: Firefox drops the click where the tab is gone before the background woke.
    const page = await stage.driver.openPage(INBOX);
    opened.push(page);
    await stage.driver.clickMenu(page, selector, itemId);
  }

  /** Opens the popup's page and waits until it says this; returns what it says. */
  async function popupSays(...texts: string[]): Promise<string> {
    const view = await stage.driver.openExtensionPage('popup.html');
    let text = '';
    try {
      await waitFor(
        async () => {
          text = await view.text();
          return texts.every((wanted) => isIn(text, wanted));
        },
        { for: `the popup to say ${texts.join(' and ')}` },
      );
    } catch (cause) {
      throw new Error(`The popup says: ${text}`, { cause });
    } finally {
      await view.close();
    }
    return text;
  }

  async function badgeIs(text: string): Promise<void> {
    await waitFor(async () => (await stage.driver.badge()) === text, { for: `the badge to be ${text}` });
  }

  async function notified(...texts: string[]): Promise<void> {
    await waitFor(
      async () => {
        const shown = await stage.driver.notifications();
        return shown.some(({ title, message }) =>
          texts.every((text) => `${title} ${message}`.includes(text)),
        );
      },
      { for: `a notification that says ${texts.join(' and ')}` },
    );
  }

  it('a link, on one platform: sent once as Base64, kept with its ids, told to the user', async () => {
    await stage.signIn();
    await clickMenu('#plain', 'link/windows10');
    const [analysis] = await stage.settled('running');
    const [post, ...others] = stage.posts();
    expect(others).toEqual([]);
    expect(JSON.parse(post?.body ?? '')).toEqual({
      rl: {
        url_base64: Buffer.from(LINKS.plain).toString('base64'),
        platform: 'windows10',
        response_format: 'json',
      },
    });
    expect(post?.headers).toMatchObject({
      user: 'u/demo/analyst',
      cookie: false,
      contentType: 'application/json',
    });
    expect(analysis?.started).toMatchObject({ analysisId: post?.analysisIds[0], url: LINKS.plain });
    expect(analysis?.started?.sha1).toMatch(/^[0-9a-f]{40}$/);
    await notified('login[.]example[.]test', 'Windows 10');
    const says = await popupSays('login[.]example[.]test', analysis?.started?.analysisId ?? '');
    expect(says).toContain('Running');
    // The browser calls its vendor by itself, in vain; nothing asks for the target.
    expect(stage.driver.strayRequests().filter((host) => host.includes('example'))).toEqual([]);
  });

  it('a linked image: its link by the one entry, its image by the other', async () => {
    await stage.signIn();
    await clickMenu('#linked-image', 'link/linux');
    await clickMenu('#linked-image', 'image/linux');
    await stage.settled('running', 'running');
    expect(stage.posts().map(({ body }) => sentUrl(body))).toEqual([LINKS.plain, IMAGE]);
    await popupSays('login[.]example[.]test', '/picture.png');
  });

  it('an image without a link, and a frame: each its own URL', async () => {
    await stage.signIn();
    await clickMenu('#image', 'image/linux');
    const page = await stage.driver.openPage(INBOX);
    opened.push(page);
    const frame = page.frames().find((one) => one.url() === FRAME);
    if (!frame) throw new Error('There is no frame in the page');
    await stage.driver.clickMenu(frame, '#inside', 'frame/linux');
    await stage.settled('running', 'running');
    expect(stage.posts().map(({ body }) => sentUrl(body))).toEqual([IMAGE, FRAME]);
    await popupSays('/frame', '/picture.png');
  });

  it('the page itself, with its fragment as the browser tells it', async () => {
    await stage.signIn();
    await clickMenu('#heading', 'page/macos11');
    await stage.settled('running');
    expect(stage.posts().map(({ body }) => sentUrl(body))).toEqual([INBOX]);
    await popupSays('inbox[.]example[.]test', 'macOS 11', 'Running');
  });

  it('all platforms: three at once, two when the minute is over, and "Again on …" offers the same', async () => {
    await stage.signIn();
    await clickMenu('#plain', 'link/mine');
    await stage.settled('running', 'running', 'running', 'queued', 'queued');
    await badgeIs('5');
    await notified('The next goes out at');
    await popupSays('0 of 3 left this minute');
    await stage.passTime(MINUTE);
    await stage.settled(...PLATFORMS.map(() => 'running'));
    const posts = stage.posts();
    expect(posts.map(({ platform }) => platform)).toEqual([...PLATFORMS]);
    expect(posts.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await clickMenu('#idn', 'link/again');
    await waitFor(async () => (await stage.analyses()).length === 10, { for: 'five more' });
  });

  it.each([
    ['beyond Latin-1', '#beyondLatin1', LINKS.beyondLatin1],
    ['with an internationalised host', '#idn', LINKS.idn],
    ['of 8,000 characters', '#long', LINKS.long],
    ['with user-info', '#userInfo', LINKS.userInfo],
  ])('a URL %s arrives as the bytes of its href', async (_, selector, url) => {
    await stage.signIn();
    await clickMenu(selector, 'link/windows11');
    if (url === LINKS.userInfo) await stage.consent();
    await stage.settled('running');
    expect(stage.posts().map(({ body }) => sentUrl(body))).toEqual([new URL(url).href]);
    await popupSays(new URL(url).hostname.replaceAll('.', '[.]'), 'Running');
    if (url === LINKS.userInfo) expect(await popupSays('•••@')).not.toContain('hunter2');
  });

  it('a link of another scheme is refused with a reason', async () => {
    await stage.signIn();
    await clickMenu('#mail', 'link/windows11');
    await notified('mailto', 'http');
    expect(await stage.analyses()).toEqual([]);
  });

  it('the popup on a page: its URL, the chosen platforms, one button', async () => {
    await stage.signIn('demo', ['windows11', 'linux']);
    const page = await stage.driver.openPage(INBOX);
    const popup = await stage.driver.openPopupOn(page);
    await popup.waitForSelector('#detonate');
    await waitFor(async () => isIn(await popup.text(), 'inbox[.]example[.]test'), {
      for: "the page's URL",
    });
    await toggle(popup, 'linux');
    await popup.click('#detonate');
    await waitFor(async () => /Queued|Running/.test(await popup.text()), { for: 'an answer in the popup' });
    await stage.settled('running');
    const [post] = stage.posts();
    expect([sentUrl(post?.body ?? null), post?.platform]).toEqual([INBOX, 'windows11']);
    await page.close();
  });

  it('the popup takes another URL than the page’s', async () => {
    await stage.signIn();
    const view = await stage.driver.openExtensionPage('popup.html');
    await view.waitForSelector('#detonate');
    if (!(await isThere(view, '#target-input'))) await view.click('#edit');
    await view.fill('#target-input', LINKS.idn);
    for (const platform of PLATFORMS.slice(1)) await toggle(view, platform);
    await view.press('Enter');
    await waitFor(async () => (await stage.analyses()).length > 0, { for: 'the capture' });
    await view.close();
    await waitFor(() => stage.posts().length > 0, { for: 'the submission' });
    expect(sentUrl(stage.posts()[0]?.body ?? null)).toBe(new URL(LINKS.idn).href);
  });

  it('a double click on Detonate sends once', async () => {
    await stage.signIn('demo', ['linux']);
    const page = await stage.driver.openPage(INBOX);
    opened.push(page);
    const popup = await stage.driver.openPopupOn(page);
    await popup.waitForSelector('#detonate');
    await popup.evaluate(async () => {
      const button = document.querySelector<HTMLElement>('#detonate');
      button?.click();
      await new Promise((resolve) => setTimeout(resolve, 150));
      button?.click();
    });
    await stage.settled('running');
    expect(stage.posts()).toHaveLength(1);
  });

  it('the options keep all that is filled in at once, and save while a test hangs', async () => {
    stage.control.faults.order({ fault: { kind: 'hang' }, match: { endpoint: 'usage' } });
    const options = await stage.driver.openExtensionPage('options.html');
    await options.waitForSelector('#user-name');
    await options.evaluate(() => {
      for (const [id, text] of [
        ['user-name', 'u/demo/analyst'],
        ['password', 'demo'],
      ] as const) {
        const field = document.getElementById(id) as HTMLInputElement;
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await options.click('#test');
    await waitFor(() => stage.control.ledger.entries().length === 1, { for: 'the test to ask' });
    await options.click('#save');
    await waitFor(async () => (await options.text()).includes('Saved'), { for: 'the options to be saved' });
    const { local, session } = await stage.driver.storage();
    expect(local['settings']).toMatchObject({ account: { userName: 'u/demo/analyst' } });
    expect(session['credentials']).toMatchObject({ userName: 'u/demo/analyst', password: 'demo' });
    expect(JSON.stringify(local)).not.toContain('"demo"');
    await options.close();
  });

  it('the popup by the keyboard alone: type, choose, send, copy the id', async () => {
    await stage.signIn('demo', ['windows11']);
    const told = (await stage.driver.notifications()).length;
    const view = await stage.driver.openExtensionPage('popup.html');
    await view.waitForSelector('#target-input');
    await waitFor(() => focused(view, '#target-input'), { for: 'the focus on the field' });
    await view.type(LINKS.idn);
    await tabTo(view, 'input[name=platform][value=windows11]');
    await view.press(' ');
    await tabTo(view, 'input[name=platform][value=linux]');
    await view.press(' ');
    await tabTo(view, '#detonate');
    await view.press('Enter');
    const [analysis] = await stage.settled('running');
    expect(analysis).toMatchObject({ href: new URL(LINKS.idn).href, platform: 'linux' });
    await view.waitForSelector('.row [data-act=copy]');
    // Firefox's notice is a window of its own that takes the focus as it opens, and without it nothing can be copied.
    await waitFor(async () => (await stage.driver.notifications()).length > told, { for: 'the notice' });
    await stage.driver.notificationsOpened();
    // Reading the storage of Firefox takes the focus from the tab.
    await view.page.bringToFront();
    await waitFor(() => view.evaluate(() => document.hasFocus()), { for: 'the focus to come back' });
    await tabTo(view, '.row [data-act=copy]');
    await view.press('Enter');
    await waitFor(async () => isIn(await view.text(), 'Copied'), { for: 'the id to be copied' });
    await tabTo(view, '#options');
    await view.close();
  });

  it('a page that can’t be detonated says why', async () => {
    await stage.signIn();
    const text = await popupSays('can’t be detonated');
    expect(text).toContain('http');
  });

  it('without an account the capture waits, the options open, and it goes out after the sign-in', async () => {
    await clickMenu('#plain', 'link/windows11');
    const options = await stage.driver.waitForExtensionPage('options.html');
    await stage.settled('queued');
    await badgeIs('!');
    expect(stage.control.ledger.entries()).toEqual([]);
    await options.fill('#user-name', 'u/demo/analyst');
    await options.fill('#password', 'demo');
    await options.click('#save');
    await stage.settled('running');
    expect(stage.posts()).toHaveLength(1);
    await options.close();
  });

  it('a wrong password stops all sending until it is mended', async () => {
    await stage.signIn('wrong');
    await clickMenu('#plain', 'link/mine');
    await notified('refused the user name or password');
    await stage.settled(...PLATFORMS.map(() => 'queued'));
    expect(stage.posts()).toEqual([]);
    expect(stage.control.ledger.entries().map(({ status }) => status)).toEqual([401]);
    await badgeIs('!');
    const options = await stage.driver.openExtensionPage('options.html');
    await options.fill('#password', 'wrong too');
    await options.click('#test');
    await waitFor(async () => (await options.text()).includes('refused the user name or password'), {
      for: 'the test to tell',
    });
    await options.fill('#password', 'demo');
    await options.click('#test');
    await waitFor(async () => (await options.text()).includes('It works'), { for: 'the test to pass' });
    await options.click('#save');
    await waitFor(() => stage.posts().length === 3, { for: 'the queue to go on' });
    await options.close();
  });

  it.each([
    [400, 'no such character', 'failed', 'badRequest', 2],
    [403, '', 'queued', undefined, 1],
    [406, 'filetype_not_supported', 'failed', 'fileTypeNotSupported', 1],
    [413, '', 'failed', 'tooLarge', 1],
  ])('a %i is told with a next step', async (status, body, state, kind, posts) => {
    await stage.signIn();
    stage.control.faults.order({
      fault: { kind: 'refusal', status, body },
      match: { endpoint: 'submit' },
      times: 'forever',
    });
    await clickMenu('#plain', 'link/windows11');
    await waitFor(() => stage.posts().length === posts, { for: `${posts} requests` });
    const [analysis] = await stage.settled(state);
    if (kind) expect(analysis?.error?.kind).toBe(kind);
    const sentence = {
      400: 'can’t take this URL',
      403: 'right to submit (TCA-0207)',
      406: 'type of file',
      413: 'too large',
    }[status];
    await notified(status === 403 ? 'Ask the account’s manager' : 'failed', 'login[.]example[.]test');
    await popupSays(sentence ?? '');
    expect(stage.posts()).toHaveLength(posts);
  });

  it.each([
    ['answers 503', { kind: 'server-error', status: 503 }],
    ['cuts each connection', { kind: 'cut', when: 'before-body' }],
    ['sends to a sign-in page', { kind: 'redirect', location: '/login' }],
  ] as const)('while the service %s nothing is sent, and all goes out when it is back', async (_, fault) => {
    const words = {
      'server-error': 'takes no submissions at the moment',
      cut: 'can’t be reached',
      redirect: 'sign-in page',
    }[fault.kind];
    await stage.signIn();
    stage.control.faults.order({ fault, times: 'forever' });
    await clickMenu('#plain', 'link/windows11');
    await notified(words);
    await stage.settled('queued');
    await popupSays(words);
    expect(stage.posts()).toEqual([]);
    stage.control.faults.clear();
    await stage.passTime(MINUTE);
    await stage.settled('running');
    expect(stage.posts()).toHaveLength(1);
  });

  it.each([
    ['the background dies', { kind: 'hang' }],
    ['the connection is cut', { kind: 'cut', when: 'after-body' }],
  ] as const)('when %s after the sending, it is not sent again', async (_, fault) => {
    await stage.signIn();
    // The first one leaves a connection that the next one is sent over: browsers repeat a request that fails on such a one.
    await clickMenu('#idn', 'link/linux');
    await stage.settled('running');
    stage.control.faults.order({ fault, match: { endpoint: 'submit' } });
    await clickMenu('#plain', 'link/windows11');
    await waitFor(() => stage.posts().length >= 2, { for: 'the request to arrive' });
    if (fault.kind === 'hang') {
      await stage.driver.killBackground();
      await stage.passTime(MINUTE);
    }
    await stage.settled('running', 'unconfirmed');
    expect(stage.posts()).toHaveLength(2);
    await popupSays('Unconfirmed', 'Send again');
  });

  async function focused(view: View, selector: string): Promise<boolean> {
    return view.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector);
  }

  /** Presses Tab until the focus is there; a page has few enough stops that going round in vain shows a trap. */
  async function tabTo(view: View, selector: string): Promise<void> {
    for (let stops = 0; stops < 60; stops++) {
      if (await focused(view, selector)) return;
      await view.press('Tab');
    }
    throw new Error(`The Tab key never gets to ${selector}`);
  }

  async function isThere(view: View, selector: string): Promise<boolean> {
    return view.evaluate((selector) => document.querySelector(selector) !== null, selector);
  }

  async function toggle(view: View, platform: string): Promise<void> {
    await view.evaluate(
      (platform) => document.querySelector<HTMLElement>(`input[name=platform][value=${platform}]`)?.click(),
      platform,
    );
  }
});
