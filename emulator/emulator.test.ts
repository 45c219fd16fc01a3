import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { connect } from 'node:net';
import { checkServerIdentity } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createEmulator } from './emulator.ts';
import { basicAuth, LIMITS, read, SUBMIT, startEmulator, USAGE } from './test-client.ts';
import { SECOND } from './time.ts';

const RL = { url: 'http://a.example/', platform: 'windows10' };

describe('signing in', () => {
  test.each([
    ['no header', ''],
    ['another scheme', 'Bearer demo'],
    ['a wrong password', basicAuth('u/demo/analyst', 'wrong')],
    ['an unknown user', basicAuth('u/demo/nobody', 'demo')],
    ['no colon', `Basic ${btoa('demo')}`],
  ])('401 with WWW-Authenticate: Basic for %s', async (_, authorization) => {
    const { send } = await startEmulator();
    const { status, headers, body } = await read(send(USAGE, { headers: { authorization } }));
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toMatch(/^Basic realm="/);
    expect(body.message).toEqual(expect.any(String));
  });

  test('the password may hold colons and letters of any script', async () => {
    const accounts = [{ user: 'u/firma/jörg', password: 'a:b:ü€🔑' }];
    const { send } = await startEmulator({ accounts });
    const authorization = basicAuth('u/firma/jörg', 'a:b:ü€🔑');
    expect((await send(USAGE, { headers: { authorization } })).status).toBe(200);
  });

  test('403 where the account has no right to TCA-0207, while the usage is still served', async () => {
    const { submit, send, control } = await startEmulator();
    control.accounts.forbid('u/demo/analyst', ['TCA-0207']);
    expect((await submit(RL)).status).toBe(403);
    expect((await send(USAGE)).status).toBe(200);
    control.accounts.forbid('u/demo/analyst', ['TCA-9999']);
    expect((await submit(RL)).status).toBe(200);
    expect((await send(USAGE)).status).toBe(403);
  });

  test('a missing right is told before the rate limit', async () => {
    const { submit, control } = await startEmulator({ limit: 0 });
    control.accounts.forbid('u/demo/analyst', ['TCA-0207']);
    expect((await submit(RL)).status).toBe(403);
  });

  test('accounts come and go while it runs', async () => {
    const { send, control } = await startEmulator();
    const headers = { authorization: basicAuth('u/new/one', 'secret') };
    expect((await send(USAGE, { headers })).status).toBe(401);
    control.accounts.add({ user: 'u/new/one', password: 'secret' });
    expect((await send(USAGE, { headers })).status).toBe(200);
    expect(control.accounts.remove('u/new/one')).toBe(true);
    expect((await send(USAGE, { headers })).status).toBe(401);
  });
});

describe('transport', () => {
  test('unknown paths are 404 and wrong methods 405, in JSON', async () => {
    const { send } = await startEmulator();
    for (const path of ['/', '//', '/api/dynamic/analysis/report/v1/query/url/md5/x?format=json']) {
      const { status, body } = await read(send(path));
      expect([path, status, typeof body.message]).toEqual([path, 404, 'string']);
    }
    const { status, headers } = await read(send(SUBMIT));
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('a Date of its own clock, and no CORS headers, not even to a preflight', async () => {
    const { send } = await startEmulator({ now: () => Date.UTC(2026, 2, 1) });
    const responses = [
      await send(USAGE, { headers: { origin: 'https://a.example' } }),
      await send(SUBMIT, { method: 'OPTIONS', headers: { origin: 'https://a.example' } }),
    ];
    for (const { headers } of responses) {
      expect(headers.get('date')).toBe('Sun, 01 Mar 2026 00:00:00 GMT');
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect(responses.map(({ status }) => status)).toEqual([200, 405]);
  });

  test('a body over 1 MB is 413 and starts nothing, one of 1 MB is read', async () => {
    const { send, control } = await startEmulator();
    const oversized = await send(SUBMIT, { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) });
    expect(oversized.status).toBe(413);
    expect((await send(SUBMIT, { method: 'POST', body: 'x'.repeat(1024 * 1024) })).status).toBe(400);
    expect(control.ledger.entries()).toMatchObject([
      { status: 413, body: null },
      { status: 400, body: expect.stringMatching(/^x+$/) },
    ]);
  });

  test('listens on 127.0.0.1, and close() frees the port', async () => {
    const emulator = createEmulator();
    const { address, port } = await emulator.listen();
    expect(address).toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(address)).status).toBe(404);
    await emulator.close();
    await expect(fetch(address)).rejects.toThrow();
  });

  test('close() does not wait for connections that never asked anything', async () => {
    const emulator = createEmulator();
    const { port } = await emulator.listen();
    const socket = connect(port, '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('connect', resolve));
    await emulator.close();
    await closed;
  });

  test('a request that ends in the middle of its body starts nothing', async () => {
    const { address, send, control } = await startEmulator();
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.write(`POST ${SUBMIT} HTTP/1.1\r\nHost: a.example\r\nContent-Length: 100\r\n\r\n{"rl"`);
    await control.ledger.waitFor(() => true);
    socket.destroy();
    await control.ledger.waitFor(({ ended }) => ended === 'aborted');
    await send(USAGE);
    const [entry] = control.ledger.entries();
    expect(entry).toMatchObject({
      status: 'none',
      ended: 'aborted',
      aborted: true,
      body: null,
      analysisIds: [],
    });
  });

  test('a taken port is an error', async () => {
    const { address } = await startEmulator();
    await expect(createEmulator().listen(Number(new URL(address).port))).rejects.toThrow(/EADDRINUSE/);
  });

  test.each(['data.reversinglabs.com', 'bucket.reversinglabs.com', 'localhost', '127.0.0.1'])(
    'TLS shows a certificate for %s',
    async (name) => {
      const emulator = createEmulator({ tls: true });
      onTestFinished(() => emulator.close());
      const { address, port, certificate } = await emulator.listen();
      expect(address).toBe(`https://127.0.0.1:${port}`);
      const asked = request({
        host: '127.0.0.1',
        port,
        path: USAGE,
        auth: 'u/demo/analyst:demo',
        ca: certificate,
        checkServerIdentity: (_, shown) => checkServerIdentity(name, shown),
      }).end();
      const [response] = (await once(asked, 'response')) as [IncomingMessage];
      expect(response.statusCode).toBe(200);
      response.resume();
    },
  );
});

describe('determinism', () => {
  async function firstIds(seed?: string) {
    const { submit } = await startEmulator(seed === undefined ? {} : { seed });
    const bodies = [await read(submit(RL)), await read(submit(RL))];
    return bodies.map(({ body }) => body.rl.analysis_id);
  }

  test('the analysis ids follow from the seed', async () => {
    const ids = await firstIds('one');
    expect(await firstIds('one')).toEqual(ids);
    expect(await firstIds('two')).not.toEqual(ids);
  });

  test('speed shortens an analysis', async () => {
    const { submit, control } = await startEmulator({ speed: 90, now: () => 0 });
    await submit(RL);
    expect(control.analyses.list()).toMatchObject([{ startedAt: 0, finishesAt: 10 * SECOND }]);
  });
});

describe('settings and reset', () => {
  test('the limit can be changed and turned off while it runs', async () => {
    const { submit, control } = await startEmulator({ limit: 0, now: () => 0 });
    expect((await submit(RL)).status).toBe(429);
    control.settings.set({ limit: 'off' });
    expect((await submit(RL)).status).toBe(200);
  });

  test('base64 "none" refuses url_base64 with a 400 that starts nothing, and takes url', async () => {
    const { submit, control } = await startEmulator({ base64: 'none' });
    const { url, platform } = RL;
    expect((await submit({ url_base64: btoa(url), platform })).status).toBe(400);
    expect(control.analyses.list()).toEqual([]);
    expect((await submit({ url, platform })).status).toBe(200);
  });

  test('a setting that makes no sense is refused, and changes nothing', async () => {
    const { control } = await startEmulator();
    const before = control.settings.get();
    expect(() => control.settings.set({ speed: 0 })).toThrow();
    expect(control.settings.get()).toEqual(before);
  });

  test('reset() puts everything back as it was', async () => {
    const { submit, send, control } = await startEmulator({ limit: 1, quota: 5, now: () => 0 });
    const first = await read(submit(RL));
    control.accounts.remove('u/demo/analyst');
    control.settings.set({ limit: 0, base64: 'none' });
    control.faults.order({ fault: { kind: 'hang' }, times: 'forever' });
    control.reset();
    expect(control.ledger.entries()).toEqual([]);
    expect(control.analyses.list()).toEqual([]);
    expect((await read(send(LIMITS))).body.rl.limits).toMatchObject([{ limit: 5, limit_exceeded: false }]);
    expect((await read(send(USAGE))).body.rl.usage_report).toEqual([]);
    expect(await read(submit(RL))).toMatchObject({ status: 200, body: first.body });
  });
});
