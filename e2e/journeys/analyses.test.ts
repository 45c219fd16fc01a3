import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName, Download, TabView, View } from '../drivers/driver.ts';
import { tabTo } from '../drivers/keyboard.ts';
import { sleep, waitFor } from '../drivers/wait.ts';
import { plant, seedOf } from './seed.ts';
import { openStage, type Stage } from './stage.ts';
import { createVisitor } from './visitor.ts';

declare const chrome: typeof import('wxt/browser').browser;

const SEEDED = 300;
/** The second of two clicks is a decision only after half a second. */
const DECISION = 600;
const BAD = 'Document-HTML.Phishing.Generic';

describe.each<BrowserName>(['chromium', 'firefox'])('all analyses in %s', (name) => {
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
    await stage.signIn('demo', ['linux']);
  });

  async function seed(count = SEEDED): Promise<void> {
    const view = await stage.driver.openExtensionPage('manifest.json');
    await plant(view, seedOf(count));
    await view.close();
  }

  /** The page with all that is stored read. */
  async function openList(fragment = '', count = `${SEEDED} analyses`): Promise<TabView> {
    const view = await open(`analyses.html${fragment}`);
    await view.setViewport(1200, 800);
    await says(view, count);
    return view;
  }

  /** What stands in the list from its top, as far as it is in sight. */
  function rows(view: View): Promise<string[]> {
    return view.evaluate(() =>
      [...document.querySelectorAll('.batch-row')].map((row) => (row.textContent ?? '').replace(/\s+/g, ' ')),
    );
  }

  async function count(view: View, wanted: string): Promise<void> {
    await waitFor(
      async () => (await view.evaluate(() => document.querySelector('#count')?.textContent)) === wanted,
      {
        for: `the page to say ${wanted}`,
      },
    );
  }

  /** A tab that is not in front draws nothing. */
  async function capture(selector: string, view: TabView): Promise<void> {
    await clickMenu(selector, 'link/linux');
    await view.page.bringToFront();
  }

  async function hasFocus(view: View, id: string): Promise<void> {
    await waitFor(() => view.evaluate((wanted) => document.activeElement?.id === wanted, id), {
      for: `#${id} to have the focus`,
    });
  }

  async function decide(view: View, selector: string): Promise<void> {
    await view.click(selector);
    await sleep(DECISION);
    await view.click(selector);
  }

  /** The file that was saved last, once there are so many. */
  async function saved(files: number): Promise<Download> {
    const download = await waitFor(
      async () => {
        const all = await stage.driver.downloads();
        return all.length >= files ? all.at(-1) : undefined;
      },
      { for: 'the file to be saved' },
    );
    return download;
  }

  it('are found, narrowed down and sorted, and a reload keeps that', async () => {
    await seed();
    const view = await openList();
    await view.click('#search');
    await view.type('login[.]example phishing.generic');
    await count(view, '60 of 300 match');
    for (const row of await rows(view)) expect(row).toContain('login[.]example[.]test');
    await view.click('#filter-platform summary');
    await view.click('#filter-platform input[value=linux]');
    await view.press('Escape');
    await count(view, '0 of 300 match');
    await says(view, 'Nothing matches');
    await view.click('#filter-platform summary');
    await view.click('#filter-platform input[value=windows11]');
    await view.press('Escape');
    await count(view, '20 of 300 match');
    await view.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('#filter-case');
      if (select) select.value = 'INC-1000';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await waitFor(async () => (await view.url()).includes('case=INC-1000'), { for: 'the address' });
    const [all, wanted] = [await rows(view), await view.url()];
    expect(all.length).toBeGreaterThan(0);
    await view.evaluate(() => location.reload());
    await says(view, 'match');
    await waitFor(async () => (await rows(view)).join() === all.join(), {
      for: 'the same rows after a reload',
    });
    expect(await view.url()).toBe(wanted);
    await view.click('#clear-filters');
    await count(view, '300 analyses');
    await view.click('.cell-url .sort');
    await waitFor(async () => (await rows(view))[0]?.includes('192[.]0[.]2[.]7/14/'), {
      for: 'the rows by URL',
    });
  });

  it('live: what is captured comes in at the top, and moves on', async () => {
    await seed(30);
    const view = await openList('', '30 analyses');
    stage.control.faults.order({
      fault: { kind: 'delay', ms: 1500, started: true },
      match: { endpoint: 'submit' },
    });
    await capture('#plain', view);
    await waitFor(async () => (await rows(view))[0]?.includes('login[.]example[.]test/verify?user=7'), {
      for: 'the new row',
    });
    await waitFor(async () => /Running|due/.test((await rows(view))[0] ?? ''), { for: 'the row to run' });
    await count(view, '31 analyses');
    await waitFor(
      () =>
        view.evaluate(() =>
          /^login\[\.\].+ on Linux: /.test(document.querySelector('#news')?.textContent ?? ''),
        ),
      { for: 'the change to be announced' },
    );
  });

  it('a note under edit outlasts a filter that takes its row away', async () => {
    await seed(30);
    const view = await openList('', '30 analyses');
    await view.fill('#search', '/0/verify');
    await view.click('.opener');
    await view.click('[data-act=note]');
    await view.type('Half a thought');
    await view.fill('#search', 'cdn');
    await waitFor(() => view.evaluate(() => !document.querySelector('textarea')), { for: 'the row to go' });
    await view.fill('#search', '/0/verify');
    await waitFor(
      () => view.evaluate(() => document.querySelector('textarea')?.value.startsWith('Half a thought')),
      {
        for: 'the note to be there again',
      },
    );
    await view.click('[data-act=note-save]');
    await says(view, 'Note kept.', 'Half a thought');
  });

  it('what comes in above does not move what is looked at', async () => {
    await seed();
    const view = await openList();
    await view.evaluate(() => document.querySelector('.scroller')?.scrollTo(0, 1500));
    const firstInSight = () =>
      view.evaluate(() => {
        const top = document.querySelector('.scroller')?.getBoundingClientRect().top ?? 0;
        const rows = [...document.querySelectorAll('[data-row]')];
        const row = rows.find((one) => one.getBoundingClientRect().bottom > top + 1);
        return `${row?.getAttribute('data-row')} ${Math.round((row?.getBoundingClientRect().top ?? 0) - top)}`;
      });
    await waitFor(async () => (await firstInSight()) !== 'undefined 0', { for: 'the rows there' });
    await sleep(500);
    const before = await firstInSight();
    await capture('#plain', view);
    await count(view, '301 analyses');
    await sleep(500);
    expect(await firstInSight()).toBe(before);
  });

  it('ticked ones are exported in each form, defanged unless raw is chosen', async () => {
    await seed();
    const before = (await stage.driver.downloads()).length;
    const view = await openList('#verdict=malicious', '60 of 300 match');
    await view.click('.batch-row .tick');
    await says(view, '3 ticked');
    await view.click('#export-ticked');
    await view.click('#export-save');
    const csv = await saved(before + 1);
    expect(csv.name).toMatch(/^detonate-\d{4}-\d\d-\d\d-analyses\.csv$/);
    const { data } = papa.parse<Record<string, string>>(csv.text.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(3);
    for (const row of data) expect(Object.values(row)).toEqual(expect.arrayContaining(['malicious', BAD]));
    expect(csv.text).toContain('hxxp[:]//login[.]example[.]test/0/verify');
    expect(csv.text).not.toMatch(/http:\/\/login/);

    await view.click('#export-ticked');
    await view.click('input[value=stix]');
    await view.click('input[name=raw]');
    await view.click('#export-save');
    const stix = JSON.parse((await saved(before + 2)).text) as {
      type: string;
      objects: Record<string, unknown>[];
    };
    expect(stix.type).toBe('bundle');
    expect(stix.objects.filter(({ type }) => type === 'malware-analysis')).toHaveLength(3);
    expect(stix.objects.find(({ type }) => type === 'url')).toMatchObject({
      value: 'http://login.example.test/0/verify?user=7',
    });

    await view.click('#export-ticked');
    await view.click('input[value=found]');
    await view.click('input[value=markdown]');
    await view.click('#export-save');
    const table = await saved(before + 3);
    expect(table.text.trim().split('\n')).toHaveLength(62);
    await says(view, '60 analyses saved.');
  });

  it('what is exported as JSON, erased and imported again is the same', async () => {
    await seed(60);
    const before = await stage.analyses();
    const files = (await stage.driver.downloads()).length;
    const view = await openList('', '60 analyses');
    await view.click('#export-all');
    await view.click('input[value=json]');
    await view.click('#export-save');
    const { text } = await saved(files + 1);
    const options = await open('options.html');
    await decide(options, '#erase-all');
    await says(options, 'All analyses are erased.');
    await view.page.bringToFront();
    await count(view, '0 analyses');
    await says(view, 'No analyses yet');
    expect(await stage.analyses()).toEqual([]);
    const folder = await mkdtemp(join(tmpdir(), 'detonate-'));
    const file = join(folder, 'analyses.json');
    await writeFile(file, text);
    await view.chooseFiles('#import-file', file);
    await says(view, '60 taken in, 0 were here already, 0 could not be read.', '60 analyses');
    expect(await stage.analyses()).toEqual(before);
    await view.chooseFiles('#import-file', file);
    await says(view, '0 taken in, 60 were here already');
    await writeFile(file, '{"not":"ours"}');
    await view.chooseFiles('#import-file', file);
    await says(view, 'This file holds no analyses of Detonate.');
    await rm(folder, { recursive: true });
  });

  it('a case holds what follows, from the menu too, and is given to what is ticked', async () => {
    await seed(30);
    const view = await openList('', '30 analyses');
    await view.click('#case-edit');
    await view.type('INC-7');
    await view.press('Enter');
    await says(view, 'Filing under INC-7');
    await capture('#plain', view);
    await waitFor(
      async () => (await stage.analyses()).some((one) => (one as { case?: string }).case === 'INC-7'),
      {
        for: 'the capture to be filed',
      },
    );
    await view.click('#case-end');
    await capture('#idn', view);
    await count(view, '32 analyses');
    const filed = () =>
      stage.analyses().then((all) => all.filter((one) => (one as { case?: string }).case === 'INC-7').length);
    expect(await filed()).toBe(1);
    await view.fill('#search', 'cdn');
    await view.click('.batch-row .tick');
    await view.click('#case-ticked');
    await view.type('INC-7');
    await view.press('Enter');
    await says(view, '3 filed under INC-7.');
    await waitFor(async () => (await filed()) === 4, { for: 'those ticked to be filed' });
  });

  it('a note is kept and found; what is ticked is copied for the ticket, and deleted but for what is on its way', async () => {
    await seed(30);
    await clickMenu('#plain', 'link/linux');
    await waitFor(async () => (await stage.analyses()).some(({ state }) => state === 'running'), {
      for: 'one to run',
    });
    const view = await openList('', '31 analyses');
    await view.fill('#search', '/0/verify');
    await view.click('.opener');
    await view.click('[data-act=note]');
    await view.type('Sent to the CFO');
    await view.click('[data-act=note-save]');
    await says(view, 'Note kept.');
    await view.fill('#search', 'cfo');
    await count(view, '1 of 31 match');
    await view.fill('#search', '');
    await view.click('.columns .tick');
    await says(view, '31 ticked');
    await view.evaluate(() => {
      Object.assign(globalThis, { copied: [] });
      navigator.clipboard.writeText = async (text: string) => {
        (globalThis as unknown as { copied: string[] }).copied.push(text);
      };
    });
    await view.click('#copy-ticked');
    await says(view, '31 copied for the ticket.');
    const copied = await view.evaluate(() => (globalThis as unknown as { copied: string[] }).copied.join());
    expect(copied).toContain(BAD);
    expect(copied).not.toMatch(/https?:\/\/(?!data\.)/);
    await decide(view, '#delete-ticked');
    await says(view, '30 deleted.', '1 analysis');
    expect((await stage.analyses()).map(({ state }) => state)).toEqual(['running']);
    const { local } = await stage.driver.storage();
    expect(Object.keys(local).filter((key) => /^(batch|target|brief):/.test(key))).toHaveLength(2);
  });

  it('retention shows what would go before it goes', async () => {
    await seed();
    const options = await open('options.html');
    await options.fill('#keep-analyses', '100');
    await says(options, 'By this rule 200 of 300 analyses go');
    expect(await stage.analyses()).toHaveLength(300);
    await decide(options, '#keep-rule');
    await says(options, 'By this rule nothing goes now. 100 analyses are kept.');
    const left = await stage.analyses();
    expect(left).toHaveLength(100);
    await says(options, 'Used in this browser:');
  });

  it('the side panel shows the same, live', async () => {
    await seed(30);
    const panel = await stage.driver.openSidePanel();
    await says(panel, '30 analyses', 'cdn');
    await clickMenu('#plain', 'link/linux');
    await says(panel, '31 analyses');
    await panel.evaluate(() => document.querySelector<HTMLElement>('.opener')?.click());
    await says(panel, 'Captured');
    await panel.close();
  });

  it('everything can be done with the keyboard alone', async () => {
    await seed();
    const files = (await stage.driver.downloads()).length;
    const view = await openList();
    await view.page.bringToFront();
    await view.press('/');
    await tabTo(view, '#case-edit', 10, 'Shift+Tab');
    await view.press('Enter');
    await view.type('INC-10');
    await view.press('Enter');
    await says(view, 'Filing under INC-10');
    await hasFocus(view, 'case-edit');
    await tabTo(view, '#case-end');
    await view.press('Enter');
    await says(view, 'What follows is filed under no case.');
    await waitFor(() => view.evaluate(() => document.querySelector('#case-end') === null), {
      for: 'the button to go',
    });
    await hasFocus(view, 'case-edit');
    await tabTo(view, '#shift-open');
    await view.press('Enter');
    await waitFor(() => view.evaluate(() => document.querySelector('#shift') !== null), { for: 'the shift' });
    await view.press('Enter');
    await waitFor(() => view.evaluate(() => document.querySelector('#shift') === null), {
      for: 'the shift to be closed',
    });
    await view.press('/');
    await view.type('login');
    await count(view, '60 of 300 match');
    await view.press('ArrowDown');
    const focused = () => view.evaluate(() => document.activeElement?.getAttribute('data-row') ?? '');
    const first = await focused();
    expect(first).not.toBe('');
    await view.press('x');
    await says(view, '3 ticked');
    await view.press('Shift+ArrowDown');
    expect(await focused()).not.toBe(first);
    await says(view, '6 ticked');
    await view.press('End');
    const last = await waitFor(focused, { for: 'the last row to have the focus' });
    await view.press('Home');
    await waitFor(async () => (await focused()) === first, { for: 'the first row to have the focus' });
    expect(last).not.toBe(first);
    // Where there is no row above, nothing waits to take the focus later.
    await view.press('ArrowUp');
    await view.press('/');
    await view.type(' ');
    await hasFocus(view, 'search');
    await view.press('ArrowDown');
    await view.press('Enter');
    await says(view, 'Edit note');
    await view.press('ArrowDown');
    await tabTo(view, '[data-act=note]');
    await view.press('Enter');
    await view.type('By keyboard');
    await view.press('Control+Enter');
    await says(view, 'Note kept.', 'By keyboard');
    await view.press('/');
    await tabTo(view, '#filter-verdict summary');
    await view.press('Enter');
    await tabTo(view, '#filter-verdict input[value=malicious]');
    await view.press(' ');
    await view.press('Escape');
    await tabTo(view, '#case-ticked');
    await view.press('Enter');
    await view.type('INC-9');
    await view.press('Enter');
    await says(view, '6 filed under INC-9.');
    await hasFocus(view, 'case-ticked');
    await view.press('/');
    await tabTo(view, '#export-ticked');
    await view.press('Enter');
    await waitFor(() => view.evaluate(() => document.querySelector('dialog')?.open), { for: 'the dialogue' });
    await tabTo(view, '#export-save');
    await view.press('Enter');
    expect((await saved(files + 1)).text).toContain('INC-9');
    await view.press('/');
    await tabTo(view, '#delete-ticked');
    await view.press('Enter');
    await sleep(DECISION);
    await view.press('Enter');
    await says(view, '6 deleted.');
    expect(await stage.analyses()).toHaveLength(SEEDED - 6);
    const second = await waitFor(focused, { for: 'a row to have the focus' });
    await view.press('/');
    await tabTo(view, '.cell-url .sort');
    await view.press('Enter');
    await waitFor(async () => (await view.url()).includes('sort=url'), { for: 'the rows by URL' });
    // All that is found goes: the focus goes to the search, not to nowhere.
    await view.press('/');
    await tabTo(view, '.columns .tick');
    await view.press(' ');
    await view.press('/');
    await tabTo(view, '#clear-ticks');
    await view.press('Enter');
    await waitFor(() => view.evaluate(() => document.querySelector('#ticked') === null), { for: 'no ticks' });
    await waitFor(focused, { for: 'a row to have the focus' });
    await view.press('/');
    await tabTo(view, '.columns .tick');
    await view.press(' ');
    await view.press('/');
    await tabTo(view, '#copy-ticked');
    await view.press('Enter');
    await says(view, '54 copied for the ticket.');
    await tabTo(view, '#send-ticked');
    await tabTo(view, '#delete-ticked');
    await view.press('Enter');
    await sleep(DECISION);
    await view.press('Enter');
    await says(view, 'Nothing matches');
    await hasFocus(view, 'search');
    expect(second).not.toBe('');
  });

  it('what has no report is asked for, and sent again, by the keyboard', async () => {
    await seed(30);
    const manifest = await stage.driver.openExtensionPage('manifest.json');
    await plant(manifest, withoutReports(seedOf(6, Date.now() - 1000)));
    await manifest.close();
    const view = await openList('#state=noReport', '6 of 36 match');
    await view.page.bringToFront();
    await view.press('/');
    await tabTo(view, '.columns .tick');
    await view.press(' ');
    await view.press('/');
    await tabTo(view, '#check-ticked');
    await view.press('Enter');
    await says(view, '6 reports are asked for now.');
    await view.press('/');
    await tabTo(view, '#clear-filters');
    await view.press('Enter');
    await hasFocus(view, 'search');
    await view.type('/3/x');
    await count(view, '3 of 36 match');
    await tabTo(view, '.columns .tick');
    await view.press(' ');
    await view.press('/');
    await tabTo(view, '#send-ticked');
    await view.press('Enter');
    await sleep(DECISION);
    await view.press('Enter');
    await says(view, '3 analyses queued.');
  });

  it('the rule for what is kept, and the end of all, by the keyboard', async () => {
    await seed(30);
    const options = await open('options.html');
    await options.page.bringToFront();
    await says(options, 'By this rule nothing goes now.');
    await tabTo(options, '#keep-analyses', 60);
    await options.press('Control+a');
    await options.type('12');
    await says(options, 'By this rule 18 of 30 analyses go');
    await tabTo(options, '#keep-rule', 5);
    await options.press('Enter');
    await sleep(DECISION);
    await options.press('Enter');
    await says(options, '12 analyses are kept.');
    await tabTo(options, '#erase-all', 10);
    await options.press('Enter');
    await sleep(DECISION);
    await options.press('Enter');
    await says(options, 'All analyses are erased.');
    expect(await stage.analyses()).toEqual([]);
  });
});

/** The same analyses, none of which came to a report. */
function withoutReports(items: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(items).map(([key, value]) => {
      if (!key.startsWith('analysis:')) return [key, value];
      const { verdict: _, finishedAt: __, ...analysis } = value as Record<string, unknown>;
      return [key, { ...analysis, state: 'noReport' }];
    }),
  );
}
