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
/** For whoever sits in front of it a report takes a bit more than three minutes: that is when the first one is asked for. */
const SPEED = 5;

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

/** @param speed how much faster than life analyses finish */
function open(name: BrowserName, headless: boolean, speed: number): Promise<Stage> {
  return openStage(name, { headless }, { speed }, DEMO_PAGES);
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
  const stage = await open(name, true, 1);
  try {
    const options = await stage.driver.openExtensionPage('options.html');
    await options.setViewport(900, 1000);
    await signIn(options);
    await picture(options, stage, 'options');
    await stage.driver.setColorScheme('light');
    const page = await stage.driver.openPage(DEMO_PAGE);
    await stage.driver.clickMenu(page, '#parcel', 'link/windows11');
    await stage.settled('running');
    await stage.driver.clickMenu(page, '#voucher', 'link/mine');
    await stage.settled('running', 'running', 'running');
    await stage.driver.clickMenu(page, '#idn', 'link/macos11');
    await stage.settled('running', 'running', 'running', 'queued');
    const list = await stage.driver.openPopupOn(page);
    await list.waitForSelector('#analyses');
    await picture(list, stage, 'popup');
    // The fourth waits for the limit of three a minute: the emulator's clock goes on by one.
    await stage.passTime(MINUTE);
    await stage.settled('running', 'running', 'running', 'running');
    // A quarter of an hour later the reports are there.
    await stage.passTime(16 * MINUTE);
    const analyses = await stage.settled('finished', 'finished', 'finished', 'finished');
    const verdicts = await stage.driver.openPopupOn(page);
    await verdicts.waitForSelector('#analyses');
    await picture(verdicts, stage, 'verdicts');
    const report = await stage.driver.openExtensionPage(`report.html#${analyses[1]?.batchId}`);
    await report.setViewport(1200, 1400);
    await report.waitForSelector('#compare');
    await picture(report, stage, 'report');
    console.log(`\n${stage.driver.version}`);
    for (const { href, platform, started, verdict } of analyses) {
      const shown = href.replace(/^http/, 'hxxp').replace(':', '[:]').replaceAll('.', '[.]');
      const said = `${verdict?.classification} ${verdict?.riskScore}/10`;
      console.log(`  ${platform.padEnd(10)} ${started?.analysisId}  ${said.padEnd(22)} ${shown}`);
    }
  } finally {
    await stage.close();
  }
}

async function stayOpen(name: BrowserName): Promise<void> {
  const stage = await open(name, false, SPEED);
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
