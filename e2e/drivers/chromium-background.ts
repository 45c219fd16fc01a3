import type { Browser, CDPSession, Protocol, Target, WebWorker } from 'puppeteer-core';
import type { ShownNotification } from './driver.ts';
import { waitFor, within } from './wait.ts';

declare const chrome: typeof import('wxt/browser').browser;
declare function driverNoted(notification: string): void;

type Version = Protocol.ServiceWorker.ServiceWorkerVersion;

/** The extension's service worker in Chromium: seen, woken and stopped from outside. */
export class ChromiumBackground {
  /** Chromium tells nobody what a notification says, so what the worker asks for is written down. */
  readonly shown: ShownNotification[] = [];
  readonly #browser: Browser;
  readonly #session: CDPSession;
  /** Keeps the protocol's service worker domain, which wants a page, without a tab for the extension to see. */
  readonly #watcher: CDPSession;
  readonly #versions = new Map<string, Version>();
  readonly #attached = new Set<string>();
  #isLeftAlone = false;

  private constructor(browser: Browser, session: CDPSession, watcher: CDPSession) {
    this.#browser = browser;
    this.#session = session;
    this.#watcher = watcher;
  }

  /** To be called before the extension is installed, so that the worker's first turn is watched, too. */
  static async watch(browser: Browser, isLeftAlone: boolean): Promise<ChromiumBackground> {
    const session = await browser.target().createCDPSession();
    const target = await openHidden(browser, session, 'about:blank');
    const background = new ChromiumBackground(browser, session, await target.createCDPSession());
    await background.#start(isLeftAlone);
    return background;
  }

  /** Opens a page that no tab strip and no `tabs.query` shows. */
  async openHidden(url: string): Promise<Target> {
    return openHidden(this.#browser, this.#session, url);
  }

  isAlive(baseUrl: string): boolean {
    return this.#running(baseUrl).length > 0 || this.#targets(baseUrl).length > 0;
  }

  /** Starts the worker where it sleeps, and waits until its listeners are registered. */
  async wake(baseUrl: string): Promise<WebWorker> {
    return waitFor(
      async () => {
        if (this.#running(baseUrl).length === 0) {
          await this.#watcher.send('ServiceWorker.startWorker', { scopeURL: baseUrl });
        }
        if (!this.#running(baseUrl).some(({ runningStatus }) => runningStatus === 'running')) return;
        const worker = await this.#targets(baseUrl)[0]?.worker();
        await worker?.evaluate(() => true);
        return worker;
      },
      { for: 'the background to start' },
    );
  }

  async kill(baseUrl: string): Promise<void> {
    if (this.#isLeftAlone) await this.#watcher.send('ServiceWorker.stopAllWorkers');
    for (const target of this.#targets(baseUrl)) {
      const worker = await target.worker();
      // A worker with a debugger attached isn't stopped: first our own ear, then puppeteer's.
      for (const sessionId of this.#attached) {
        await this.#session.send('Target.detachFromTarget', { sessionId }).catch(() => {});
      }
      this.#attached.clear();
      await worker?.close();
    }
    await waitFor(() => !this.isAlive(baseUrl), { for: 'the background to stop' });
  }

  async #start(isLeftAlone: boolean): Promise<void> {
    this.#watcher.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const version of versions) this.#versions.set(version.versionId, version);
    });
    await this.#watcher.send('ServiceWorker.enable');
    this.#isLeftAlone = isLeftAlone;
    if (isLeftAlone) return;
    this.#session.on('Target.attachedToTarget', ({ sessionId }) => void this.#listen(sessionId));
    await this.#session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'service_worker' }],
    });
  }

  async #listen(sessionId: string): Promise<void> {
    const worker = this.#session.connection()?.session(sessionId);
    if (!worker) return;
    this.#attached.add(sessionId);
    worker.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === 'driverNoted') this.shown.push(JSON.parse(payload) as ShownNotification);
    });
    try {
      await worker.send('Runtime.enable');
      await worker.send('Runtime.addBinding', { name: 'driverNoted' });
      // Another client of the protocol may have let the worker run already, before it has its APIs: again until it has.
      const note = async () => {
        const expression = `(${noteNotifications})()`;
        const { result } = await worker.send('Runtime.evaluate', { expression });
        return result.value === true;
      };
      const isNoting = await note();
      await worker.send('Runtime.runIfWaitingForDebugger');
      if (!isNoting) await waitFor(note, { for: 'the APIs of the background' });
    } catch {
      // The worker has ended meanwhile.
      this.#attached.delete(sessionId);
    }
  }

  #running(baseUrl: string): Version[] {
    return [...this.#versions.values()].filter(
      ({ scriptURL, runningStatus }) => scriptURL.startsWith(baseUrl) && runningStatus !== 'stopped',
    );
  }

  #targets(baseUrl: string): Target[] {
    return this.#browser
      .targets()
      .filter((target) => target.type() === 'service_worker' && target.url().startsWith(baseUrl));
  }
}

async function openHidden(browser: Browser, session: CDPSession, url: string): Promise<Target> {
  const before = new Set(browser.targets());
  await session.send('Target.createTarget', { url, hidden: true, background: true });
  return within(
    browser.waitForTarget((target) => !before.has(target) && target.url() === url),
    { for: `a hidden page at ${url}` },
  );
}

/** Runs in the worker, before its own first line if it can; false where there is nothing to listen to yet. */
function noteNotifications(): boolean {
  const { notifications } = (globalThis as { chrome?: typeof chrome }).chrome ?? {};
  if (!notifications) return false;
  const create = notifications.create as (...args: unknown[]) => unknown;
  let unnamed = 0;
  Object.assign(notifications, {
    create(...args: unknown[]) {
      const id = typeof args[0] === 'string' && args[0] !== '' ? args[0] : `unnamed ${++unnamed}`;
      const options = args.find((arg) => typeof arg === 'object' && arg !== null) as
        | { title?: string; message?: string }
        | undefined;
      driverNoted(JSON.stringify({ id, title: options?.title ?? '', message: options?.message ?? '' }));
      return create.apply(notifications, args);
    },
  });
  return true;
}
