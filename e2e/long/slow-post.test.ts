import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../drivers/driver.ts';
import { waitFor } from '../drivers/wait.ts';
import { LINKS } from '../journeys/pages.ts';
import { openStage, type Stage } from '../journeys/stage.ts';
import { createVisitor } from '../journeys/visitor.ts';

declare const chrome: typeof import('wxt/browser').browser;

describe.each<BrowserName>(['chromium', 'firefox'])('a slow service, in %s', (name) => {
  let stage: Stage;
  const { clickMenu, open } = createVisitor(() => stage);

  beforeAll(async () => {
    stage = await openStage(name);
    await stage.signIn();
  });
  afterAll(() => stage?.close());

  it('a capture during a request that takes 20 s is acknowledged at once', async () => {
    const fault = { kind: 'delay', ms: 20_000 } as const;
    stage.control.faults.order({ fault, match: { endpoint: 'submit' } });
    await clickMenu('#plain', 'link/linux');
    await waitFor(() => stage.posts().length === 1, { for: 'the request to be under way' });
    const popup = await open('popup.html');
    const time = await popup.evaluate(async (text) => {
      const from = performance.now();
      await chrome.runtime.sendMessage({ name: 'detonate', text, platforms: ['linux'] });
      return performance.now() - from;
    }, LINKS.idn);
    expect((await stage.analyses()).map(({ state }) => state)).toEqual(['submitting', 'queued']);
    expect(stage.posts()).toMatchObject([{ ended: 'pending' }]);
    console.log(`${name}: acknowledged in ${time.toFixed(0)} ms during a request of 20 s`);
    await stage.settled('running', 'running');
  });
});
