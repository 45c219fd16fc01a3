import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { basicAuth, REPORT, SUBMIT, startEmulator, USAGE } from './test-client.ts';
import { MINUTE, SECOND } from './time.ts';

// a process each, on machines that do other things, too
vi.setConfig({ testTimeout: 20 * SECOND });

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

function run(...args: string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output.text += text;
    });
  }
  /** The first match in what is printed. */
  async function printed(pattern: RegExp): Promise<string> {
    for (;;) {
      const [, found] = pattern.exec(output.text) ?? [];
      if (found !== undefined) return found;
      await once(child.stdout, 'data');
    }
  }
  async function ended(): Promise<{ code: number | null; text: string }> {
    const [code] = await once(child, 'close');
    return { code, text: output.text };
  }
  return { child, printed, ended };
}

test('prints address and account, serves them, and ends at SIGTERM', async () => {
  const { child, printed, ended } = run('--port', '0', '--control-port', '0');
  const control = await printed(/^Control: +(http:\/\/127\.0\.0\.1:\d+)$/m);
  const address = await printed(/^Address: +(http:\/\/127\.0\.0\.1:\d+)$/m);
  const user = await printed(/^Account: +(\S+)$/m);
  const password = await printed(/^Password: +(\S+)$/m);
  const response = await fetch(address + USAGE, { headers: { authorization: basicAuth(user, password) } });
  expect(response.status).toBe(200);
  expect(await (await fetch(`${control}/ledger`)).json()).toMatchObject([
    { headers: { user: 'u/demo/analyst' } },
  ]);
  child.kill('SIGTERM');
  expect((await ended()).code).toBe(0);
});

test('ends at SIGTERM although a request waits for its answer', async () => {
  const { child, printed, ended } = run('--port', '0', '--control-port', '0');
  const control = await printed(/^Control: +(\S+)$/m);
  const address = await printed(/^Address: +(\S+)$/m);
  const body = JSON.stringify({ fault: { kind: 'delay', ms: MINUTE } });
  await fetch(`${control}/faults`, { method: 'POST', body });
  const waiting = fetch(address).catch(() => 'broken');
  await vi.waitFor(async () => expect(await (await fetch(`${control}/ledger`)).json()).toHaveLength(1));
  child.kill('SIGTERM');
  expect((await ended()).code).toBe(0);
  expect(await waiting).toBe('broken');
});

test('serves TLS, and no control interface, unless asked', async () => {
  const { child, printed, ended } = run('--port', '0', '--tls');
  await printed(/^Address: +(https:\/\/127\.0\.0\.1:\d+)$/m);
  child.kill('SIGINT');
  const { code, text } = await ended();
  expect(code).toBe(0);
  expect(text).not.toMatch(/control/i);
});

test('--speed makes analyses finish sooner', async () => {
  const { printed } = run('--port', '0', '--speed', '90000');
  const address = await printed(/^Address: +(\S+)$/m);
  const headers = { authorization: basicAuth('u/demo/analyst', 'demo') };
  const body = JSON.stringify({ rl: { url: 'http://malicious.test/', platform: 'linux' } });
  const submitted = await fetch(address + SUBMIT, { method: 'POST', headers, body });
  const { sha1, analysis_id } = (await submitted.json()).rl;
  const report = `${address}${REPORT}/url/sha1/${sha1}/${analysis_id}?format=json`;
  // 15 minutes are 10 ms
  await vi.waitFor(async () => expect((await fetch(report, { headers })).status).toBe(200), 2 * SECOND);
});

test('--help ends with 0, a wrong flag with 2 and one line', async () => {
  const [help, wrong] = await Promise.all([run('--help').ended(), run('--sped', '2').ended()]);
  expect(help).toMatchObject({ code: 0, text: expect.stringContaining('--control-port') });
  expect(wrong).toMatchObject({ code: 2, text: expect.stringMatching(/^[^\n]*--sped[^\n]*\n$/) });
});

test('a taken port ends with 1 and one line', async () => {
  const { address } = await startEmulator();
  const { code, text } = await run('--port', new URL(address).port).ended();
  expect(code).toBe(1);
  expect(text).toMatch(/^[^\n]*EADDRINUSE[^\n]*\n$/);
});
