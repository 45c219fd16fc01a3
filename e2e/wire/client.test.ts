import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEmulator } from '@/emulator/emulator.ts';
import type { FaultOrderInput } from '@/emulator/fault.ts';
import { type Client, createClient, isContact } from '@/utils/spectra/client.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';

const emulator = createEmulator({ seed: 'wire' });
const { control } = emulator;
let address: string;

beforeAll(async () => {
  ({ address } = await emulator.listen());
});
beforeEach(() => {
  control.reset();
  control.settings.set({ limit: 'off' });
});
afterAll(() => emulator.close());

function client(password = 'demo'): Client {
  return createClient({
    credentials: { address, userName: 'u/demo/analyst', password },
    fetch,
    now: Date.now,
  });
}

function submit(href: string, platform: Platform = 'windows11', form: 'url' | 'url_base64' = 'url_base64') {
  return client().submit({ href, platform, form });
}

describe('a submission', () => {
  it('arrives as Base64 of the URL, and its handles come back', async () => {
    const href = new URL('https://bücher.test/ü?q=日本#frag').href;
    const outcome = await submit(href);
    expect(outcome).toMatchObject({
      result: 'started',
      started: { url: expect.any(String), sha1: expect.stringMatching(/^[0-9a-f]{40}$/) },
    });
    const [entry] = control.ledger.entries();
    expect(JSON.parse(entry?.body ?? '')).toEqual({
      rl: {
        url_base64: Buffer.from(href).toString('base64'),
        platform: 'windows11',
        response_format: 'json',
      },
    });
    expect(entry).toMatchObject({ method: 'POST', status: 200 });
  });

  it('goes as `url` when told so', async () => {
    await submit('http://a.test/', 'linux', 'url');
    expect(JSON.parse(control.ledger.entries()[0]?.body ?? '')).toEqual({
      rl: { url: 'http://a.test/', platform: 'linux', response_format: 'json' },
    });
  });

  it.each<[FaultOrderInput['fault'], string, string]>([
    [{ kind: 'refusal', status: 400, body: 'bad character' }, 'refused', 'badRequest'],
    [{ kind: 'refusal', status: 401 }, 'refused', 'unauthorized'],
    [{ kind: 'refusal', status: 403 }, 'refused', 'forbidden'],
    [{ kind: 'refusal', status: 406, body: 'filetype_not_supported' }, 'refused', 'fileTypeNotSupported'],
    [{ kind: 'refusal', status: 413 }, 'refused', 'tooLarge'],
    [{ kind: 'refusal', status: 408 }, 'unknown', 'serviceFault'],
    [{ kind: 'too-many-requests', cause: 'rate-limit' }, 'refused', 'rateLimited'],
    [{ kind: 'too-many-requests', cause: 'quota' }, 'refused', 'quotaUsedUp'],
    [{ kind: 'server-error', status: 503 }, 'unknown', 'serviceFault'],
    [{ kind: 'html' }, 'unknown', 'nonsense'],
    [{ kind: 'html', status: 403 }, 'refused', 'forbidden'],
    [{ kind: 'nonsense' }, 'unknown', 'nonsense'],
    [{ kind: 'redirect', status: 307, location: 'http://127.0.0.1:9/' }, 'refused', 'intercepted'],
    [{ kind: 'redirect', status: 302, location: '/' }, 'refused', 'intercepted'],
    [{ kind: 'cut', when: 'before-body' }, 'unknown', 'noAnswer'],
    [{ kind: 'cut', when: 'after-body' }, 'unknown', 'noAnswer'],
    [{ kind: 'cut', when: 'mid-answer' }, 'unknown', 'noAnswer'],
  ])('%j ends as %s: %s', async (fault, result, kind) => {
    control.faults.order({ fault });
    expect(await submit('http://a.test/')).toMatchObject({ result, error: { kind } });
    expect(control.ledger.entries()).toHaveLength(1);
  });

  it('keeps the time of Retry-After', async () => {
    control.faults.order({ fault: { kind: 'too-many-requests', cause: 'rate-limit', retryAfter: 7 } });
    expect(await submit('http://a.test/')).toMatchObject({ error: { retryAfter: 7000 } });
  });
});

describe('the usage call', () => {
  it('shows that all is well', async () => {
    expect(await client().usage()).toEqual({});
  });

  it('shows a wrong password, which is still a contact', async () => {
    const outcome = await client('wrong').usage();
    expect(outcome.error?.kind).toBe('unauthorized');
    expect(isContact(outcome)).toBe(true);
  });

  it('is no contact when a page of a proxy answers in its place', async () => {
    control.faults.order({ fault: { kind: 'html' } });
    const outcome = await client().usage();
    expect(outcome.error?.kind).toBe('nonsense');
    expect(isContact(outcome)).toBe(false);
  });
});
