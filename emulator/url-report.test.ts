import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from './emulator.ts';
import { read, startEmulator, URL_REPORT, USAGE } from './test-client.ts';
import { MINUTE } from './time.ts';

const HREF = 'http://a.example/';
const START = Date.UTC(2026, 2, 1, 10, 15);

async function startUrlReports(options: EmulatorOptions = {}) {
  const clock = { now: START };
  const emulator = await startEmulator({ now: () => clock.now, ...options });
  function post(rl: object, path = URL_REPORT) {
    return read(emulator.submit(rl, { path }));
  }
  return {
    ...emulator,
    clock,
    post,
    ask: (url: string) => post({ query: { url, response_format: 'json' } }),
    start: async (platform: string, url = HREF) => (await read(emulator.submit({ url, platform }))).body.rl,
  };
}

test('the analyses of a URL, however it is written, from the oldest to the newest', async () => {
  const { start, ask, clock, control } = await startUrlReports();
  const { sha1, analysis_id: one, url_base64 } = await start('windows11');
  clock.now += MINUTE;
  const { analysis_id: two } = await start('windows7');
  control.analyses.finish();
  control.verdicts.set({ report: { classification: 'MALICIOUS' } });
  control.verdicts.set({ match: { platform: 'windows7' }, report: { classification: 'SUSPICIOUS' } });
  const history = [
    {
      analysis_id: one,
      analysis_time: '2026-03-01T10:15:00',
      platform: 'windows11',
      classification: 'MALICIOUS',
      risk_score: 9,
      browser: 'Google Chrome 113',
    },
    {
      analysis_id: two,
      analysis_time: '2026-03-01T10:16:00',
      platform: 'windows7',
      classification: 'SUSPICIOUS',
      risk_score: 6,
      browser: 'Google Chrome 51',
    },
  ];
  const { status, body } = await ask('A.example');
  expect(status).toBe(200);
  expect(body).toEqual({
    rl: {
      requested_url: 'A.example',
      sha1,
      base64: url_base64,
      classification: 'malicious',
      dynamic_analysis: { analysis_history: history, last_analysis: history[1] },
    },
  });
});

test.each([
  ['MALICIOUS', 'malicious'],
  ['SUSPICIOUS', 'suspicious'],
  ['NO_THREATS_FOUND', 'unknown'],
  ['UNKNOWN', 'unknown'],
  ['KNOWN', 'known'],
] as const)('%s makes the URL %s', async (classification, name) => {
  const { start, ask, control } = await startUrlReports();
  await start('linux');
  control.analyses.finish();
  control.verdicts.set({ report: { classification } });
  expect((await ask(HREF)).body.rl.classification).toBe(name);
});

test('a word in the URL decides here, too, on each platform', async () => {
  const { start, ask, control } = await startUrlReports();
  for (const platform of ['windows10', 'linux']) await start(platform, 'http://cloaking.test/');
  control.analyses.finish();
  const { classification, dynamic_analysis } = (await ask('http://cloaking.test/')).body.rl;
  expect(classification).toBe('malicious');
  expect(dynamic_analysis.analysis_history).toMatchObject([
    { platform: 'windows10', classification: 'MALICIOUS', risk_score: 9 },
    { platform: 'linux', classification: 'NO_THREATS_FOUND', risk_score: 0 },
  ]);
});

test('a URL that was never submitted is 404', async () => {
  const { start, ask } = await startUrlReports();
  await start('linux');
  expect(await ask('http://b.example/')).toMatchObject({
    status: 404,
    body: { message: expect.any(String) },
  });
});

describe('what is not finished', () => {
  test('is not listed, and has no say', async () => {
    const { start, ask, clock } = await startUrlReports();
    await start('linux');
    const { rl } = (await ask(HREF)).body;
    expect(rl).toMatchObject({ classification: 'unknown', dynamic_analysis: { analysis_history: [] } });
    expect(rl.dynamic_analysis).not.toHaveProperty('last_analysis');
    clock.now += 15 * MINUTE;
    expect((await ask(HREF)).body.rl.dynamic_analysis.analysis_history).toHaveLength(1);
  });

  test('is listed without a verdict where the settings say so', async () => {
    const { start, ask, control } = await startUrlReports({ listsRunning: true });
    const { analysis_id } = await start('linux');
    control.verdicts.set({ report: { classification: 'MALICIOUS' } });
    const { rl } = (await ask(HREF)).body;
    expect(rl.classification).toBe('unknown');
    expect(rl.dynamic_analysis.analysis_history).toEqual([
      { analysis_id, analysis_time: '2026-03-01T10:15:00', platform: 'linux', browser: 'Firefox 112' },
    ]);
    control.reset();
    expect(control.settings.get().listsRunning).toBe(true);
    control.settings.set({ listsRunning: false });
    await start('linux');
    expect((await ask(HREF)).body.rl.dynamic_analysis.analysis_history).toEqual([]);
  });
});

test.each([
  [{ url: HREF, response_format: 'json' }],
  [{ query: { url: HREF } }],
  [{ query: { url: HREF, response_format: 'xml' } }],
  [{ query: { url: 'ftp://a.example/', response_format: 'json' } }],
  [{ query: { url: '', response_format: 'json' } }],
])('400 for %j', async (rl) => {
  const { start, post } = await startUrlReports();
  await start('linux');
  expect(await post(rl)).toMatchObject({ status: 400, body: { message: expect.any(String) } });
});

test('post_format xml is refused in plain words', async () => {
  const { post } = await startUrlReports();
  const path = URL_REPORT.replace(/json$/, 'xml');
  const { status, body } = await post({ query: { url: HREF, response_format: 'json' } }, path);
  expect([status, body.message]).toEqual([400, expect.stringContaining('does not speak xml')]);
});

test('the path of a POST takes no GET', async () => {
  const { send } = await startUrlReports();
  expect((await send(`${URL_REPORT}?format=json`)).status).toBe(405);
});

test('403 where the account has no right to it, while the rest is served', async () => {
  const { start, ask, control } = await startUrlReports();
  control.accounts.forbid('u/demo/analyst', ['TCA-0403']);
  expect(await start('linux')).toMatchObject({ status: 'started' });
  expect((await ask(HREF)).status).toBe(403);
});

test('a 200 takes quota of its own, nothing else does; it is in no rate limit', async () => {
  const { start, ask, send, control } = await startUrlReports({ limit: 1, lookupLimit: 0, quota: 1 });
  await start('linux');
  await ask('http://b.example/');
  await ask('ftp://b.example/');
  for (let i = 0; i < 5; i += 1) expect((await ask(HREF)).status).toBe(200);
  expect((await read(send(USAGE))).body.rl.usage_report).toEqual([
    { product: 'TCA-0207 Dynamic Analysis', number_of_queries: 1 },
    { product: 'TCA-0403 URL Threat Intelligence', number_of_queries: 5 },
  ]);
  control.reset();
  expect((await read(send(USAGE))).body.rl.usage_report).toEqual([]);
});

test('faults are ordered by the endpoint, and the ledger has the body', async () => {
  const { start, ask, control } = await startUrlReports();
  await start('linux');
  control.faults.order({ fault: { kind: 'refusal', status: 403 }, match: { endpoint: 'url-report' } });
  expect((await ask(HREF)).status).toBe(403);
  expect((await ask(HREF)).status).toBe(200);
  expect(control.ledger.entries().slice(1)).toMatchObject([
    { endpoint: 'url-report', status: 403, fault: { kind: 'refusal' } },
    {
      endpoint: 'url-report',
      body: `{"rl":{"query":{"url":"${HREF}","response_format":"json"}}}`,
      target: null,
      status: 200,
      analysisIds: [],
    },
  ]);
});
