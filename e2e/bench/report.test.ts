import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../drivers/driver.ts';
import { waitFor } from '../drivers/wait.ts';
import { openStage, type Stage } from '../journeys/stage.ts';
import { median } from './median.ts';

declare const chrome: typeof import('wxt/browser').browser;

const MINUTE = 60_000;
const SIZE = 1_300_000;
const TIMES = 20;
const MOST = 150;
const MOST_HEAP = 5;

/** Runs in a page: notes when a brief is stored, by the wall clock. */
function note(): void {
  const noted: number[] = [];
  Object.assign(globalThis, { noted });
  chrome.storage.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => key.startsWith('brief:'))) noted.push(Date.now());
  });
}

function noted(): number[] {
  return (globalThis as unknown as { noted: number[] }).noted;
}

describe.each<BrowserName>(['chromium', 'firefox'])('a report of 1.3 MB in %s', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(name);
    await stage.signIn('demo', ['linux']);
    stage.control.verdicts.set({ report: { classification: 'MALICIOUS', size: SIZE } });
  });
  afterAll(() => stage?.close());

  it(`takes at most ${MOST} ms from its answer to the stored brief`, async () => {
    const view = await stage.driver.openExtensionPage('popup.html');
    await view.evaluate(() =>
      chrome.runtime.sendMessage({ name: 'detonate', text: 'http://bad.test/', platforms: ['linux'] }),
    );
    await stage.settled('running');
    stage.control.analyses.finish();
    await stage.passTime(4 * MINUTE);
    const [analysis] = await stage.settled('finished');
    await view.evaluate(note);
    const answers: number[] = [];
    let skipped = 4 * MINUTE;
    for (let round = 0; round <= TIMES; round++) {
      if (round % 15 === 14) {
        await stage.shiftTime(MINUTE);
        skipped += MINUTE;
      }
      // Another brief each time, or nothing would be changed in storage.
      stage.control.verdicts.set({
        report: { classification: 'MALICIOUS', size: SIZE, threatNames: [`Round ${round}`] },
      });
      await view.evaluate(
        (id) => chrome.runtime.sendMessage({ name: 'fetchReport', id, want: 'brief' }),
        analysis?.id ?? '',
      );
      await waitFor(async () => (await view.evaluate(noted)).length > round, {
        for: 'the brief to be stored',
      });
      const asked = stage.control.ledger.entries().filter(({ endpoint }) => endpoint === 'report');
      answers.push((asked.at(-1)?.answeredAt ?? 0) - skipped);
    }
    // The first one warms up.
    const stored = await view.evaluate(noted);
    const times = answers.map((answer, index) => (stored[index] ?? 0) - answer).slice(1);
    const time = median(times);
    console.log(`${name}: ${time.toFixed(0)} ms from answer to stored brief (median of ${times.length})`);
    expect(times.length).toBeGreaterThanOrEqual(TIMES);
    expect(time).toBeLessThanOrEqual(MOST);
  });

  it(`takes at most ${MOST_HEAP} times its size in memory, itself included`, async () => {
    await stage.shiftTime(MINUTE);
    const [analysis] = await stage.analyses();
    const view = await stage.driver.openExtensionPage('options.html');
    const reply = await view.evaluate(
      (id) => chrome.runtime.sendMessage({ name: 'fetchReport', id, want: 'body' }),
      analysis?.id ?? '',
    );
    const { body } = reply as { body: string };
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--expose-gc', '--min-semi-space-size=128', '--max-semi-space-size=256', 'e2e/bench/report-heap.ts'],
      { encoding: 'utf8', input: body },
    );
    expect(status).toBe(0);
    const times = (Number(stdout) + body.length) / body.length;
    console.log(
      `${name}: ${(body.length / 1e6).toFixed(2)} MB take ${times.toFixed(1)} times as much memory ${stderr}`,
    );
    expect(body.length).toBeGreaterThanOrEqual(SIZE);
    expect(times).toBeLessThanOrEqual(MOST_HEAP);
  });
});
