import { describe, expect, onTestFinished, test } from 'vitest';
import { createControlServer } from './control-server.ts';
import { REPORT, read, startEmulator, USAGE } from './test-client.ts';

const RL = { url: 'http://a.example/', platform: 'windows10' };

async function startControl() {
  const emulator = await startEmulator();
  const server = createControlServer(emulator.control);
  const { address } = await server.listen();
  onTestFinished(() => server.close());
  function ask(method: string, path: string, body?: unknown) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return read(fetch(address + path, { method, ...(body !== undefined && { body: text }) }));
  }
  return { ...emulator, ask };
}

test('GET /ledger, whole or in part', async () => {
  const { submit, send, ask } = await startControl();
  await submit(RL);
  await send(USAGE);
  await submit(RL);
  const all = await ask('GET', '/ledger');
  expect(all.body).toMatchObject([
    { seq: 1, target: { value: RL.url }, status: 200 },
    { seq: 2, endpoint: 'usage' },
    { seq: 3 },
  ]);
  expect((await ask('GET', '/ledger?after=1&endpoint=submit')).body).toMatchObject([{ seq: 3 }]);
});

test('POST, GET and DELETE /faults', async () => {
  const { submit, ask } = await startControl();
  const fault = { kind: 'server-error', status: 503 };
  const order = { fault, match: { endpoint: 'submit' }, times: 'forever' };
  expect(await ask('POST', '/faults', order)).toMatchObject({ status: 200, body: { id: 1 } });
  expect((await submit(RL)).status).toBe(503);
  expect((await ask('GET', '/faults')).body).toMatchObject([{ id: 1, seen: 1, fault }]);
  await ask('DELETE', '/faults?id=7');
  expect((await submit(RL)).status).toBe(503);
  await ask('DELETE', '/faults?id=1');
  expect((await submit(RL)).status).toBe(200);
  await ask('POST', '/faults', order);
  await ask('DELETE', '/faults');
  expect((await submit(RL)).status).toBe(200);
});

test('GET and POST /settings', async () => {
  const { submit, ask } = await startControl();
  const changed = await ask('POST', '/settings', { limit: 0 });
  expect(changed.body).toEqual({
    limit: 0,
    lookupLimit: 'off',
    quota: 'off',
    base64: 'standard',
    speed: 1,
    listsRunning: false,
  });
  expect((await submit(RL)).status).toBe(429);
  expect((await ask('GET', '/settings')).body).toEqual(changed.body);
});

test('GET, POST and DELETE /accounts, without their passwords', async () => {
  const { submit, send, ask } = await startControl();
  await ask('POST', '/accounts', { user: 'u/demo/analyst', password: 'demo', forbidden: ['TCA-0207'] });
  expect((await submit(RL)).status).toBe(403);
  expect((await ask('GET', '/accounts')).body).toEqual([{ user: 'u/demo/analyst', forbidden: ['TCA-0207'] }]);
  const path = `/accounts?user=${encodeURIComponent('u/demo/analyst')}`;
  expect((await ask('DELETE', path)).body).toEqual({ removed: true });
  expect((await send(USAGE)).status).toBe(401);
});

test('POST /analyses/finish, one or all', async () => {
  const { submit, ask } = await startControl();
  const { analysis_id } = (await read(submit(RL))).body.rl;
  for (let i = 0; i < 2; i += 1) await submit(RL);
  expect((await ask('POST', `/analyses/finish?id=${analysis_id}`)).body).toEqual({ finished: 1 });
  expect((await ask('POST', '/analyses/finish?id=unknown')).body).toEqual({ finished: 0 });
  expect((await ask('POST', '/analyses/finish')).body).toEqual({ finished: 2 });
});

test('POST, GET and DELETE /verdicts', async () => {
  const { submit, send, control, ask } = await startControl();
  const { sha1 } = (await read(submit(RL))).body.rl;
  control.analyses.finish();
  async function warnings() {
    const { body } = await read(send(`${REPORT}/url/sha1/${sha1}/latest?format=json`));
    return body.rl.report.warnings;
  }
  const before = await warnings();
  expect(before).not.toContain('Ordered');
  const report = { warnings: ['Ordered'] };
  expect((await ask('POST', '/verdicts', { match: { href: 'a.example' }, report })).status).toBe(200);
  expect((await ask('GET', '/verdicts')).body).toEqual([{ match: { href: RL.url }, report }]);
  expect(await warnings()).toEqual(['Ordered']);
  await ask('DELETE', '/verdicts');
  expect(await warnings()).toEqual(before);
});

test('GET /analyses, and POST /reset', async () => {
  const { submit, ask } = await startControl();
  await submit(RL);
  expect((await ask('GET', '/analyses')).body).toMatchObject([
    { platform: 'windows10', user: 'u/demo/analyst' },
  ]);
  expect((await ask('POST', '/reset')).status).toBe(200);
  expect((await ask('GET', '/analyses')).body).toEqual([]);
  expect((await ask('GET', '/ledger')).body).toEqual([]);
});

describe('clear refusals', () => {
  test.each([
    ['POST', '/faults', '{', /not JSON/],
    ['POST', '/faults', { fault: { kind: 'flood' } }, /fault\.kind/],
    ['POST', '/faults', { fault: { kind: 'hang' }, match: { endpoint: 'nowhere' } }, /match\.endpoint/],
    ['POST', '/faults', { fault: { kind: 'hang' }, time: 2 }, /time/],
    ['POST', '/settings', { limit: 'none' }, /limit/],
    ['POST', '/verdicts', { report: { classification: 'malicious' } }, /report\.classification/],
    ['POST', '/verdicts', { match: { href: 'ftp://a.example/' }, report: {} }, /match\.href/],
    ['POST', '/verdicts', { match: { url: 'http://a.example/' }, report: {} }, /url/],
    ['POST', '/analyses/finish?analysis_id=1', undefined, /analysis_id/],
    ['POST', '/accounts', { user: 'a:b', password: '' }, /colon/],
    ['DELETE', '/accounts', undefined, /user/],
    ['GET', '/ledger?after=x', undefined, /after/],
  ])('400 for %s %s %j', async (method, path, body, message) => {
    const { ask } = await startControl();
    const answer = await ask(method, path, body);
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringMatching(message) } });
  });

  test('404 for what there is not, and the API is not there either', async () => {
    const { ask } = await startControl();
    expect(await ask('PUT', '/ledger')).toMatchObject({ status: 404 });
    expect(await ask('GET', USAGE)).toMatchObject({ status: 404 });
  });

  test('413 for a body over 1 MB', async () => {
    const { ask } = await startControl();
    expect(await ask('POST', '/faults', 'x'.repeat(1024 * 1024 + 1))).toMatchObject({ status: 413 });
  });
});
