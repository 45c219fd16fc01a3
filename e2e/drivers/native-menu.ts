import type { Display } from './display.ts';
import type { MenuStep } from './driver.ts';
import { listWindows, type Window, waitForWindow, waitForWindowToClose } from './windows.ts';

/**
 * Right-clicks what is under the mouse and walks Chromium's native menu by the keyboard.
 *
 * The menu can't be read from outside, but each of its levels is a window beside the one before: a level that
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
  const known = await listWindows(xdotool);
  const [x, y] = await findMouse(xdotool);
  await xdotool('click', 3);
  try {
    const menu = await waitForWindow(
      xdotool,
      known,
      (window) => touches(window, x, y),
      'the context menu to open',
    );
    await press(xdotool, 'Up', fromEnd);
    let level = menu;
    let parent = title;
    for (const { title, place } of path) {
      known.push(level.id);
      const above = level;
      await press(xdotool, 'Right');
      const what = `the submenu of “${parent}” to open`;
      level = await waitForWindow(xdotool, known, (window) => isBeside(above, window), what);
      // A submenu opens with its first entry selected.
      await press(xdotool, 'Down', place);
      parent = title;
    }
    await press(xdotool, 'Return');
    await waitForWindowToClose(xdotool, menu, `the menu to close after “${parent}”`);
  } catch (error) {
    await press(xdotool, 'Escape', path.length + 1);
    throw error;
  }
}

/** Menus cast shadows, and overlap by a few pixels. */
const SHADOW = 40;

function touches({ x, y, width, height }: Window, left: number, top: number): boolean {
  const isAcross = left >= x - SHADOW && left <= x + width + SHADOW;
  return isAcross && top >= y - SHADOW && top <= y + height + SHADOW;
}

function isBeside(above: Window, { x, y, width, height }: Window): boolean {
  const isRight = Math.abs(x - (above.x + above.width)) <= SHADOW;
  const isLeft = Math.abs(x + width - above.x) <= SHADOW;
  return (isRight || isLeft) && y < above.y + above.height + SHADOW && y + height > above.y - SHADOW;
}

async function findMouse(xdotool: Display['xdotool']): Promise<[number, number]> {
  const found = /^X=(\d+)\nY=(\d+)/.exec(await xdotool('getmouselocation', '--shell'));
  return [Number(found?.[1]), Number(found?.[2])];
}

async function press(xdotool: Display['xdotool'], key: string, times = 1): Promise<void> {
  if (times > 0) await xdotool('key', ...new Array<string>(times).fill(key));
}
