import type { Display } from './display.ts';
import { waitFor } from './wait.ts';

/** What a browser tells of its window on top and the address bar there. */
export interface AddressBar {
  /** Whether the window has the keyboard. */
  isReachable(): Promise<boolean>;
  /** Whether, of the window, the bar has it. */
  isFocused(): Promise<boolean>;
  /** Whether the bar knows what to do with a text that was typed; where that can't be told it is taken for granted. */
  isKnown?(text: string): Promise<boolean>;
}

/** Milliseconds between keys: some that come all at once are lost. */
const PACE = 20;

/**
 * Types into the address bar by a person's hand, and presses Return.
 *
 * @throws Where the text is not ASCII: of all else xdotool loses some on its way into a browser.
 */
export async function enterInAddressBar(
  xdotool: Display['xdotool'],
  bar: AddressBar,
  text: string,
): Promise<void> {
  if (!/^[ -~]*$/.test(text)) throw new Error('The keyboard has but ASCII');
  await waitFor(() => bar.isReachable(), { for: 'the window to have the keyboard' });
  await waitFor(
    async () => {
      await xdotool('key', 'ctrl+l');
      await waitFor(() => bar.isFocused(), { for: 'the address bar to have the keyboard' });
      await xdotool('type', '--delay', PACE, text);
      // A page that has just opened may take the keyboard for itself meanwhile.
      return bar.isFocused();
    },
    { for: 'the address bar to keep the keyboard' },
  );
  await waitFor(() => bar.isKnown?.(text) ?? true, { for: `the address bar to know ${text}` });
  await xdotool('key', 'Return');
}
