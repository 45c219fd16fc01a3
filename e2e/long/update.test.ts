import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../drivers/driver.ts';
import { waitFor } from '../drivers/wait.ts';
import { INBOX } from '../journeys/pages.ts';
import { buildOf, openStage, PLATFORMS, type Stage } from '../journeys/stage.ts';

const MINUTE = 60_000;

describe.each<BrowserName>(['chromium', 'firefox'])('%s, the extension updated in mid-queue', (name) => {
  let stage: Stage;
  let extensionDir: string;

  beforeAll(async () => {
    extensionDir = await mkdtemp(join(tmpdir(), 'detonate-update-'));
    await cp(buildOf(name), extensionDir, { recursive: true });
    stage = await openStage(name, { extensionDir });
  });
  afterAll(async () => {
    await stage?.close();
    await rm(extensionDir, { recursive: true, force: true });
  });

  async function update(version: string): Promise<void> {
    const path = join(extensionDir, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...manifest, version }));
    await stage.driver.update();
  }

  async function queueFive(): Promise<void> {
    const page = await stage.driver.openPage(INBOX);
    await stage.driver.clickMenu(page, '#plain', 'link/mine');
    await stage.settled('running', 'running', 'running', 'queued', 'queued');
  }

  it('keeps the queue, asks for the password that was in memory, and goes on', async () => {
    await stage.signIn();
    await queueFive();
    await update('0.1.1');
    await stage.settled('running', 'running', 'running', 'queued', 'queued');
    const { session } = await stage.driver.storage();
    expect(session).not.toHaveProperty('credentials');
    await waitFor(async () => (await stage.driver.badge()) === '!', { for: 'the badge to ask for the user' });
    await waitFor(async () => (await stage.driver.alarms()).length === 0, {
      for: 'no alarm while the password is waited for',
    });
    await stage.signIn();
    await stage.passTime(MINUTE);
    const analyses = await stage.settled(...PLATFORMS.map(() => 'running'));
    expect(analyses.map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1]);
    expect(stage.posts().map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  it('derives the alarm anew where the password is kept on this device', async () => {
    await stage.reset();
    await stage.signIn('demo', PLATFORMS, 'device');
    await queueFive();
    await update('0.1.2');
    await waitFor(async () => (await stage.driver.alarms()).length > 0, {
      for: 'the alarm to be derived anew',
    });
    await stage.passTime(MINUTE);
    await stage.settled(...PLATFORMS.map(() => 'running'));
    expect(stage.posts().map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });
});
