import type { Display } from './display.ts';
import type { View } from './driver.ts';
import { sleep, waitFor } from './wait.ts';

/** For half a second, by its own clock, Chromium's prompt takes keys for accidents, and shows nothing of it. */
const PROMPT_IS_DEAF = 1500;

/** Clicks what makes a page ask for a permission, and grants it in the browser's prompt by the keyboard. */
export async function acceptPermission(
  xdotool: Display['xdotool'],
  view: View,
  selector: string,
): Promise<void> {
  await view.click(selector);
  // The prompt is drawn inside the browser's window; the page only notices that the keyboard has left it.
  await waitFor(() => view.evaluate(() => !document.hasFocus()), { for: 'the permission prompt to open' });
  await sleep(PROMPT_IS_DEAF);
  await xdotool('key', 'Tab', 'Return');
  await waitFor(() => view.evaluate(() => document.hasFocus()), { for: 'the permission prompt to close' });
}
