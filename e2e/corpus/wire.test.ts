import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEmulator } from '@/emulator/emulator.ts';
import { parseTarget } from '@/utils/capture/target.ts';
import { createClient } from '@/utils/spectra/client.ts';
import { type Case, malicious, wpt, wptOthers } from './corpus.ts';

const emulator = createEmulator({ limit: 'off' });
let address: string;

beforeAll(async () => {
  ({ address } = await emulator.listen());
});
afterAll(() => emulator.close());

/** Sends each case as a capture would, and compares the bytes that arrived. */
async function sendAll(cases: Case[]): Promise<void> {
  emulator.control.reset();
  const client = createClient({
    credentials: { address, userName: 'u/demo/analyst', password: 'demo' },
    fetch,
    now: Date.now,
  });
  for (const { text, href } of cases) {
    const target = parseTarget(text);
    expect(target, JSON.stringify(text)).toEqual({ href });
    const outcome = await client.submit({ href, platform: 'linux', form: 'url_base64' });
    expect(outcome.result, JSON.stringify(text)).toBe('started');
  }
  const arrived = emulator.control.ledger.entries().map(({ body }) => {
    const { rl } = JSON.parse(body ?? '') as { rl: { url_base64: string } };
    return Buffer.from(rl.url_base64, 'base64');
  });
  expect(arrived).toHaveLength(cases.length);
  for (const [index, { href }] of cases.entries()) {
    expect(arrived[index]?.equals(Buffer.from(href, 'utf8')), href).toBe(true);
  }
  console.log(`${cases.length} URLs arrived as the bytes of their href`);
}

it('malicious.txt arrives byte by byte', async () => {
  const cases = malicious();
  expect(cases.length).toBeGreaterThan(3900);
  await sendAll(cases);
});

it("the URL standard's cases arrive byte by byte", async () => {
  const cases = wpt();
  expect(cases.length).toBeGreaterThan(200);
  await sendAll(cases);
});

it('other schemes are refused with a reason', () => {
  const others = wptOthers();
  expect(others.length).toBeGreaterThan(100);
  for (const text of others) expect(parseTarget(text), text).toHaveProperty('problem');
});
