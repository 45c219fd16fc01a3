import type { Frame, JSHandle, Page } from 'puppeteer-core';
import { pageOf } from './clicked-element.ts';
import type { Display } from './display.ts';
import { waitFor } from './wait.ts';

interface Seen {
  client: [number, number];
  screen: [number, number];
}

/**
 * Moves the display's mouse over the middle of an element, by a person's hand.
 *
 * Where a page lies on the screen differs with browser, window manager and bars, so the mouse is moved about
 * until the page itself tells where it sees it.
 */
export async function pointAt(
  xdotool: Display['xdotool'],
  where: Page | Frame,
  selector: string,
): Promise<void> {
  const page = pageOf(where);
  await page.bringToFront();
  const seen = await watchMouse(page);
  const origin = await findOrigin(xdotool, page, seen);
  const element = await where.waitForSelector(selector, { visible: true });
  if (!element) throw new Error(`Nothing to point at: ${selector}`);
  await element.scrollIntoView();
  const { x, y } = await element.clickablePoint();
  await xdotool('mousemove', Math.round(origin.x + x), Math.round(origin.y + y));
  if (await element.evaluate((found) => found.ownerDocument.defaultView === top)) {
    await waitFor(() => lies(seen, x, y), { for: `the mouse to arrive at ${selector}` });
  }
  await seen.dispose();
}

async function watchMouse(page: Page): Promise<JSHandle<Partial<Seen>>> {
  return page.evaluateHandle(() => {
    const seen: Partial<Seen> = {};
    window.addEventListener(
      'mousemove',
      (event) => {
        seen.client = [event.clientX, event.clientY];
        seen.screen = [event.screenX, event.screenY];
      },
      { capture: true },
    );
    return seen;
  });
}

/** Where on the screen the page's upper left corner is. */
async function findOrigin(
  xdotool: Display['xdotool'],
  page: Page,
  seen: JSHandle<Partial<Seen>>,
): Promise<{ x: number; y: number }> {
  const [x, y, width, height] = await page.evaluate(
    () => [screenX, screenY, outerWidth, outerHeight] as const,
  );
  let tries = 0;
  const { client, screen } = await waitFor(
    async () => {
      // Along the lower part of the window, since the mouse over a frame is heard by the frame only.
      const part = 0.5 + 0.05 * (tries++ % 9);
      await xdotool('mousemove', Math.round(x + width * part), Math.round(y + height * part));
      const { client, screen } = await seen.jsonValue();
      return client && screen && { client, screen };
    },
    { for: 'the page to see the mouse' },
  );
  return { x: screen[0] - client[0], y: screen[1] - client[1] };
}

async function lies(seen: JSHandle<Partial<Seen>>, x: number, y: number): Promise<boolean> {
  const { client } = await seen.jsonValue();
  return client !== undefined && Math.abs(client[0] - x) <= 1 && Math.abs(client[1] - y) <= 1;
}
