import type { Display } from './display.ts';

/** Milliseconds between keys: some that come all at once are lost. */
const PACE = 20;

/**
 * Types into the address bar of the window that has the focus, by a person's hand, and presses Return.
 *
 * @throws Where the text is not ASCII: of all else xdotool loses some on its way into a browser.
 */
export async function enterInAddressBar(xdotool: Display['xdotool'], text: string): Promise<void> {
  if (!/^[ -~]*$/.test(text)) throw new Error('The keyboard has but ASCII');
  await xdotool('key', 'ctrl+l');
  await xdotool('type', '--delay', PACE, text);
  await xdotool('key', 'Return');
}
