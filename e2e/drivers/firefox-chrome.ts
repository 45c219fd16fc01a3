import type { Browser, Page } from 'puppeteer-core';
import { waitFor, within } from './wait.ts';

/** The part of puppeteer's connection that reaches beyond its own API. */
interface Connection {
  send(method: string, params: unknown): Promise<{ result: unknown }>;
}

// biome-ignore lint/suspicious/noExplicitAny: Firefox's internals have no types.
declare const ChromeUtils: any;

interface Context {
  context: string;
  url: string;
  clientWindow: string;
}

type Evaluated =
  | { type: 'success'; result: { value: string } }
  | { type: 'exception'; exceptionDetails: { text: string } };

const WINDOW = 'chrome://browser/content/browser.xhtml';

/** One of Firefox's own windows, whose scripts may do all that Firefox may ("chrome" in its own words). */
export class FirefoxChrome {
  readonly #connection: Connection;
  /** The protocol's id of the window. */
  readonly id: string;

  private constructor(connection: Connection, id: string) {
    this.#connection = connection;
    this.id = id;
  }

  /** Needs `--remote-allow-system-access` on the command line. */
  static async of(browser: Browser): Promise<FirefoxChrome> {
    const { connection } = browser as unknown as { connection: Connection };
    const window = await waitFor(async () => (await listWindows(connection))[0], { for: "Firefox's window" });
    return new FirefoxChrome(connection, window.context);
  }

  /** The window that a page's tab is in. */
  async windowOf(page: Page): Promise<FirefoxChrome> {
    // Puppeteer's own id of a frame is the protocol's.
    const { _id: root } = page.mainFrame() as unknown as { _id: string };
    const [tab] = await listContexts(this.#connection, { root });
    const windows = await listWindows(this.#connection);
    const window = windows.find(({ clientWindow }) => clientWindow === tab?.clientWindow);
    if (!window) throw new Error("The page's window is gone");
    return new FirefoxChrome(this.#connection, window.context);
  }

  /** The window on top: the one that has the focus, or had it last. */
  async onTop(): Promise<FirefoxChrome> {
    for (const { context } of await listWindows(this.#connection)) {
      const window = new FirefoxChrome(this.#connection, context);
      if (await window.run(isOnTop)) return window;
    }
    throw new Error('Firefox has no window');
  }

  /** Runs a self-contained function in the window; arguments and result must be JSON. */
  async run<A extends unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const call = `(${fn})(...${JSON.stringify(args)})`;
    const answer = this.#connection.send('script.evaluate', {
      expression: `(async () => JSON.stringify([await ${call}]))()`,
      target: { context: this.id },
      awaitPromise: true,
    });
    const evaluated = (await within(answer, { for: 'Firefox to answer' })).result as Evaluated;
    if (evaluated.type === 'exception') throw new Error(`In Firefox: ${evaluated.exceptionDetails.text}`);
    return (JSON.parse(evaluated.result.value) as [T])[0];
  }
}

function isOnTop(): boolean {
  const { BrowserWindowTracker } = ChromeUtils.importESModule(
    'resource:///modules/BrowserWindowTracker.sys.mjs',
  );
  return BrowserWindowTracker.getTopWindow() === window;
}

async function listWindows(connection: Connection): Promise<Context[]> {
  const contexts = await listContexts(connection, { 'moz:scope': 'chrome' });
  return contexts.filter(({ url }) => url === WINDOW);
}

async function listContexts(connection: Connection, which: Record<string, string>): Promise<Context[]> {
  const { result } = await connection.send('browsingContext.getTree', which);
  return (result as { contexts: Context[] }).contexts;
}
