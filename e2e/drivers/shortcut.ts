/** The keys that differ between the name that extensions know and the one that X knows. */
const X_NAMES: Record<string, string> = {
  Command: 'super',
  MacCtrl: 'ctrl',
  PageUp: 'Prior',
  PageDown: 'Next',
  Comma: 'comma',
  Period: 'period',
  Space: 'space',
};

/** A shortcut as `chrome.commands` has it, in xdotool's words: `Alt+Shift+K` is `alt+shift+k`. */
export function toXdotool(shortcut: string): string {
  const keys = shortcut.split('+');
  const isModifier = (index: number) => index < keys.length - 1;
  return keys
    .map((key, index) => X_NAMES[key] ?? (isModifier(index) || key.length === 1 ? key.toLowerCase() : key))
    .join('+');
}
