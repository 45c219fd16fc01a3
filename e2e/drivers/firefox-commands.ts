/**
 * What the driver asks of Firefox's own window about the extension's commands. Each function must be self-contained.
 */

// biome-ignore lint/suspicious/noExplicitAny: Firefox's internals have no types.
type Internal = any;
declare const WebExtensionPolicy: Internal;

/**
 * The keys of a command of the extension, as `Alt+Shift+K`.
 *
 * @throws Where there is no such command, or no key for it.
 */
export async function keysOfCommand(addonId: string, name: string): Promise<string> {
  const command = (await WebExtensionPolicy.getByID(addonId).extension.shortcuts.commands).get(name);
  if (!command?.shortcut)
    throw new Error(`There is no ${command ? 'key for the command' : 'command'} ${name}`);
  return command.shortcut;
}

/** Does what these keys do in the window. */
export function pressKeys(addonId: string, name: string, keys: string): void {
  const { shortcuts } = WebExtensionPolicy.getByID(addonId).extension;
  // The elements bear no names: the one of a command is known by its keys.
  const wanted = shortcuts.buildKeyFromShortcut(document, name, keys);
  const elements: Internal[] = [...(shortcuts.keysetsMap.get(window)?.children ?? [])];
  const isSame = (key: Internal) =>
    ['modifiers', 'key', 'keycode'].every((part) => key.getAttribute(part) === wanted.getAttribute(part));
  const found = elements.find(isSame);
  if (!found) throw new Error(`The window knows no ${keys} of the extension`);
  found.doCommand();
}
