import type { Display } from './display.ts';
import { waitFor } from './wait.ts';

/** Milliseconds between keys: some that come all at once are lost. */
const PACE = 20;

/**
 * Types into the address bar of the window that has the focus, by a person's hand, and presses Return.
 *
 * @param window Tells whether it has the focus yet, and what the bar holds, where that can be read.
 * @throws Where the text is not ASCII: of all else xdotool loses some on its way into a browser.
 */
export async function enterInAddressBar(
  xdotool: Display['xdotool'],
  text: string,
  { isFocused, read = async () => text }: { isFocused(): Promise<boolean>; read?(): Promise<string> },
): Promise<void> {
  if (!/^[ -~]*$/.test(text)) throw new Error('The keyboard has but ASCII');
  await waitFor(isFocused, { for: 'the window to have the focus' });
  await xdotool('key', 'ctrl+l');
  await xdotool('type', '--delay', PACE, text);
  await waitFor(async () => (await read()) === text, { for: 'the address bar to hold what was typed' });
  await xdotool('key', 'Return');
}
