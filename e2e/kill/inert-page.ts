import type { Driver, TabView } from '../drivers/driver.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** A page of the extension that runs nothing of it, and yet may use its APIs. */
const PATH = 'icon/16.png';

interface Stored {
  local: Record<string, unknown>;
  session: Record<string, unknown>;
}

/** Opens a tab through which storage is read and written, and commands are sent, with the background asleep for all but these. */
export async function openInertPage(driver: Driver) {
  const view: TabView = await driver.openExtensionPage(PATH);

  return {
    close: () => view.close(),

    read(): Promise<Stored> {
      return view.evaluate(async () => ({
        local: await chrome.storage.local.get(null),
        session: await chrome.storage.session.get(null),
      }));
    },

    /** Whether the background is in the middle of something, as far as can be seen from here. */
    isLocked(): Promise<boolean> {
      return view.evaluate(async () => {
        const { held = [], pending = [] } = await navigator.locks.query();
        return held.length + pending.length > 0;
      });
    },

    /** Moves all stored times into the past. Those of the service's own clock stay: it goes on by itself. */
    shift(ms: number): Promise<void> {
      return view.evaluate(async (ms) => {
        const shift = (value: unknown, key = ''): unknown => {
          if (typeof value === 'number' && value > 1e12 && !key.startsWith('service')) return value - ms;
          if (Array.isArray(value)) return value.map((inner) => shift(inner, key));
          if (value === null || typeof value !== 'object') return value;
          return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shift(inner, key)]));
        };
        for (const area of [chrome.storage.local, chrome.storage.session]) {
          await area.set(shift(await area.get(null)) as Record<string, unknown>);
        }
      }, ms);
    },

    /**
     * Uses up connections that were opened for a request and never carried one. Over such a one, when it breaks, Chromium
     * sends a request once more by itself, a POST, too; it closes them after 10 s, which nobody waits for here.
     */
    useUpConnections(address: string): Promise<void> {
      return view.evaluate(async (address) => {
        // Without the extension's rule, by which each request has a connection of its own, there would be more of them.
        if ((await chrome.declarativeNetRequest.getSessionRules()).length === 0) return;
        const ask = () =>
          fetch(address, { credentials: 'omit', cache: 'no-store' }).then((answer) => answer.text());
        await Promise.allSettled([ask(), ask()]);
      }, address);
    },

    /** As after an install: nothing stored, no alarm. */
    clear(): Promise<void> {
      return view.evaluate(async () => {
        await chrome.storage.local.clear();
        await chrome.storage.session.clear();
        await chrome.alarms.clearAll();
      });
    },

    /** What becomes of an alarm that goes off: it is gone, or due again after its period. */
    takeAlarm(name: string): Promise<object> {
      return view.evaluate(async (name) => {
        const alarm = await chrome.alarms.get(name);
        if (!alarm) throw new Error(`There is no alarm ${name}`);
        const { periodInMinutes } = alarm;
        if (periodInMinutes)
          await chrome.alarms.create(name, { periodInMinutes, delayInMinutes: periodInMinutes });
        else await chrome.alarms.clear(name);
        return alarm;
      }, name);
    },

    /** Sends a command as the extension's pages do, and returns the answer. */
    send(command: Record<string, unknown>): Promise<unknown> {
      return view.evaluate((command) => chrome.runtime.sendMessage(command), command);
    },

    /** Sends a command that may never be answered. */
    async throwIn(command: Record<string, unknown>): Promise<void> {
      await view.evaluate((command) => void chrome.runtime.sendMessage(command).catch(() => {}), command);
    },
  };
}
