import type { Tab } from './chromium-tabs.ts';

declare const chrome: typeof import('wxt/browser').browser;

/**
 * The keys of a command of the extension, as `Alt+Shift+K`.
 *
 * @throws Where there is no such command, or no key for it: another's suggestion may have been first.
 */
export async function keysOfCommand(name: string): Promise<string> {
  const command = (await chrome.commands.getAll()).find((found) => found.name === name);
  if (!command?.shortcut)
    throw new Error(`There is no ${command ? 'key for the command' : 'command'} ${name}`);
  return command.shortcut;
}

/** Runs in the background: its command goes off over the window's active tab, of which the key grants sight. */
export async function dispatchCommand(name: string, { windowId, url, title }: Tab): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, windowId });
  const event = chrome.commands.onCommand as unknown as { dispatch(...args: unknown[]): void };
  event.dispatch(name, { ...tab, url, title });
}
