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
    expect(await client().usage()).toEqual({ date: expect.any(Number) });
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

describe('the quotas', () => {
  it('are none where the account has none', async () => {
    expect(await client().quota()).toEqual({ quotas: [], date: expect.any(Number) });
  });

  it('come with what is used and left today', async () => {
    control.settings.set({ limit: 'off', quota: 2 });
    const quota = { products: ['TCA-0207 Dynamic Analysis'], period: 'daily', size: { value: 2 } };
    const fresh = { ...quota, used: 0, left: 2, isExceeded: false };
    expect((await client().quota()).quotas).toEqual([fresh]);
    await submit('http://a.test/');
    expect((await client().quota()).quotas).toEqual([{ ...fresh, used: 1, left: 1 }]);
    await submit('http://b.test/');
    const outcome = await client().quota();
    expect(outcome.quotas).toEqual([{ ...quota, used: 2, left: 0, isExceeded: true }]);
    expect(outcome.error).toBeUndefined();
  });

  it.each<[FaultOrderInput['fault'], string]>([
    [{ kind: 'server-error', status: 503 }, 'serviceFault'],
    [{ kind: 'cut', when: 'before-body' }, 'noAnswer'],
    [{ kind: 'refusal', status: 401 }, 'unauthorized'],
    [{ kind: 'refusal', status: 403 }, 'forbidden'],
    [{ kind: 'html' }, 'nonsense'],
    [{ kind: 'redirect', status: 302, location: '/' }, 'intercepted'],
  ])('after %j are not known: %s, and nothing more is asked', async (fault, kind) => {
    control.faults.order({ fault });
    expect(await client().quota()).toMatchObject({ quotas: [], error: { kind } });
    expect(control.ledger.entries()).toHaveLength(1);
  });

  it('stand without what is used where that call fails', async () => {
    control.settings.set({ limit: 'off', quota: 2 });
    control.faults.order({ match: { endpoint: 'usage' }, fault: { kind: 'server-error', status: 503 } });
    const { quotas, error } = await client().quota();
    expect(error).toBeUndefined();
    expect(quotas).toMatchObject([{ size: { value: 2 } }]);
    expect(quotas[0]).not.toHaveProperty('used');
  });
});

describe('a trial of the endpoint', () => {
  it('starts nothing, and the service knows no such sample', async () => {
    expect(await client().trial()).toEqual({ date: expect.any(Number) });
    const [entry] = control.ledger.entries();
    expect(entry).toMatchObject({ endpoint: 'submit', status: 404, analysisIds: [] });
    expect(JSON.parse(entry?.body ?? '').rl).toMatchObject({ sha1: expect.stringMatching(/^[0-9a-f]{40}$/) });
    expect(control.analyses.list()).toEqual([]);
  });

  it('names another sample each time', async () => {
    await client().trial();
    await client().trial();
    const bodies = control.ledger.entries().map(({ body }) => body);
    expect(new Set(bodies).size).toBe(2);
  });

  it.each<[FaultOrderInput['fault'], string]>([
    [{ kind: 'server-error', status: 503 }, 'serviceFault'],
    [{ kind: 'cut', when: 'before-body' }, 'noAnswer'],
    [{ kind: 'too-many-requests', cause: 'rate-limit' }, 'rateLimited'],
    [{ kind: 'refusal', status: 401 }, 'unauthorized'],
    [{ kind: 'html' }, 'nonsense'],
    [{ kind: 'redirect', status: 302, location: '/' }, 'intercepted'],
  ])('after %j shows no endpoint that works: %s', async (fault, kind) => {
    control.faults.order({ fault });
    expect(await client().trial()).toMatchObject({ error: { kind } });
  });

  it.each([400, 403, 406, 413])('shows one after %i', async (status) => {
    control.faults.order({ fault: { kind: 'refusal', status } });
    expect((await client().trial()).error).toBeUndefined();
  });
});

describe.each(['urlReport', 'mergedReport'] as const)('the history of a URL from the %s', (source) => {
  it('holds what was started and is finished, with its time, platform and sha1', async () => {
    const href = 'http://a.test/?q=>>>???&\u00fc';
    const outcome = await submit(new URL(href).href, 'linux');
    if (outcome.result !== 'started') throw new Error('not started');
    control.analyses.finish();
    const { history, error } = await client().history(new URL(href).href, source);
    expect(error).toBeUndefined();
    expect(history).toMatchObject([
      { analysisId: outcome.started.analysisId, platform: 'linux', sha1: outcome.started.sha1 },
    ]);
    expect(Math.abs((history[0]?.at ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  it('is empty for a URL that nobody sent', async () => {
    expect(await client().history('http://unknown.test/', source)).toMatchObject({ history: [] });
    expect((await client().history('http://unknown.test/', source)).error).toBeUndefined();
  });

  it('says that the account has no right to it', async () => {
    const forbidden = source === 'urlReport' ? 'TCA-0403' : 'TCA-0106';
    control.accounts.forbid('u/demo/analyst', [forbidden]);
    expect(await client().history('http://a.test/', source)).toMatchObject({
      history: [],
      error: { kind: 'forbidden' },
    });
  });
});
