import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserName, TabView, View } from '../e2e/drivers/driver.ts';
import { sleep, waitFor } from '../e2e/drivers/wait.ts';
import { openStage, type Stage } from '../e2e/journeys/stage.ts';
import { ensureBrowsers, ensureFonts, findBrowser } from './browsers.ts';
import { DEMO_PAGE, DEMO_PAGES } from './demo-page.ts';

// The whole way with the emulator in the service's place. With a display a browser stays open for you to use;
// without one the demo does the job itself, in both browsers, and leaves pictures.

const MINUTE = 60_000;
const PICTURES = resolve('artifacts/demo');

const { values } = parseArgs({
  options: { browser: { type: 'string' }, headless: { type: 'boolean', default: false } },
});

function build(): void {
  for (const browser of ['chrome', 'firefox']) {
    const { status } = spawnSync('wxt', ['build', '-b', browser], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`The build for ${browser} failed.`);
  }
}

/** Fills in the options as a user does. */
async function signIn(options: TabView): Promise<void> {
  await options.fill('#user-name', 'u/demo/analyst');
  await options.fill('#password', 'demo');
  for (const platform of ['windows10', 'windows7', 'macos11']) {
    await options.click(`input[name=platform][value=${platform}]`);
  }
  await options.click('#save');
  await waitFor(async () => (await options.text()).includes('Saved'), { for: 'the options to be saved' });
}

function open(name: BrowserName, headless: boolean): Promise<Stage> {
  return openStage(name, { headless }, {}, DEMO_PAGES);
}

async function picture(view: View, stage: Stage, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await stage.driver.setColorScheme(scheme);
    // Colours change over 120 ms.
    await sleep(500);
    await view.screenshot(`${PICTURES}/${stage.driver.name}-${name}-${scheme}.png`);
  }
}

async function doTheJob(name: BrowserName): Promise<void> {
  const stage = await open(name, true);
  try {
    const options = await stage.driver.openExtensionPage('options.html');
    await options.setViewport(900, 1000);
    await signIn(options);
    await picture(options, stage, 'options');
    await stage.driver.setColorScheme('light');
    const page = await stage.driver.openPage(DEMO_PAGE);
    await stage.driver.clickMenu(page, '#parcel', 'link/windows11');
    await stage.settled('running');
    const popup = await stage.driver.openPopupOn(page);
    await popup.waitForSelector('#detonate');
    await popup.click('#detonate');
    await stage.settled('running', 'running', 'running');
    await stage.driver.clickMenu(page, '#idn', 'link/macos11');
    await stage.settled('running', 'running', 'running', 'queued');
    const list = await stage.driver.openPopupOn(page);
    await list.waitForSelector('#analyses');
    await picture(list, stage, 'popup');
    // The fourth waits for the limit of three a minute: the emulator's clock goes on by one.
    await stage.passTime(MINUTE);
    const analyses = await stage.settled('running', 'running', 'running', 'running');
    console.log(`\n${stage.driver.version}`);
    for (const { href, platform, started } of analyses) {
      const shown = href.replace(/^http/, 'hxxp').replace(':', '[:]').replaceAll('.', '[.]');
      console.log(`  ${platform.padEnd(10)} ${started?.analysisId}  ${shown}`);
    }
  } finally {
    await stage.close();
  }
}

async function stayOpen(name: BrowserName): Promise<void> {
  const stage = await open(name, false);
  const options = await stage.driver.openExtensionPage('options.html');
  await signIn(options);
  await options.close();
  await stage.driver.openPage(DEMO_PAGE);
  console.log(
    'The browser is open. Right-click a link in the mail and choose Detonate. Ctrl+C ends the demo.',
  );
  process.once('SIGINT', () => void stage.close().then(() => process.exit(0)));
  for (;;) {
    await sleep(1000);
    const isOpen = await stage.driver.storage().catch(() => null);
    if (!isOpen) break;
  }
  await stage.close();
}

function chosenBrowser(): BrowserName {
  const { browser } = values;
  if (browser === 'chromium' || browser === 'firefox') return browser;
  if (browser) throw new Error('--browser is chromium or firefox.');
  return findBrowser('chromium') ? 'chromium' : 'firefox';
}

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

try {
  if (hasDisplay && !values.headless) {
    if (!findBrowser('chromium') && !findBrowser('firefox')) ensureBrowsers();
    build();
    await stayOpen(chosenBrowser());
  } else {
    ensureBrowsers();
    ensureFonts();
    build();
    mkdirSync(PICTURES, { recursive: true });
    await doTheJob('chromium');
    await doTheJob('firefox');
    console.log(`\nPictures: ${PICTURES}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
