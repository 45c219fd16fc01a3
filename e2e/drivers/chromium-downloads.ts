import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import type { Download } from './driver.ts';

/** What pages save as files in Chromium. They are stored under ids, so that none is renamed for another's sake. */
export class ChromiumDownloads {
  readonly #dir: string;
  readonly #names = new Map<string, string>();
  readonly #whole: string[] = [];

  private constructor(dir: string) {
    this.#dir = dir;
  }

  static async watch(browser: Browser, dir: string): Promise<ChromiumDownloads> {
    const downloads = new ChromiumDownloads(dir);
    const session = await browser.target().createCDPSession();
    session.on('Browser.downloadWillBegin', ({ guid, suggestedFilename }) =>
      downloads.#names.set(guid, suggestedFilename),
    );
    session.on('Browser.downloadProgress', ({ guid, state }) => {
      if (state === 'completed') downloads.#whole.push(guid);
    });
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allowAndName',
      downloadPath: dir,
      eventsEnabled: true,
    });
    return downloads;
  }

  read(): Promise<Download[]> {
    return Promise.all(
      this.#whole.map(async (guid) => ({
        name: this.#names.get(guid) ?? guid,
        text: await readFile(join(this.#dir, guid), 'utf8'),
      })),
    );
  }
}
