import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName, View } from '../drivers/driver.ts';
import { INBOX } from '../journeys/pages.ts';
import { openStage, type Stage } from '../journeys/stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

const OPERATIONS = 1000;
const PLACES = 3;

/** So many are under way at once in each place. */
const AT_ONCE = 12;

/** Runs in a page of the extension: captures, and for some of them what a user might do next, all at once. */
async function operate(place: number, from: number, to: number): Promise<boolean[]> {
  const ask = (command: object) => chrome.runtime.sendMessage(command) as Promise<{ ok: boolean }>;
  const one = async (index: number): Promise<boolean[]> => {
    if (index % 5 === 3) await ask({ name: 'hold', isHeld: index % 2 === 0 });
    else if (index % 5 === 4) await ask({ name: 'look' });
    else {
      const text = `http://bad.test/${place}/${index}`;
      return [(await ask({ name: 'detonate', text, platforms: ['linux'] })).ok];
    }
    return [];
  };
  return (await Promise.all(Array.from({ length: to - from }, (_, more) => one(from + more)))).flat();
}

async function operateAll(view: View, place: number): Promise<boolean[]> {
  const replies: boolean[] = [];
  const end = Math.floor(((place + 1) * OPERATIONS) / PLACES);
  for (let from = Math.floor((place * OPERATIONS) / PLACES); from < end; from += AT_ONCE) {
    replies.push(...(await view.evaluate(operate, place, from, Math.min(from + AT_ONCE, end))));
  }
  return replies;
}

describe.each<BrowserName>(['chromium', 'firefox'])('%s: two windows and the popup at once', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(name, {}, { limit: 'off' });
    await stage.signIn();
  });
  afterAll(() => stage?.close());

  it(`lose nothing in ${OPERATIONS} mixed operations`, async () => {
    const page = await stage.driver.openPage(INBOX);
    const views: View[] = [
      await stage.driver.openExtensionPage('options.html'),
      await stage.driver.openExtensionPage('popup.html'),
      await stage.driver.openPopupOn(page),
    ];
    const replies = (await Promise.all(views.map(operateAll))).flat();
    expect(replies.every((isOk) => isOk)).toBe(true);
    const captured = replies.length;
    const analyses = await stage.analyses();
    expect(analyses).toHaveLength(captured);
    expect(new Set(analyses.map(({ href }) => href)).size).toBe(captured);
    const { local } = await stage.driver.storage();
    const open = analyses.filter(({ state }) => !['failed', 'cancelled', 'givenUp'].includes(state));
    expect(new Set(local['unfinished'] as string[])).toEqual(new Set(open.map(({ id }) => id)));
    console.log(`${name}: ${OPERATIONS} operations, ${captured} captures, none lost`);
    // Each that went out meanwhile went out once, and never more than three a minute.
    const sent = stage.posts().map(({ body }) => body);
    expect(new Set(sent).size).toBe(sent.length);
  });
});
