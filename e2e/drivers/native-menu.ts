import type { Display } from './display.ts';
import type { MenuStep } from './driver.ts';
import { waitFor } from './wait.ts';

/**
 * Walks Chromium's native menu, which the mouse has yet to open, by the keyboard.
 *
 * The menu can't be read from outside, but each level is a window, and those can be counted: a level that
 * doesn't open ends the walk with an error instead of pressing Return on something else.
 *
 * @param fromEnd How many entries from the menu's end the extension's own stands; 1 is the last.
 */
export async function walkByPlace(
  xdotool: Display['xdotool'],
  fromEnd: number,
  title: string,
  path: readonly MenuStep[],
): Promise<void> {
  const closed = await countWindows(xdotool);
  const expectLevels = (levels: number, what: string) =>
    waitFor(async () => (await countWindows(xdotool)) === closed + levels, { for: what });
  await xdotool('click', 3);
  await expectLevels(1, 'the context menu to open');
  await xdotool('key', ...new Array<string>(fromEnd).fill('Up'));
  let parent = title;
  for (const [depth, step] of path.entries()) {
    await xdotool('key', 'Right');
    await expectLevels(depth + 2, `the submenu of “${parent}” to open`);
    if (step.place > 0) await xdotool('key', ...new Array<string>(step.place).fill('Down'));
    parent = step.title;
  }
  await xdotool('key', 'Return');
  await expectLevels(0, `the menu to close after “${parent}”`);
}

/** How many windows are to be seen on the display. */
export async function countWindows(xdotool: Display['xdotool']): Promise<number> {
  const found = await xdotool('search', '--onlyvisible', '--name', '');
  return found.split('\n').length;
}
