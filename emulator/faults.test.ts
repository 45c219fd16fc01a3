import { describe, expect, test } from 'vitest';
import type { FaultOrderInput } from './fault.ts';
import { read, readText, SUBMIT_ARCHIVE, startEmulator, USAGE, UUID } from './test-client.ts';
import { MINUTE } from './time.ts';

const RL = { url: 'http://a.example/', platform: 'windows10' };
const STARTED = [expect.stringMatching(UUID)];

type FaultInput = FaultOrderInput['fault'];

/** One submission under a fault: what the client saw (null for no answer), and what the ledger holds. */
async function submitUnder(fault: FaultInput) {
  const emulator = await startEmulator();
  emulator.control.faults.order({ fault, match: { endpoint: 'submit' } });
  const seen = await readText(emulator.submit(RL)).catch(() => null);
  const entry = await emulator.control.ledger.waitFor(({ ended }) => ended !== 'pending');
  return { ...emulator, seen, entry };
}

/** A submission that its client gives up once the emulator has read it. */
async function abortUnder(fault: FaultInput) {
  const emulator = await startEmulator();
  const { ledger, faults } = emulator.control;
  faults.order({ fault });
  const client = new AbortController();
  const sent = emulator.submit(RL, { signal: client.signal });
  await ledger.waitFor(({ body }) => body !== null);
  client.abort();
  await expect(sent).rejects.toThrow(/abort/i);
  return { ...emulator, entry: await ledger.waitFor(({ aborted }) => aborted) };
}

describe('delay', () => {
  test.each([true, false])('the true answer comes late (started at once: %s)', async (started) => {
    const { seen, entry } = await submitUnder({ kind: 'delay', ms: 1, started });
    expect(seen?.status).toBe(200);
    expect(entry).toMatchObject({ status: 200, ended: 'answered', analysisIds: STARTED, fault: { id: 1 } });
  });

  test('started at once, the analysis is there although the client goes away', async () => {
    const { entry, control } = await abortUnder({ kind: 'delay', ms: MINUTE });
    expect(entry).toMatchObject({ status: 'none', ended: 'aborted', analysisIds: STARTED });
    expect(control.analyses.list()).toHaveLength(1);
  });

  test('not started at once, nothing is where the client goes away', async () => {
    const { entry, control } = await abortUnder({ kind: 'delay', ms: MINUTE, started: false });
    expect(entry).toMatchObject({ status: 'none', ended: 'aborted', analysisIds: [], account: null });
    expect(control.analyses.list()).toEqual([]);
  });
});

describe('hang', () => {
  test('the analysis is started, and the answer never comes', async () => {
    const { entry, control, send } = await abortUnder({ kind: 'hang' });
    expect(entry).toMatchObject({ status: 'none', ended: 'held', aborted: true, answeredAt: null });
    expect(entry.analysisIds).toEqual(control.analyses.list().map(({ analysisId }) => analysisId));
    expect((await read(send(USAGE))).body.rl.usage_report).toMatchObject([{ number_of_queries: 1 }]);
  });

  test('close() and reset() drop it', async () => {
    for (const end of ['close', 'reset'] as const) {
      const { control, submit, close } = await startEmulator();
      control.faults.order({ fault: { kind: 'hang', started: false } });
      const sent = submit(RL).then(
        () => 'answered',
        () => 'broken',
      );
      await control.ledger.waitFor(({ ended }) => ended === 'held');
      const dropped = control.ledger.waitFor(({ ended }) => ended === 'dropped');
      await (end === 'close' ? close() : control.reset());
      expect(await dropped).toMatchObject({ aborted: false, analysisIds: [] });
      expect(await sent).toBe('broken');
    }
  });
});

describe('cut', () => {
  test('before the body is read: nothing is started', async () => {
    const { seen, entry, control } = await submitUnder({ kind: 'cut', when: 'before-body' });
    expect(seen).toBe(null);
    expect(entry).toMatchObject({
      status: 'none',
      ended: 'cut',
      aborted: false,
      body: null,
      analysisIds: [],
    });
    expect(control.analyses.list()).toEqual([]);
  });

  test('after the body is read: started, and no answer', async () => {
    const { seen, entry } = await submitUnder({ kind: 'cut', when: 'after-body' });
    expect(seen).toBe(null);
    expect(entry).toMatchObject({ status: 'none', ended: 'cut', analysisIds: STARTED });
    expect(entry.target).toEqual({ form: 'url', value: RL.url });
  });

  test('in the middle of the answer: a status, and half of a body', async () => {
    const { submit, control } = await startEmulator();
    control.faults.order({ fault: { kind: 'cut', when: 'mid-answer' } });
    const response = await submit(RL);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(control.ledger.entries()).toMatchObject([{ status: 200, ended: 'cut', analysisIds: STARTED }]);
  });
});

describe('another answer than the true one', () => {
  test.each([500, 502, 503, 504] as const)('server-error %i, started or not', async (status) => {
    for (const started of [true, false]) {
      const { seen, entry } = await submitUnder({ kind: 'server-error', status, started, retryAfter: 7 });
      expect([seen?.status, seen?.headers.get('retry-after')]).toEqual([status, '7']);
      expect(entry).toMatchObject({ status, ended: 'answered', analysisIds: started ? STARTED : [] });
    }
  });

  test.each([
    ['rate-limit', /Rate limit exceeded/],
    ['quota', /quota is exceeded/],
  ] as const)('too-many-requests by %s', async (cause, wording) => {
    const plain = await submitUnder({ kind: 'too-many-requests', cause });
    expect([plain.seen?.status, plain.seen?.headers.get('retry-after')]).toEqual([429, null]);
    expect(plain.seen?.text).toMatch(wording);
    expect(plain.entry.analysisIds).toEqual([]);
    const { seen } = await submitUnder({ kind: 'too-many-requests', cause, retryAfter: 30 });
    expect(seen?.headers.get('retry-after')).toBe('30');
  });

  test('html of a proxy', async () => {
    const { seen } = await submitUnder({ kind: 'html' });
    expect([seen?.status, seen?.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(seen?.text).toMatch(/^<!doctype html>/);
    const blocked = await submitUnder({ kind: 'html', status: 403, body: '<p>Blocked</p>' });
    expect([blocked.seen?.status, blocked.seen?.text]).toEqual([403, '<p>Blocked</p>']);
    expect(blocked.entry.analysisIds).toEqual([]);
  });

  test.each([302, 307] as const)('redirect %i', async (status) => {
    const location = 'https://sign-in.example/';
    const { seen, entry } = await submitUnder({ kind: 'redirect', status, location });
    expect([seen?.status, seen?.headers.get('location')]).toEqual([status, location]);
    expect(entry).toMatchObject({ status, analysisIds: [] });
  });

  test('nonsense: a success without an analysis id, started or not', async () => {
    const { seen, entry } = await submitUnder({ kind: 'nonsense' });
    expect([seen?.status, seen?.text, entry.analysisIds]).toEqual([200, '{}', []]);
    const other = await submitUnder({ kind: 'nonsense', status: 202, body: 'ok', started: true });
    expect([other.seen?.status, other.seen?.text, other.entry.analysisIds]).toEqual([202, 'ok', STARTED]);
    const empty = await submitUnder({ kind: 'nonsense', status: 204, body: '' });
    expect([empty.seen?.status, empty.seen?.text]).toEqual([204, '']);
  });

  test.each([400, 401, 403, 404, 406, 413])('refusal %i with a body of choice', async (status) => {
    const { seen, entry } = await submitUnder({ kind: 'refusal', status, body: { rl: { message: 'no' } } });
    expect([seen?.status, seen?.text]).toEqual([status, '{"rl":{"message":"no"}}']);
    expect(seen?.headers.get('www-authenticate')).toEqual(
      status === 401 ? expect.stringMatching(/^Basic/) : null,
    );
    expect(entry).toMatchObject({ status, analysisIds: [] });
  });

  test('a refusal can be empty', async () => {
    const { seen } = await submitUnder({ kind: 'refusal', status: 403, body: '' });
    expect([seen?.status, seen?.text]).toEqual([403, '']);
  });
});

describe('what the service counts', () => {
  test('what a fault keeps from it is not counted, what it started is, though the answer was lost', async () => {
    const { submit, send, control } = await startEmulator({ limit: 2, now: () => 0 });
    const faults = [
      { kind: 'server-error', status: 503 },
      { kind: 'nonsense', started: true },
      { kind: 'cut', when: 'after-body' },
    ] satisfies FaultInput[];
    for (const fault of faults) {
      control.faults.order({ fault });
      await submit(RL).catch(() => null);
    }
    expect((await submit(RL)).status).toBe(429);
    expect((await read(send(USAGE))).body.rl.usage_report).toMatchObject([{ number_of_queries: 2 }]);
  });

  test('a fault that lets the request through starts nothing that the service refuses', async () => {
    const { submit, control } = await startEmulator();
    control.faults.order({ fault: { kind: 'server-error', status: 500, started: true } });
    expect((await submit({ platform: 'linux' })).status).toBe(500);
    expect(control.ledger.entries()).toMatchObject([{ analysisIds: [] }]);
  });
});

test('the ledger tells all of a request, and nowhere its password', async () => {
  let now = 1000;
  const { send, submit, control } = await startEmulator({ now: () => now++ });
  const headers = { cookie: 'a=b', origin: 'https://a.example', 'content-type': 'application/json' };
  await submit({ url_base64: btoa('http://a.example/'), platform: 'linux' });
  await send(USAGE, { headers });
  await submit(
    { sha1: 'e662bfd39cf389b0bad5262e6007c09824261ee4', platform: 'linux' },
    { path: SUBMIT_ARCHIVE },
  );
  await send('/nowhere', { headers: { authorization: `Basic ${btoa('someone:demo')}` } });
  const entries = control.ledger.entries();
  expect(entries).toMatchObject([
    {
      seq: 1,
      method: 'POST',
      endpoint: 'submit',
      headers: {
        authorization: true,
        user: 'u/demo/analyst',
        cookie: false,
        contentType: 'application/json',
        origin: null,
      },
      body: '{"rl":{"url_base64":"aHR0cDovL2EuZXhhbXBsZS8=","platform":"linux"}}',
      target: { form: 'url_base64', value: 'http://a.example/' },
      platform: 'linux',
      account: 'u/demo/analyst',
      status: 200,
      ended: 'answered',
      aborted: false,
      fault: null,
      analysisIds: STARTED,
    },
    {
      seq: 2,
      path: USAGE,
      endpoint: 'usage',
      headers: { cookie: true, origin: 'https://a.example' },
      target: null,
    },
    { seq: 3, endpoint: 'submit-archive', analysisIds: [...STARTED, ...STARTED] },
    { seq: 4, endpoint: null, headers: { user: 'someone' }, account: null, status: 404 },
  ]);
  for (const { receivedAt, answeredAt } of entries) expect(answeredAt).toBeGreaterThan(receivedAt);
  expect(JSON.stringify(entries)).not.toMatch(/"demo"|:demo|password/);
});
