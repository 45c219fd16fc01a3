import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../drivers/driver.ts';
import { sleep, waitFor, within } from '../drivers/wait.ts';
import { INBOX } from '../journeys/pages.ts';
import { openStage, PLATFORMS } from '../journeys/stage.ts';
import { openInertPage } from './inert-page.ts';
import { isOpen, recordsIn, type StoredRecord } from './stored-record.ts';

declare const chrome: typeof import('wxt/browser').browser;

const ALARM = 'tick';
/** Of the alarm's time: what a timer may be early. */
const MARGIN = 20;
/** An alarm as near as this is waited for. */
const AT_ONCE = 2000;
/** How often is looked whether something is over, in milliseconds. */
const PAUSE = 10;
/** How long the background is asked whether it is at rest before is looked whether it ever will be. */
const PATIENT = 200;
const ADDRESS = 'https://data.reversinglabs.com';

const PASSWORDS = { 'u/demo/analyst': 'demo', 'u/demo/colleague': 'other' } as const;
export type UserName = keyof typeof PASSWORDS;

/** A browser with the extension, whose background is killed and whose time is moved. */
export async function openRig(name: BrowserName) {
  let skipped = 0;
  let deaths: Pick<StoredRecord, 'id' | 'attempts'>[][] = [];
  let browserDeaths = 0;
  let userName: UserName = 'u/demo/analyst';
  let keep: 'session' | 'device' = 'session';
  const stage = await openStage(
    name,
    {},
    {
      now: () => Date.now() + skipped,
      accounts: Object.entries(PASSWORDS).map(([user, password]) => ({ user, password })),
      // What runs is finished when it is first asked for: else each kill point would ask for the reports of all before it.
      speed: 1000,
    },
  );
  const { driver, control } = stage;
  let inert = await openInertPage(driver);
  let inbox: Page | undefined;

  /** Ends the background and notes what was in flight. */
  async function kill(): Promise<StoredRecord[]> {
    await waitFor(
      async () => {
        // One that is just starting is missed by the first attempt.
        await within(driver.killBackground(), { for: 'the background to stop', timeout: 1500 });
        return true;
      },
      { for: 'the background to be killed' },
    );
    const records = recordsIn((await inert.read()).local);
    deaths.push(records.filter(({ state }) => state === 'submitting'));
    return records;
  }

  /** Lets so much time pass for the extension, which is dead meanwhile, and for the service. */
  async function skip(ms: number): Promise<void> {
    await kill();
    skipped += ms;
    await inert.shift(ms);
    if (name === 'chromium') await inert.useUpConnections(ADDRESS);
    if (await driver.isBackgroundAlive()) throw new Error('The background woke while it was to be dead');
  }

  async function alarmTime(): Promise<number | undefined> {
    return (await driver.alarms()).find((alarm) => alarm.name === ALARM)?.scheduledTime;
  }

  /** Lets the time pass until the alarm is due, and lets it go off. False where there is none. */
  async function pass(): Promise<boolean> {
    const due = await alarmTime();
    if (due === undefined) return false;
    // One that is due at once goes off by itself, and would wake the background while it is to be dead.
    if (due - Date.now() < AT_ONCE) {
      await goneOff(due);
      return true;
    }
    await skip(Math.ceil(due - Date.now()) + MARGIN);
    await fire();
    return true;
  }

  async function fire(): Promise<void> {
    if (name === 'firefox') {
      await driver.fireAlarm(ALARM);
      return goneOff(Date.now());
    }
    // Chromium looks at its alarms once a second at most; so they are taken from it here, as it would take them itself.
    const alarm = await inert.takeAlarm(ALARM);
    await driver.evaluateInBackground(dispatchAlarm, alarm);
  }

  async function goneOff(time: number): Promise<void> {
    await until(async () => ((await alarmTime()) ?? Number.POSITIVE_INFINITY) > time, 'the alarm to go off');
  }

  /** Waits until the background, which something woke, has nothing more to do, or waits for an answer that never comes. */
  async function rest(): Promise<void> {
    await until(
      async () => isHeld() || driver.evaluateInBackground(comesToRest, PATIENT),
      'the background to rest',
    );
  }

  /** The same as far as it can be seen without waking the background, or delaying its kill. */
  async function seemsAtRest(): Promise<boolean> {
    return isHeld() || !(await inert.isLocked());
  }

  function isHeld(): boolean {
    return control.ledger.entries().some(({ ended, aborted }) => ended === 'held' && !aborted);
  }

  async function look() {
    const { local, session } = await inert.read();
    const records = recordsIn(local);
    const open = records.filter((record) => isOpen(record) && record.account?.userName === userName);
    const gate = local[`gate:${ADDRESS}|${userName}`] as { blocked?: string } | undefined;
    const isSignedIn = 'credentials' in (keep === 'device' ? local : session);
    return { records, open, isSignedIn, isBlocked: gate?.blocked !== undefined };
  }

  async function signIn(as: UserName = userName, kept = keep): Promise<void> {
    userName = as;
    keep = kept;
    const account = { address: ADDRESS, userName };
    const password = PASSWORDS[userName];
    await expectOk({ name: 'saveSettings', account, password, keep, platforms: PLATFORMS });
  }

  async function expectOk(command: Record<string, unknown>): Promise<void> {
    const reply = (await inert.send(command)) as { ok?: boolean } | undefined;
    if (!reply?.ok) throw new Error(`${JSON.stringify(command)} was answered by ${JSON.stringify(reply)}`);
  }

  /** Right-clicks a link to this address; the entry stands for one platform, or for all. */
  async function clickMenu(href: string, platforms: readonly string[]): Promise<void> {
    const [platform] = platforms;
    // Left open: Firefox drops the click where the tab is gone before the background woke.
    inbox ??= await driver.openPage(INBOX);
    await inbox.evaluate((href) => document.querySelector('#plain')?.setAttribute('href', href), href);
    await driver.clickMenu(inbox, '#plain', `link/${platforms.length === 1 ? platform : 'mine'}`);
    // The click is acknowledged by what it leaves: nothing else answers it.
    await until(
      async () => recordsIn((await inert.read()).local).some((record) => record.href === href),
      'the click to be stored',
    );
  }

  /** Ends the browser with all that is in it, and starts it again on its profile. */
  async function killBrowser(): Promise<void> {
    await driver.restart('kill');
    browserDeaths += 1;
    inert = await openInertPage(driver);
    inbox = undefined;
  }

  /** New tabs in place of those that something went wrong in. */
  async function renew(): Promise<void> {
    await inert.close().catch(() => {});
    await inbox?.close().catch(() => {});
    inert = await openInertPage(driver);
    inbox = undefined;
  }

  /** Nothing stored, nothing received, and an account. */
  async function reset(kept: 'session' | 'device'): Promise<void> {
    await kill();
    await inert.clear();
    control.reset();
    skipped = 0;
    deaths = [];
    browserDeaths = 0;
    await signIn('u/demo/analyst', kept);
    await rest();
  }

  return {
    control,
    kill,
    killBrowser,
    skip,
    pass,
    alarmTime,
    rest,
    seemsAtRest,
    look,
    signIn,
    clickMenu,
    renew,
    reset,
    /** The user tests the connection, so that what was refused is tried again. */
    test: () => expectOk({ name: 'testConnection', credentials: { address: ADDRESS, userName } }),
    /** The user opens the list, which wakes the background. */
    openList: () => expectOk({ name: 'look' }),
    capture: (text: string, platforms: readonly string[]) => expectOk({ name: 'detonate', text, platforms }),
    /** The same without waiting for its acknowledgement: returns as soon as the background is awake. */
    async throwInCapture(text: string, platforms: readonly string[]): Promise<void> {
      await inert.throwIn({ name: 'detonate', text, platforms });
      await until(() => driver.isBackgroundAlive(), 'the background to wake');
    },
    records: async () => recordsIn((await inert.read()).local),
    isAlive: () => driver.isBackgroundAlive(),
    keep: () => keep,
    deaths: () => deaths,
    browserDeaths: () => browserDeaths,
    close: () => stage.close(),
  };
}

export type Rig = Awaited<ReturnType<typeof openRig>>;

/** Runs in the background: whether, in so many milliseconds, there is a moment at which it holds and awaits no lock. */
async function comesToRest(ms: number): Promise<boolean> {
  const end = Date.now() + ms;
  for (;;) {
    const { held = [], pending = [] } = await navigator.locks.query();
    if (held.length + pending.length === 0) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Runs in the background. */
function dispatchAlarm(alarm: object): void {
  (chrome.alarms.onAlarm as unknown as { dispatch(alarm: object): void }).dispatch(alarm);
}

/** As `waitFor`, but nothing that fails is passed over, and more often. */
async function until(look: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await sleep(PAUSE);
  }
}
