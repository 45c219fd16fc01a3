import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defangText } from '@/utils/capture/defang.ts';
import { textOf } from '@/utils/spectra/report-text.ts';
import type { BrowserName, TabView } from '../drivers/driver.ts';
import { waitFor } from '../drivers/wait.ts';
import { openStage, type Stage } from '../journeys/stage.ts';
import { naughty } from './corpus.ts';

const MINUTE = 60_000;
const HREF = 'http://bad.example.test/';
/** So many fit in a brief, and are on the screen at once. */
const AT_ONCE = 10;

/** Without white space, which the page folds. */
const bare = (text: string) => text.replace(/\s/g, '');

/** Runs in the page: what report text must never become, and whether anything is wider than the window. */
function look() {
  const hasTitle = document.title === 'bad[.]example[.]test – report – Detonate';
  const strange =
    'script, iframe, object, embed, img, video, audio, link, form, style, base, meta[http-equiv], a';
  return {
    strange: [...document.body.querySelectorAll(strange)].map(({ outerHTML }) => outerHTML.slice(0, 200)),
    width: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    hasRun: 'hasRun' in globalThis || !hasTitle,
  };
}

describe.each<BrowserName>(['chromium', 'firefox'])('naughty strings in reports, in %s', (name) => {
  let stage: Stage;
  let view: TabView;

  beforeAll(async () => {
    stage = await openStage(name);
    await stage.signIn('demo', ['linux']);
    const popup = await stage.driver.openExtensionPage('popup.html');
    await popup.evaluate(
      (text) => chrome.runtime.sendMessage({ name: 'detonate', text, platforms: ['linux'] }),
      HREF,
    );
    await popup.close();
    await stage.settled('running');
    stage.control.analyses.finish();
    await stage.passTime(4 * MINUTE);
    const [analysis] = await stage.settled('finished');
    view = await stage.driver.openExtensionPage(`report.html#${analysis?.batchId}`);
    await view.setViewport(900, 1000);
    await view.evaluate(() => {
      // alert and its like would be run by what gets through.
      for (const name of ['alert', 'confirm', 'prompt'])
        Object.assign(globalThis, { [name]: () => Object.assign(globalThis, { hasRun: true }) });
    });
  });
  afterAll(() => stage?.close());

  it('are text: no script, no request, no layout broken', async () => {
    const strings = naughty();
    const { ledger, verdicts } = stage.control;
    const [analysis] = await stage.analyses();
    const before = ledger.entries().length;
    let seen = 0;
    const all = new Set<string>();
    for (let index = 0; index < strings.length; index += AT_ONCE) {
      const some = strings.slice(index, index + AT_ONCE);
      const mark = `round ${index}`;
      const texts = [mark, ...some];
      verdicts.reset();
      verdicts.set({
        report: { threatNames: texts, signatures: texts, urls: some, warnings: some.slice(0, 5) },
      });
      const reply = await view.evaluate(
        (id) => chrome.runtime.sendMessage({ name: 'fetchReport', id, want: 'brief' }),
        analysis?.id ?? '',
      );
      // Twenty look-ups a minute are made at most: the times that count are moved into the past.
      if (!(reply as { ok: boolean }).ok) {
        await stage.shiftTime(MINUTE);
        index -= AT_ONCE;
        continue;
      }
      // The header's threat comes from the analysis, the lists from the brief that is read after it: what is looked at is whole.
      const { local } = await stage.driver.storage();
      const brief = local[`brief:${analysis?.id}`] as { signatures: { text: string }[]; threats: string[] };
      expect(brief.threats).toContain(mark);
      const kept = [...brief.signatures.map(({ text }) => text), ...brief.threats].map((text) =>
        bare(defangText(text)),
      );
      await waitFor(
        async () => {
          const shown = bare(await view.evaluate(() => document.body.textContent ?? ''));
          return kept.every((text) => shown.includes(text));
        },
        { for: `all that was kept of ${mark} to be shown` },
      );
      const { strange, width, hasRun } = await view.evaluate(look);
      expect(strange).toEqual([]);
      expect(width).toBeLessThanOrEqual(0);
      expect(hasRun).toBe(false);
      expect(await view.text()).not.toMatch(/https?:\/\//i);
      for (const text of some) if (brief.signatures.some((one) => one.text === textOf(text))) all.add(text);
      seen += some.length;
    }
    expect(seen).toBe(strings.length);
    const asked = ledger.entries().slice(before);
    expect(asked.filter(({ endpoint }) => endpoint !== 'report')).toEqual([]);
    expect(stage.driver.strayRequests()).toEqual([]);
    console.log(
      `${name}: ${all.size} of ${seen} strings shown, the others are empty or over the brief’s size, ${asked.length} look-ups, no other request`,
    );
  }, 600_000);
});

declare const chrome: typeof import('wxt/browser').browser;
