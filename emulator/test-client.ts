import { onTestFinished } from 'vitest';
import { DEMO_ACCOUNT } from './accounts.ts';
import { createEmulator, type EmulatorOptions } from './emulator.ts';

export const SUBMIT = '/api/dynamic/analysis/analyze/v1/query/json';
export const SUBMIT_ARCHIVE = '/api/dynamic/analysis/analyze/v1/archive/query/json';
export const REPORT = '/api/dynamic/analysis/report/v1/query';
export const URL_REPORT = '/api/networking/url/v1/report/query/json';
export const USAGE = '/api/customer_usage/v1/usage/daily?format=json';
export const LIMITS = '/api/customer_usage/v1/limits?format=json';

/** When `startReports` begins (ms). */
export const START = Date.UTC(2026, 2, 1, 10, 15, 0, 999);

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function basicAuth(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
}

/** An emulator for one test, closed at its end, with the rate limit off and a client that is signed in. */
export async function startEmulator(options: EmulatorOptions = {}) {
  const emulator = createEmulator({ seed: 'test', limit: 'off', ...options });
  const { address } = await emulator.listen();
  onTestFinished(() => emulator.close());

  function send(path: string, init: RequestInit = {}): Promise<Response> {
    const authorization = basicAuth(DEMO_ACCOUNT.user, DEMO_ACCOUNT.password);
    return fetch(address + path, {
      redirect: 'manual',
      ...init,
      headers: { authorization, ...init.headers },
    });
  }

  return {
    ...emulator,
    address,
    send,
    /** Posts `{"rl": …}`. */
    submit(
      rl: object,
      { path = SUBMIT, signal }: { path?: string; signal?: AbortSignal } = {},
    ): Promise<Response> {
      const headers = { 'content-type': 'application/json' };
      return send(path, { method: 'POST', headers, body: JSON.stringify({ rl }), ...(signal && { signal }) });
    },
  };
}

/** An emulator with a clock to turn, and short ways to submit a URL and to ask for a report. */
export async function startReports(options: EmulatorOptions = {}) {
  const clock = { now: START };
  const emulator = await startEmulator({ now: () => clock.now, ...options });

  async function submit(url = 'http://a.example/', platform = 'windows10') {
    const { sha1, analysis_id, url_base64 } = (await read(emulator.submit({ url, platform }))).body.rl;
    return { sha1, id: analysis_id, base64: url_base64 };
  }
  async function ask(path: string) {
    const { status, body } = await read(emulator.send(`${REPORT}/${path}?format=json`));
    return { status, body };
  }
  async function used() {
    const { body } = await read(emulator.send(USAGE));
    return body.rl.usage_report;
  }
  return { ...emulator, clock, ask, used, submitUrl: submit };
}

/** Status and parsed body of a response. */
export async function read(response: Response | Promise<Response>) {
  const { status, headers, text } = await readText(response);
  return { status, headers, body: JSON.parse(text) };
}

export async function readText(response: Response | Promise<Response>) {
  const settled = await response;
  return { status: settled.status, headers: settled.headers, text: await settled.text() };
}
