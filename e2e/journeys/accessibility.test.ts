import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { HOUR } from '@/utils/analyses/time.ts';
import { guard } from '@/utils/capture/guard.ts';
import { briefWith } from '@/utils/spectra/testing.ts';
import { violationsIn } from '../drivers/axe.ts';
import type { BrowserName, ColorScheme, View } from '../drivers/driver.ts';
import { tabTo } from '../drivers/keyboard.ts';
import { waitFor } from '../drivers/wait.ts';
import { INBOX } from './pages.ts';
import { ACCOUNT, analysisOf, finished, fullBrief, type Parts, running, sceneOf } from './scene.ts';
import { openStage, type Stage } from './stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** A page in a state worth the name. */
interface PageState {
  is: string;
  /** With a fragment where it has one; the real popup over a page of the web where there is none. */
  page?: string;
  scene: Parts;
  /** Does what no storage does. */
  act?: (view: View) => Promise<void>;
  /** Is there once the state is reached. */
  shows: string;
}

/** What differs between light and dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

const malicious = fullBrief('MALICIOUS');
const suspicious = fullBrief('SUSPICIOUS', { riskScore: 5 });
const unknown = briefWith('a word of its own');
const clean = briefWith('NO_THREATS_FOUND', { riskScore: 0, threats: [] });
const notRun = briefWith('NO_THREATS_FOUND', { hasRun: false, warnings: ['Analysis did not run'] });
const badRequest = { kind: 'badRequest', status: 400, detail: 'The URL is no URL' } as const;
const noAnswer = { kind: 'noAnswer' } as const;
const other = 'http://other.example.test/';

/** One of each, the newest last. */
const each = [
  finished('00', 310, clean, { batchId: 'unkept' }),
  finished('01', 300, clean, { batchId: 'clean' }),
  finished('02', 290, unknown, { batchId: 'unknown' }),
  finished('03', 280, notRun, { batchId: 'notRun' }),
  finished('04', 270, suspicious, { batchId: 'suspicious' }),
  finished('05', 260, malicious, { batchId: 'malicious' }),
  running('06', 150, { batchId: 'noReport', state: 'noReport' }),
  analysisOf('07', 140, { batchId: 'failed', state: 'failed', attempts: 1, error: badRequest }),
  analysisOf('08', 130, {
    batchId: 'unconfirmed',
    state: 'unconfirmed',
    attempts: 1,
    error: noAnswer,
    sentAt: Date.now(),
    lookAt: Date.now() + HOUR,
  }),
  analysisOf('09', 120, { batchId: 'lost', state: 'unconfirmed', attempts: 1, looks: 4, error: noAnswer }),
  analysisOf('10', 110, { batchId: 'givenUp', state: 'givenUp', attempts: 1, looks: 4 }),
  analysisOf('11', 100, { batchId: 'cancelled', state: 'cancelled' }),
  analysisOf('12', 90, { batchId: 'others', account: { ...ACCOUNT, userName: 'u/other' } }),
  running('13', 6, { batchId: 'running' }),
  finished('14', 20, malicious, { batchId: 'several' }),
  finished('15', 20, clean, { batchId: 'several', platform: 'windows10' }),
  running('16', 20, { batchId: 'several', platform: 'linux' }),
  analysisOf('17', 20, {
    batchId: 'several',
    platform: 'linux',
    href: other,
    state: 'failed',
    error: badRequest,
  }),
  analysisOf('18', 1, { batchId: 'queued' }),
  analysisOf('19', 1, { batchId: 'queued', platform: 'macos11' }),
  heldOf('20', 'https://login.bad.example.test/reset-password?token=8f14e45fceea167a5a36dedd4bea2543'),
  heldOf('21', 'https://me:pw@xn--80ak6aa92e.example/?u=https://a:b@inner.example.test/'),
  heldOf('22', `https://long.example.test/invite/8f14e45fceea167a5a36dedd4bea2543?${'x'.repeat(4000)}`),
  heldOf('23', 'https://discarded.example.test/reset-password?token=8f14e45fceea167a', {
    state: 'discarded',
  }),
];

function heldOf(id: string, text: string, changes: Partial<Analysis> = {}): Analysis {
  const { href } = new URL(text);
  const sightings = guard(href).map(({ kind, part: { start, end }, name }) => ({
    kind,
    start,
    end,
    ...(name && { name }),
  }));
  return analysisOf(id, 1, { batchId: `held${id}`, href, sightings, state: 'held', ...changes });
}

const list: Parts = {
  analyses: each,
  briefs: {
    '01': clean,
    '02': unknown,
    '03': notRun,
    '04': suspicious,
    '05': malicious,
    '14': malicious,
    '15': clean,
  },
};
const empty: Parts = {};
const fresh: Parts = { account: null };
const offer = {
  batchId: 'offered',
  origin: 'link',
  items: [{ href: other, platform: 'linux' }],
  offeredAt: Date.now(),
};
const elsewhere = { ...ACCOUNT, address: 'https://elsewhere.example.test' };
const unreadable = { 'analysis:99': { version: 99 }, unfinished: ['99'], recent: ['99'] };

/** A text with one of each thing that is to be said before a URL is sent. */
const DOUBTFUL = [
  'https://bad.example.com/reset-password?token=8f7d6c5b4a39281706f5e4d3c2b1a099',
  'http://xn--pple-43d.com/login hxxps://twice.example.com/ https://twice.example.com/',
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent('https://in.example.com/')}`,
  'http://intranet.corp/ bare.example.com https://cut.example.com/a/long/path…',
  'ftp://files.example.com/ someone@example.com 10.0.0.0/8',
].join('\n');

const press = (selector: string) => (view: View) => view.click(selector);

/** Runs in a page: what scrolls or sticks inside of it covers its own texts, of which axe could not tell the colours. */
function layOpen(): void {
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const { overflowY, maxHeight, position } = getComputedStyle(element);
    if (overflowY !== 'visible') element.style.overflow = 'visible';
    if (maxHeight !== 'none') element.style.maxHeight = 'none';
    if (position === 'sticky') element.style.position = 'static';
  }
}

/** From now on this page can't read what is stored. */
async function breakStorage(view: View): Promise<void> {
  await view.evaluate(() => {
    const broken = { get: () => Promise.reject(new Error('The disk is broken')) };
    Object.assign(chrome.storage.local, broken);
    Object.assign((globalThis as { browser?: typeof chrome }).browser?.storage.local ?? {}, broken);
    return chrome.storage.local.set({ lastPlatforms: ['linux'] });
  });
}

const POPUP: PageState[] = [
  { is: 'empty', scene: empty, shows: '.empty' },
  {
    is: 'with all batches open',
    scene: list,
    act: (view) =>
      view.evaluate(() => {
        for (const head of document.querySelectorAll<HTMLElement>('.batch-head')) head.click();
      }),
    shows: '.details-url',
  },
  { is: 'with its target to be edited', scene: empty, act: press('#edit'), shows: '#target-input' },
  {
    is: 'after an analysis of the same',
    scene: { analyses: [finished('05', 260, malicious, { href: INBOX })] },
    shows: '[data-act=open-earlier]',
  },
];

const PAGES: PageState[] = [
  { is: 'popup with a list', page: 'popup.html', scene: list, shows: '.target-reason' },
  {
    is: 'popup with a wrong URL',
    page: 'popup.html',
    scene: empty,
    act: async (view) => {
      await view.fill('#target-input', 'no URL');
      await view.click('#detonate');
    },
    shows: '#answer:not(:empty)',
  },
  { is: 'popup without an account', page: 'popup.html', scene: fresh, shows: '#notice' },
  {
    is: 'popup with its queue on hold',
    page: 'popup.html',
    scene: { ...list, local: { hold: true } },
    shows: '#held',
  },
  {
    is: 'popup with all that can be noticed',
    page: 'popup.html',
    scene: {
      gate: { blocked: 'unauthorized' },
      local: { ...unreadable, hold: true, offers: [offer] },
      session: { troubled: true },
    },
    shows: '#unreadable',
  },
  { is: 'popup without a permission', page: 'popup.html', scene: { account: elsewhere }, shows: '#allow' },
  {
    is: 'popup with what the guard sees in a wrapped URL',
    page: 'popup.html',
    scene: list,
    act: (view) =>
      view.fill(
        '#target-input',
        `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent('https://xn--80ak6aa92e.com/reset-password?token=8f14e45fceea167a5a36dedd4bea2543')}&data=1`,
      ),
    shows: '.warning',
  },
  {
    is: 'popup with a private host and an answer',
    page: 'popup.html',
    scene: empty,
    act: async (view) => {
      await view.fill('#target-input', 'http://intranet/');
      await view.click('#detonate');
    },
    shows: '#answer:not(:empty)',
  },
  {
    is: 'popup that answers what is held',
    page: 'popup.html',
    scene: empty,
    act: async (view) => {
      await view.fill('#target-input', 'https://me:pw@bad.example.test/');
      await view.click('#detonate');
    },
    shows: '#answer-review',
  },
  { is: 'held, nothing', page: 'held.html', scene: empty, shows: '.held-none' },
  { is: 'held', page: 'held.html', scene: list, shows: '.host-hint' },
  {
    is: 'held, all to be discarded',
    page: 'held.html',
    scene: list,
    act: press('#all-discard'),
    shows: '#all-discard.danger',
  },
  {
    is: 'held, decided',
    page: 'held.html',
    scene: list,
    act: press('[data-decide=discard]'),
    shows: '#answer span:not(:empty)',
  },
  { is: 'held in trouble', page: 'held.html', scene: empty, act: breakStorage, shows: '.trouble' },
  {
    is: 'options with a domain that is none',
    page: 'options.html',
    scene: empty,
    act: (view) => view.fill('#own-domains', 'no host'),
    shows: '#own-domains-says.fault',
  },
  { is: 'popup in trouble', page: 'popup.html', scene: empty, act: breakStorage, shows: '.trouble' },
  { is: 'options, empty', page: 'options.html', scene: fresh, shows: '#save' },
  { is: 'options, filled', page: 'options.html', scene: list, shows: '#save' },
  {
    is: 'options with faults',
    page: 'options.html',
    scene: {
      account: null,
      settings: { platforms: [] },
      analyses: [analysisOf('01', 1, { account: null })],
    },
    act: press('#save'),
    shows: '.fault',
  },
  {
    is: 'options with an answer of the service',
    page: 'options.html',
    scene: empty,
    act: press('#test'),
    shows: '#answer:is(.good, .bad)',
  },
  {
    is: 'options with what can’t be read',
    page: 'options.html',
    scene: { local: unreadable },
    act: press('#repair'),
    shows: '#repair.danger',
  },
  { is: 'options in trouble', page: 'options.html', scene: empty, act: breakStorage, shows: '.trouble' },
  ...['clean', 'unknown', 'notRun', 'suspicious', 'malicious', 'unkept', 'noReport'].map(reportOf),
  ...['failed', 'unconfirmed', 'cancelled', 'running', 'queued', 'held20'].map(reportOf),
  { ...reportOf('several'), shows: '#compare' },
  {
    ...reportOf('several'),
    is: 'report of several, at one that failed',
    act: press('[data-tab="17"]'),
    shows: '[data-tab="17"][aria-selected=true]',
  },
  {
    ...reportOf('malicious'),
    is: 'report with all unfolded',
    act: (view) =>
      view.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true;
      }),
    shows: 'details[open]',
  },
  { is: 'report of nothing', page: 'report.html#nothing', scene: empty, shows: '.unknown' },
  { is: 'report in trouble', page: 'report.html', scene: empty, act: breakStorage, shows: '.trouble' },
  { is: 'all analyses, none', page: 'analyses.html', scene: empty, shows: '#nothing' },
  { is: 'all analyses without an account', page: 'analyses.html', scene: fresh, shows: '#nothing' },
  { is: 'all analyses', page: 'analyses.html', scene: list, shows: '.batch-row' },
  {
    is: 'all analyses but for one that can’t be read',
    page: 'analyses.html',
    scene: { ...list, local: { 'analysis:01ARZ3NDEKTSV4RRFFQ69G5FAV': 'nonsense' } },
    shows: '#unreadable',
  },
  {
    is: 'all analyses, open and ticked, with a case and notes',
    page: 'analyses.html',
    scene: {
      ...list,
      analyses: each.map((one) => ({ ...one, case: 'INC-1', note: 'Reported by mail' })),
      local: { case: 'INC-1' },
    },
    act: async (view) => {
      await view.evaluate(() => {
        for (const opener of document.querySelectorAll<HTMLElement>('.opener')) opener.click();
        document.querySelector<HTMLElement>('.columns .tick')?.click();
      });
      await view.click('#delete-ticked');
    },
    shows: '.analysis-row .editable',
  },
  {
    is: 'all analyses with what is being written',
    page: 'analyses.html',
    scene: list,
    act: async (view) => {
      await view.click('#case-edit');
      await view.click('.opener');
      await view.click('[data-act=note]');
    },
    shows: 'textarea',
  },
  {
    is: 'all analyses with a filter open',
    page: 'analyses.html#q=example',
    scene: list,
    act: press('#filter-state summary'),
    shows: '#filter-state fieldset',
  },
  { is: 'all analyses, no match', page: 'analyses.html#q=none', scene: list, shows: '#nothing' },
  {
    is: 'all analyses, to be exported',
    page: 'analyses.html',
    scene: list,
    act: press('#export-all'),
    shows: '#export-save',
  },
  {
    is: 'all analyses with the shift and the quota',
    page: 'analyses.html',
    scene: list,
    act: async (view) => {
      await view.click('#shift-open');
      await view.click('[data-act=ask-quota]');
    },
    shows: '.shift',
  },
  { is: 'many URLs, none yet', page: 'capture.html', scene: empty, shows: '.nothing' },
  {
    is: 'many URLs, in doubt, wrapped, held and left out',
    page: 'capture.html#many',
    scene: { session: { 'draft:many': { origin: 'paste', text: DOUBTFUL } } },
    act: async (view) => {
      await view.waitForSelector('.forms');
      await view.click('#left-out summary');
    },
    shows: '#left-out li',
  },
  {
    is: 'many URLs of a selection, sent',
    page: 'capture.html#many',
    scene: { session: { 'draft:many': { origin: 'selection', text: DOUBTFUL } } },
    act: async (view) => {
      await view.waitForSelector('.forms');
      await view.click('.folded-text summary');
      await view.click('#detonate');
    },
    shows: '#to-held',
  },
  {
    is: 'many URLs of tabs, without an account',
    page: 'capture.html#tabs',
    scene: { ...fresh, session: { 'draft:tabs': { origin: 'tabs', text: '', tabIds: [1, 2] } } },
    shows: '#read-tabs',
  },
  {
    is: 'many URLs, too many',
    page: 'capture.html#long',
    scene: { session: { 'draft:long': { origin: 'paste', text: 'x\n'.repeat(10_001) } } },
    shows: '#fault:not(:empty)',
  },
  {
    is: 'all analyses in trouble',
    page: 'analyses.html',
    scene: empty,
    act: breakStorage,
    shows: '.trouble',
  },
];

function reportOf(batchId: string): PageState {
  return { is: `report, ${batchId}`, page: `report.html#${batchId}`, scene: list, shows: '#panel' };
}

describe.each<BrowserName>(['chromium', 'firefox'])('for everybody in %s:', (name) => {
  let stage: Stage;
  /** Goes to and fro: each state begins as the one before ended. */
  let scheme: ColorScheme = 'light';

  beforeAll(async () => {
    stage = await openStage(name);
  });
  afterAll(() => stage?.close());

  async function setScene(parts: Parts): Promise<void> {
    const { local, session } = await sceneOf(parts);
    await stage.driver.evaluateInBackground(
      async (local, session) => {
        await chrome.storage.local.clear();
        await chrome.storage.session.clear();
        await chrome.storage.session.set(session);
        await chrome.storage.local.set(local);
      },
      local,
      session,
    );
  }

  /** Firefox hands the change on to its pages in its own time. */
  async function paint(view: View, next: ColorScheme): Promise<void> {
    scheme = next;
    await stage.driver.setColorScheme(scheme);
    const isSo = (scheme: string) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches;
    await waitFor(() => view.evaluate(isSo, scheme), { for: `the page to turn ${scheme}` });
  }

  /** Colours are looked at in the light and in the dark; all else is the same in both. */
  async function expectGood(view: View, { act, shows }: PageState): Promise<void> {
    // Bones stand in the page's place while its first rows are read.
    await view.waitForSelector('main:not([aria-busy])');
    await act?.(view);
    await view.waitForSelector(shows);
    const found = await violationsIn(view, { but: COLOURS });
    await view.evaluate(layOpen);
    const colours = { light: [] as string[], dark: [] as string[] };
    colours[scheme] = await violationsIn(view, { only: COLOURS });
    await paint(view, scheme === 'light' ? 'dark' : 'light');
    colours[scheme] = await violationsIn(view, { only: COLOURS });
    expect({ found, ...colours }).toEqual({ found: [], light: [], dark: [] });
  }

  it.each(PAGES)('$is', async (state) => {
    await setScene(state.scene);
    const view = await stage.driver.openExtensionPage(state.page ?? '');
    try {
      await expectGood(view, state);
    } finally {
      await view.close();
    }
  });

  it.each(POPUP)('the popup $is', async (state) => {
    await setScene(state.scene);
    const page = await stage.driver.openPage(INBOX);
    const view = await stage.driver.openPopupOn(page);
    try {
      await expectGood(view, state);
    } finally {
      await view.close();
      await page.close();
    }
  });

  it('the real side panel', async () => {
    await setScene(list);
    const view = await stage.driver.openSidePanel();
    await view.waitForSelector('.batch-row');
    // Its colours are those of its page in a tab: no driver changes what a panel is told of the user's choice.
    expect(await violationsIn(view, { but: COLOURS })).toEqual([]);
    await view.close();
  });

  it('the popup by the keyboard alone', async () => {
    await setScene(list);
    const view = await stage.driver.openExtensionPage('popup.html');
    expect(await tabTo(view, '#detonate')).toMatch(/^Detonate/);
    expect(await tabTo(view, '[data-act=cancel]')).toMatch(/^Cancel: Windows 11/);
    expect(await tabTo(view, '#options', 80)).toBe('Options');
    await view.close();
  });
});
