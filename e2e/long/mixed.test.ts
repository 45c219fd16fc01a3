import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName, View } from '../drivers/driver.ts';
import { INBOX } from '../journeys/pages.ts';
import { openStage, type Stage } from '../journeys/stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

const PLACES = 3;
const ROUNDS = 14;
const CAPTURES = 11;

interface Round {
  operations: number;
  /** What was acknowledged. To cancel or send again may be refused: the queue moves meanwhile. */
  captured: string[];
  cancelled: string[];
  sentAgain: string[];
  /** Captures that were refused. */
  refused: number;
}

/** Runs in a page of the extension: sends all commands at once, and tells of each whether it was carried out. */
async function askAll(commands: object[]): Promise<boolean[]> {
  const replies = commands.map((command) => chrome.runtime.sendMessage(command) as Promise<{ ok: boolean }>);
  return (await Promise.all(replies)).map(({ ok }) => ok);
}

/** Runs in a page of the extension: the ids of the analyses of these URLs. */
async function idsOf(hrefs: string[]): Promise<string[]> {
  const stored = Object.values(await chrome.storage.local.get(null)) as { href?: string; id: string }[];
  return stored.filter(({ href }) => href && hrefs.includes(href)).map(({ id }) => id);
}

/** Captures at once, of those some are cancelled, and of those some sent again; between them what else a user does. */
async function playRound(view: View, place: number, round: number): Promise<Round> {
  const hrefs = Array.from({ length: CAPTURES }, (_, index) => `http://bad.test/${place}/${round}/${index}`);
  const captures = hrefs.map((text) => ({ name: 'detonate', text, platforms: ['linux'] }));
  const captured = await view.evaluate(askAll, [{ name: 'look' }, ...captures]);
  const ids = await view.evaluate(idsOf, hrefs);
  const toCancel = ids.slice(1);
  const cancelled = await view.evaluate(
    askAll,
    toCancel.map((id) => ({ name: 'cancel', ids: [id] })),
  );
  const toSend = toCancel.slice(-1);
  const again = await view.evaluate(askAll, [
    { name: 'look' },
    ...toSend.map((id) => ({ name: 'sendAgain', ids: [id] })),
  ]);
  const replies = [...captured, ...cancelled, ...again];
  return {
    operations: replies.length,
    captured: hrefs.filter((_, index) => captured[index + 1]),
    cancelled: toCancel.filter((_, index) => cancelled[index]),
    sentAgain: toSend.filter((_, index) => again[index + 1]),
    refused: captured.filter((isOk) => !isOk).length,
  };
}

async function playAll(view: View, place: number): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push(await playRound(view, place, round));
  }
  return rounds;
}

describe.each<BrowserName>(['chromium', 'firefox'])('%s: two windows and the popup at once', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(name);
    await stage.signIn();
  });
  afterAll(() => stage?.close());

  it('lose no update in a thousand mixed operations', async () => {
    const page = await stage.driver.openPage(INBOX);
    const views: View[] = [
      await stage.driver.openExtensionPage('options.html'),
      await stage.driver.openExtensionPage('popup.html'),
      await stage.driver.openPopupOn(page),
    ];
    expect(views).toHaveLength(PLACES);
    const rounds = (await Promise.all(views.map(playAll))).flat();
    const all = (pick: (round: Round) => string[]) => new Set(rounds.flatMap(pick));
    const operations = rounds.reduce((sum, one) => sum + one.operations, 0);
    expect(operations).toBeGreaterThanOrEqual(1000);
    expect(rounds.filter(({ refused }) => refused > 0)).toEqual([]);

    const analyses = await stage.analyses();
    expect(new Set(analyses.map(({ href }) => href))).toEqual(all(({ captured }) => captured));
    const cancelled = all((round) => round.cancelled.filter((id) => !round.sentAgain.includes(id)));
    const stored = analyses.filter(({ state }) => state === 'cancelled').map(({ id }) => id);
    expect(new Set(stored)).toEqual(cancelled);
    const { local } = await stage.driver.storage();
    const open = analyses.filter(({ state }) => state !== 'cancelled').map(({ id }) => id);
    expect(new Set(local['unfinished'] as string[])).toEqual(new Set(open));
    const sent = stage.posts().map(({ body }) => body);
    expect(new Set(sent).size).toBe(sent.length);
    expect(stage.posts().every(({ status }) => status === 200)).toBe(true);
    console.log(`${name}: ${operations} operations, ${analyses.length} captures, none lost`);
  }, 900_000);
});
