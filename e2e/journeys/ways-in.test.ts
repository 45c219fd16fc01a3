import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName } from '../drivers/driver.ts';
import { INBOX, LINKS, REPORT } from './pages.ts';
import { openStage, type Stage } from './stage.ts';
import { createVisitor } from './visitor.ts';

/** Runs in a page: selects all that is in an element. */
function selectAll(selector: string): void {
  const element = document.querySelector(selector);
  if (element) getSelection()?.selectAllChildren(element);
}

describe.each<BrowserName>(['chromium', 'firefox'])('the ways in, in %s', (name) => {
  let stage: Stage;
  const pages: Page[] = [];
  const visitor = createVisitor(() => stage);

  beforeAll(async () => {
    stage = await openStage(name);
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    await visitor.leave();
    for (const page of pages.splice(0)) await page.close();
    await stage.reset();
  });

  async function visit(url: string): Promise<Page> {
    const page = await stage.driver.openPage(url);
    pages.push(page);
    return page;
  }

  async function select(selector: string): Promise<void> {
    const page = await visit(REPORT);
    await page.evaluate(selectAll, selector);
    await stage.driver.clickMenu(page, selector, 'selection');
  }

  it('a selection with one URL: it goes, refanged, on my platforms', async () => {
    await stage.signIn('demo', ['linux']);
    await select('#one');
    const [analysis] = await stage.settled('running');
    expect(analysis).toMatchObject({ href: 'https://login.example.test/verify', origin: 'selection' });
    expect(stage.driver.strayRequests().filter((host) => host.includes('example'))).toEqual([]);
  });

  it('a selection with several: a page shows what was understood and what was left out, and one button sends it', async () => {
    await stage.signIn('demo', ['linux']);
    await select('#several');
    const page = await visitor.meet('capture.html');
    await visitor.says(page, 'parcel[.]example[.]test/a', '2×', '1 left out', '2 submissions');
    expect(stage.posts()).toEqual([]);
    await page.page.bringToFront();
    await page.click('#detonate');
    const analyses = await stage.settled('running', 'running');
    expect(analyses.map(({ href }) => href)).toEqual([
      'http://parcel.example.test/a',
      'http://parcel.example.test/b',
    ]);
  });

  it('the address bar: the keyword and a URL, on my platforms', async () => {
    await stage.signIn('demo', ['linux', 'windows10']);
    await visit(INBOX);
    await stage.driver.typeInOmnibox('det', 'hxxp://login.example[.]test/verify');
    const analyses = await stage.settled('running', 'running');
    expect(analyses[0]).toMatchObject({ href: 'http://login.example.test/verify', origin: 'omnibox' });
  });

  it('the address bar with what is doubtful: the page is asked first', async () => {
    await stage.signIn('demo', ['linux']);
    await visit(INBOX);
    await stage.driver.typeInOmnibox('det', 'one.example[.]test two.example[.]test');
    const page = await visitor.meet('capture.html');
    await visitor.says(page, 'one[.]example[.]test', 'two[.]example[.]test');
    expect(await stage.analyses()).toEqual([]);
  });

  it('the key: this page on my platforms', async () => {
    await stage.signIn('demo', ['linux']);
    const page = await visit(INBOX);
    await page.bringToFront();
    await stage.driver.runCommand('detonate-page');
    const [analysis] = await stage.settled('running');
    expect(analysis).toMatchObject({ href: new URL(INBOX).href, origin: 'shortcut' });
  });

  it('a link that a mail gateway wrapped: both are offered, and the inner one is what goes', async () => {
    await stage.signIn('demo', ['linux']);
    const page = await visit(INBOX);
    await stage.driver.clickMenu(page, '#wrapped', 'link/linux');
    const view = await visitor.meet('capture.html');
    await visitor.says(view, 'What is within', 'Wrapped by Microsoft Safe Links');
    await view.page.bringToFront();
    await view.click('#detonate');
    const [analysis] = await stage.settled('running');
    expect(analysis).toMatchObject({ href: LINKS.plain, platform: 'linux', origin: 'link' });
  });
});
