import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName } from '../drivers/driver.ts';
import { waitFor } from '../drivers/wait.ts';
import { LINKS } from './pages.ts';
import { openStage, type Stage } from './stage.ts';
import { createVisitor } from './visitor.ts';

const MINUTE = 60_000;

/** Runs in a page: what is copied is kept where the test can read it; a clipboard is nobody's to read. */
function keepCopies(): void {
  const copied: string[] = [];
  Object.assign(globalThis, { copied });
  navigator.clipboard.writeText = async (text) => void copied.push(text);
}

function lastCopy(): string {
  return (globalThis as unknown as { copied: string[] }).copied.at(-1) ?? '';
}

describe.each<BrowserName>(['chromium', 'firefox'])('the verdict in %s', (name) => {
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
  });

  async function badgeIs(wanted: string): Promise<void> {
    await waitFor(async () => (await stage.driver.badge()) === wanted, { for: `the badge to be ${wanted}` });
  }

  async function verdictNotice(): Promise<{ id: string; title: string; message: string }> {
    const find = async () =>
      (await stage.driver.notifications()).findLast(({ id }) => id.startsWith('verdict:'));
    await waitFor(async () => (await find()) !== undefined, { for: 'the notification of the verdict' });
    const notice = await find();
    if (!notice) throw new Error('it went away');
    return notice;
  }

  function lookUps(): number {
    return stage.control.ledger.entries().filter(({ endpoint }) => endpoint === 'report').length;
  }

  /** A background that is killed before it has written that a report is not there yet asks for it once more. */
  async function answersAreWritten(): Promise<void> {
    const waits = async () => (await stage.analyses()).every(({ lookAt = 0 }) => lookAt > Date.now());
    await waitFor(waits, { for: 'the answers to be written' });
  }

  it('comes from the click to the ticket, with the background killed between every two steps and the browser restarted', async () => {
    const { control, driver } = stage;
    control.verdicts.set({
      match: { href: LINKS.plain, platform: 'windows11' },
      report: { classification: 'MALICIOUS', riskScore: 9, threatNames: ['Document-HTML.Phishing.Generic'] },
    });
    control.verdicts.set({
      match: { href: LINKS.plain, platform: 'linux' },
      report: { classification: 'NO_THREATS_FOUND', riskScore: 0 },
    });
    await stage.signIn('demo', ['windows11', 'linux'], 'device');
    await driver.killBackground();
    await clickMenu('#plain', 'link/mine');
    await stage.settled('running', 'running');
    await driver.killBackground();
    await stage.passTime(4 * MINUTE);
    await waitFor(() => lookUps() === 2, { for: 'both reports to be asked for' });
    await answersAreWritten();
    await driver.killBackground();
    visitor.forget();
    await driver.restart('kill');
    await waitFor(async () => (await driver.alarms()).length > 0, { for: 'the alarm to be derived anew' });
    await driver.killBackground();
    await stage.passTime(12 * MINUTE);
    await stage.settled('finished', 'finished');
    const notice = await verdictNotice();
    expect(notice.title).toBe('Malicious: login[.]example[.]test');
    expect(notice.message).toContain('9/10 · Document-HTML.Phishing.Generic · Windows 11');
    await badgeIs('M');
    expect(lookUps()).toBe(4);
    await driver.killBackground();
    await driver.clickNotification(notice.id);
    const report = await visitor.meet('report.html');
    await says(
      report,
      'Malicious 9/10',
      'login[.]example[.]test',
      'Document-HTML.Phishing.Generic',
      'Windows 11',
      'Linux',
    );
    await badgeIs('');
    await driver.killBackground();
    await report.page.bringToFront();
    await report.evaluate(keepCopies);
    await report.click('#copy-markdown');
    await waitFor(async () => (await report.evaluate(lastCopy)) !== '', { for: 'the ticket text' });
    const ticket = await report.evaluate(lastCopy);
    const [first, second] = await stage.analyses();
    expect(ticket).toContain('Malicious');
    expect(ticket).toContain(first?.started?.sha1);
    for (const analysis of [first, second]) expect(ticket).toContain(analysis?.started?.analysisId);
    expect(ticket).toMatch(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d.{0,2}\s?(Z|UTC)/);
    expect(ticket).not.toMatch(/https?:\/\//);
    await driver.killBackground();
    // Idle again: nothing is due any more.
    await waitFor(async () => (await driver.alarms()).length === 0, { for: 'the alarm to be taken away' });
    expect(lookUps()).toBe(4);
    expect(driver.strayRequests()).toEqual([]);
  });

  it('tells of the first malicious one at once, and of the end', async () => {
    stage.control.verdicts.set({ report: { classification: 'MALICIOUS', riskScore: 9 } });
    await stage.signIn('demo', ['windows11', 'linux']);
    await clickMenu('#idn', 'link/mine');
    const [first] = await stage.settled('running', 'running');
    stage.control.analyses.finish(first?.started?.analysisId);
    await stage.passTime(4 * MINUTE);
    await waitFor(async () => (await verdictNotice()).message.includes('Others still run: 1'), {
      for: 'the first one to be told',
    });
    // Time must not be shifted under a background that is at work.
    const isAtRest = ({ scheduledTime }: { scheduledTime: number }) => scheduledTime > Date.now() + MINUTE;
    await waitFor(async () => (await stage.driver.alarms()).some(isAtRest), {
      for: 'the background to rest',
    });
    stage.control.analyses.finish();
    await stage.passTime(2 * MINUTE);
    await stage.settled('finished', 'finished');
    await waitFor(async () => !(await verdictNotice()).message.includes('Others'), { for: 'the end' });
  });

  it('that does not come is "No report", and can be checked again', async () => {
    await stage.signIn('demo', ['linux']);
    stage.control.settings.set({ speed: 0.05 });
    await clickMenu('#plain', 'link/linux');
    await stage.settled('running');
    const popup = await open('popup.html');
    await says(popup, 'Running, 0 of ~15 min');
    await stage.passTime(121 * MINUTE);
    await stage.settled('noReport');
    await says(popup, 'No report', 'had no report 2 hr after the start');
    stage.control.verdicts.set({ report: { classification: 'SUSPICIOUS', riskScore: 6 } });
    stage.control.analyses.finish();
    await popup.page.bringToFront();
    await popup.click('[data-act=check]');
    await stage.settled('finished');
    await says(popup, 'Suspicious 6/10');
  });

  it('has fresh links for one look-up, opened in a tab without our account', async () => {
    await stage.signIn('demo', ['windows11']);
    await clickMenu('#plain', 'link/windows11');
    const [analysis] = await stage.settled('running');
    stage.control.analyses.finish();
    await stage.passTime(4 * MINUTE);
    await stage.settled('finished');
    const { local } = await stage.driver.storage();
    const record = local[`analysis:${analysis?.id}`] as { batchId: string };
    expect(JSON.stringify(local)).not.toContain('bucket.reversinglabs.com');
    const report = await open(`report.html#${record.batchId}`);
    await report.waitForSelector('[data-artefact=screenshots]');
    expect(lookUps()).toBe(1);
    await report.page.bringToFront();
    await report.click('[data-artefact=screenshots]');
    await waitFor(
      () => stage.driver.strayRequests().some((one) => one.startsWith('bucket.reversinglabs.com')),
      {
        for: 'the link to be opened',
      },
    );
    expect(lookUps()).toBe(2);
    await report.page.bringToFront();
    await report.click('[data-artefact=pcap]');
    await says(report, 'PCAP');
    expect(lookUps()).toBe(2);
  });

  it('is looked for before the sending: in our own records, and by a click at the service', async () => {
    await stage.signIn('demo', ['linux']);
    const popup = await open('popup.html');
    await popup.waitForSelector('#target-input');
    await popup.fill('#target-input', LINKS.plain);
    await popup.waitForSelector('[data-act=ask-service]');
    expect(stage.control.ledger.entries().filter(({ endpoint }) => endpoint === 'url-report')).toEqual([]);
    await popup.click('[data-act=ask-service]');
    await says(popup, 'The service knows no analysis of this URL.');
    // A colleague detonates it.
    stage.control.verdicts.set({ report: { classification: 'MALICIOUS', riskScore: 9 } });
    await clickMenu('#plain', 'link/windows10');
    await stage.settled('running');
    stage.control.analyses.finish();
    await stage.passTime(4 * MINUTE);
    await stage.settled('finished');
    await popup.page.bringToFront();
    await popup.fill('#target-input', LINKS.idn);
    await popup.fill('#target-input', LINKS.plain);
    await says(popup, 'Malicious 9/10 · Windows 10');
    await popup.click('[data-act=open-earlier]');
    const report = await visitor.meet('report.html');
    await says(report, 'Malicious 9/10');
  });

  it('that the service knows of is taken into the list by a click', async () => {
    await stage.signIn('demo', ['windows10'], 'device');
    stage.control.verdicts.set({ report: { classification: 'SUSPICIOUS', riskScore: 6 } });
    await clickMenu('#plain', 'link/windows10');
    await stage.settled('running');
    stage.control.analyses.finish();
    // As on another machine: nothing of it is stored here.
    const blank = await open('options.html');
    await blank.evaluate(async () => {
      const { settings, credentials } = await chrome.storage.local.get(['settings', 'credentials']);
      await chrome.storage.local.clear();
      await chrome.storage.local.set({ settings, credentials });
    });
    const popup = await open('popup.html');
    await popup.waitForSelector('#target-input');
    await popup.fill('#target-input', LINKS.plain);
    await popup.waitForSelector('[data-act=ask-service]');
    await popup.click('[data-act=ask-service]');
    await says(popup, 'Service: Suspicious · Windows 10');
    await popup.page.bringToFront();
    await popup.click('[data-act=take]');
    await stage.settled('finished');
    await says(popup, 'Suspicious 6/10');
    expect(stage.posts()).toHaveLength(1);
  });
});

declare const chrome: typeof import('wxt/browser').browser;
