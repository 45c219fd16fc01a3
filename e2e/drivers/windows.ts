import type { Display } from './display.ts';
import { waitFor } from './wait.ts';

/** A window on the display: a browser's, a menu, a prompt, a tooltip. Pixels, from the upper left corner. */
export interface Window {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

type Xdotool = Display['xdotool'];

/** The ids of all windows to be seen on the display. */
export function listWindows(xdotool: Xdotool): Promise<string[]> {
  // Windows that close while xdotool looks through them make it fail.
  return waitFor(async () => (await xdotool('search', '--onlyvisible', '--name', '')).split('\n'), {
    for: 'a list of windows',
  });
}

/** Waits for a window that isn't among the known ones and that fits. Tooltips never do. */
export function waitForWindow(
  xdotool: Xdotool,
  known: readonly string[],
  fits: (window: Window) => boolean,
  what: string,
): Promise<Window> {
  return waitFor(
    async () => {
      for (const id of await listWindows(xdotool)) {
        if (known.includes(id)) continue;
        const window = await measure(xdotool, id);
        if (window.height > TOOLTIP_HEIGHT && fits(window)) return window;
      }
      return undefined;
    },
    { for: what },
  );
}

/** Waits until a window is gone. */
export async function waitForWindowToClose(xdotool: Xdotool, { id }: Window, what: string): Promise<void> {
  await waitFor(async () => !(await listWindows(xdotool)).includes(id), { for: what });
}

const TOOLTIP_HEIGHT = 50;

async function measure(xdotool: Xdotool, id: string): Promise<Window> {
  const shell = await xdotool('getwindowgeometry', '--shell', id);
  const number = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(shell)?.[1]);
  return { id, x: number('X'), y: number('Y'), width: number('WIDTH'), height: number('HEIGHT') };
}
