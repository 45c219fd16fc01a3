import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureDisplayTools } from '../../scripts/browsers.ts';
import { type Display, startDisplay } from '../drivers/display.ts';
import type { BrowserName } from '../drivers/driver.ts';
import { FRAME, INBOX, REPORT } from './pages.ts';
import { openStage, type Stage } from './stage.ts';
import { createVisitor } from './visitor.ts';

const hasDisplay = ensureDisplayTools();

describe.skipIf(!hasDisplay).each<BrowserName>(['chromium', 'firefox'])('with a display, in %s', (name) => {
  let display: Display;
  let stage: Stage;
  const visitor = createVisitor(() => stage);

  beforeAll(async () => {
    display = await startDisplay();
    stage = await openStage(name, { headless: false, display: display.name });
  });
  afterAll(async () => {
    await stage?.close();
    await display?.close();
  });
  beforeEach(async () => {
    await visitor.leave();
    await stage.reset();
  });

  it('the keyword and a URL are typed into the address bar', async () => {
    await stage.signIn('demo', ['linux']);
    const page = await stage.driver.openPage(INBOX);
    await page.bringToFront();
    await stage.driver.typeInOmniboxNative('det', 'hxxp://login.example[.]test/verify');
    const [analysis] = await stage.settled('running');
    expect(analysis).toMatchObject({ href: 'http://login.example.test/verify', origin: 'omnibox' });
    await page.close();
  });

  it('the key sends this page', async () => {
    await stage.signIn('demo', ['linux']);
    const page = await stage.driver.openPage(INBOX);
    await page.bringToFront();
    await stage.driver.runCommandNative('detonate-page');
    const [analysis] = await stage.settled('running');
    expect(analysis).toMatchObject({ href: new URL(INBOX).href, origin: 'shortcut' });
    await page.close();
  });

  it('several tabs: their addresses are asked for by a click, and all of them go', async () => {
    await stage.signIn('demo', ['linux']);
    const pages = [];
    for (const url of [INBOX, REPORT, FRAME]) pages.push(await stage.driver.openPage(url));
    await stage.driver.highlight(pages);
    const [first] = pages;
    if (!first) throw new Error('no page');
    const popup = await stage.driver.openPopupOn(first);
    await popup.waitForSelector('#tabs');
    expect(await popup.text()).toContain('3 selected tabs');
    await popup.click('#tabs');
    const view = await visitor.meet('capture.html');
    await view.waitForSelector('#read-tabs');
    expect(await view.text()).not.toContain('inbox');
    await stage.driver.acceptPermission(view, '#read-tabs');
    await visitor.says(view, '3 URLs on 1 platform', 'within a minute');
    await view.page.bringToFront();
    await view.click('#detonate');
    const analyses = await stage.settled('running', 'running', 'running');
    expect(analyses.map(({ href }) => href)).toEqual([INBOX, REPORT, FRAME].map((url) => new URL(url).href));
    expect(analyses.every(({ origin }) => origin === 'tabs')).toBe(true);
    for (const page of pages) await page.close();
  });
});
