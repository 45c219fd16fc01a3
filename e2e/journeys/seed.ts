import { ulid } from 'ulid';
import type { TabView } from '../drivers/driver.ts';
import { PLATFORMS } from './stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

const ACCOUNT = { address: 'https://data.reversinglabs.com', userName: 'u/demo/analyst' };
const HOUR = 3_600_000;
const CAPTURES = 3;
/** So many are written at a time: more would be too long a message for the debugger. */
const AT_ONCE = 500;

const VERDICTS = [
  { classification: 'MALICIOUS', riskScore: 9, threat: 'Document-HTML.Phishing.Generic', hasRun: true },
  { classification: 'NO_THREATS_FOUND', riskScore: 0, hasRun: true },
  { classification: 'SUSPICIOUS', riskScore: 6, threat: 'Document-HTML.Phishing.Heuristic', hasRun: true },
  { classification: 'NO_THREATS_FOUND', hasRun: false },
  { classification: 'UNKNOWN', hasRun: true },
];
const HOSTS = [
  'login.example.test',
  'cdn.files.example.test',
  'bücher.example.test',
  'mail.example.org',
  '192.0.2.7',
];
const PATHS = [
  'verify?user=7',
  'a/very/long/path/that/goes/on/and/on/until/it/has/to/be/cut/index.php?id=12345',
  '',
  'x',
];

/** The stored items of so many finished analyses, three a capture and the last capture an hour ago, with all lists and indexes. */
export function seedOf(count: number, now = Date.now()): Record<string, unknown> {
  const items: Record<string, unknown> = {};
  const batches: Record<string, string[]> = {};
  const targets: Record<string, string[]> = {};
  const ids: string[] = [];
  for (let place = 0; place < count; place += 1) {
    const capture = Math.floor(place / CAPTURES);
    const at = now - HOUR * (1 + capture * 0.2);
    const id = ulid(at + (place % CAPTURES));
    const batchId = ulid(at);
    const key = `b${capture}`;
    const known = batches[key]?.[0] ?? batchId;
    batches[key] = [...(batches[key] ?? [known]), id];
    const href = `http://${HOSTS[capture % HOSTS.length]}/${capture}/${PATHS[capture % PATHS.length]}`;
    const url = new URL(href).href;
    targets[url] = [id, ...(targets[url] ?? [])];
    ids.push(id);
    items[`analysis:${id}`] = {
      version: 3,
      id,
      batchId: known,
      origin: 'link',
      href: url,
      platform: PLATFORMS[place % PLATFORMS.length],
      account: ACCOUNT,
      form: 'url_base64',
      state: 'finished',
      capturedAt: at,
      queuedAt: at,
      attempts: 1,
      sentAt: at,
      looks: 0,
      startedAt: at + 400,
      started: {
        analysisId: `${String(place).padStart(8, '0')}-14e8-4c92-9d3e-0123456789ab`,
        sha1: String(place).padStart(40, 'a'),
        url,
      },
      finishedAt: at + HOUR / 4,
      verdict: VERDICTS[capture % VERDICTS.length],
      ...(capture % 7 === 0 && { case: `INC-${1000 + (capture % 3)}` }),
      ...(capture % 50 === 0 && { note: 'Reported by the mail team' }),
    };
  }
  for (const [known, ...more] of Object.values(batches)) items[`batch:${known}`] = more;
  for (const [href, some] of Object.entries(targets)) items[`target:${href}`] = some;
  ids.sort().reverse();
  return {
    ...items,
    schema: 3,
    unfinished: [],
    unseen: [],
    recent: ids.slice(0, 50),
    prunedAt: now,
  };
}

/** Writes items into the extension's storage, by a page of it. */
export async function plant(view: TabView, items: Record<string, unknown>): Promise<void> {
  const entries = Object.entries(items);
  for (let index = 0; index < entries.length; index += AT_ONCE) {
    const some = Object.fromEntries(entries.slice(index, index + AT_ONCE));
    await view.evaluate((given) => chrome.storage.local.set(given), some);
  }
}
