import { describe, expect, test } from 'vitest';
import { REPORT, read, START, SUBMIT_ARCHIVE, startReports } from './test-client.ts';
import { MINUTE, SECOND } from './time.ts';

const HREF = 'http://a.example/';
const ANALYZING = { status: 404, body: { status: 'analyzing' } };
const UNKNOWN = { status: 404, body: { message: expect.any(String) } };

describe('"Not ready is 404"', () => {
  test('with an analysis id the body says that it is analyzing, until the moment it finishes', async () => {
    const { submitUrl, ask, clock } = await startReports();
    const { sha1, id, base64 } = await submitUrl();
    clock.now = START + 15 * MINUTE - 1;
    for (const key of [`url/sha1/${sha1}`, `url/base64/${base64}`]) {
      expect(await ask(`${key}/${id}`)).toEqual(ANALYZING);
      expect(await ask(`${key}/latest`)).toEqual(UNKNOWN);
      expect(await ask(key)).toEqual(UNKNOWN);
    }
    clock.now += 1;
    for (const ending of [`/${id}`, '/latest', '']) {
      expect((await ask(`url/sha1/${sha1}${ending}`)).status).toBe(200);
      expect((await ask(`url/base64/${base64}${ending}`)).status).toBe(200);
    }
  });

  test('an unknown URL, an unknown id and the id of another URL are 404 without a status', async () => {
    const { submitUrl, ask, control } = await startReports();
    const [one, other] = [await submitUrl(), await submitUrl('http://b.example/')];
    for (const isFinished of [false, true]) {
      if (isFinished) control.analyses.finish();
      expect(await ask(`url/sha1/${'0'.repeat(40)}`)).toEqual(UNKNOWN);
      expect(await ask(`url/sha1/${'0'.repeat(40)}/${one.id}`)).toEqual(UNKNOWN);
      expect(await ask(`url/sha1/${one.sha1}/${other.id}`)).toEqual(UNKNOWN);
      expect(await ask(`url/sha1/${one.sha1}/00000000-0000-4000-a000-000000000000`)).toEqual(UNKNOWN);
      expect(await ask(`sha1/${one.sha1}/${one.id}`)).toEqual(UNKNOWN);
    }
  });
});

describe('what names a URL', () => {
  test('its SHA-1 in either case', async () => {
    const { submitUrl, ask, control } = await startReports();
    const { sha1, id } = await submitUrl();
    control.analyses.finish();
    expect((await ask(`url/sha1/${sha1.toUpperCase()}/${id}`)).status).toBe(200);
  });

  test('base64url without padding, of the URL before it is normalised, too', async () => {
    const { submitUrl, ask, control } = await startReports();
    // its Base64 has a + and a / where base64url has - and _
    const { sha1, base64 } = await submitUrl('http://a.example/?x=~~~&y=???~');
    control.analyses.finish();
    const base64Url = base64.replaceAll('+', '-').replaceAll('/', '_');
    expect(base64Url).toMatch(/-.*_|_.*-/);
    const raw = Buffer.from('A.example?x=~~~&y=???~').toString('base64url');
    for (const key of [base64Url, raw]) {
      expect(await ask(`url/base64/${key}`)).toMatchObject({
        status: 200,
        body: { rl: { report: { sha1 } } },
      });
    }
  });

  test.each([
    ['padded', `url/base64/${Buffer.from('http://a.example/x').toString('base64url')}==`],
    ['padded and escaped', `url/base64/YS5leGFtcGxl%3D`],
    ['of the standard alphabet', 'url/base64/aHR0cDovL2EuZXhhbXBsZS8+'],
    ['of no URL', `url/base64/${Buffer.from('javascript:alert(1)').toString('base64url')}`],
    ['of no UTF-8', 'url/base64/_w'],
    ['a SHA-1 that is none', 'url/sha1/x'],
    ['a SHA-256', `sha1/${'0'.repeat(64)}`],
  ])('%s is 400', async (_, path) => {
    const { ask } = await startReports();
    expect(await ask(path)).toEqual({ status: 400, body: { message: expect.any(String) } });
  });
});

describe('one analysis', () => {
  test('tells its own: platform, id, times without a zone, and what the sandbox held', async () => {
    const { submitUrl, ask, clock } = await startReports();
    const { sha1, id, base64 } = await submitUrl(HREF, 'windows11');
    clock.now += 15 * MINUTE;
    const { status, body } = await ask(`url/sha1/${sha1}/${id}`);
    expect(status).toBe(200);
    expect(body.rl).toMatchObject({ requested_sha1_url: sha1, requested_id: id });
    expect(body.rl.report).toMatchObject({
      url: HREF,
      url_base64: base64,
      sha1,
      platform: 'windows11',
      analysis_id: id,
      analysis_time: '2026-03-01T10:15:00',
      analysis_duration: 900,
      browser: 'Google Chrome 113',
      configuration: expect.stringMatching(/MS Office 2016;.*Google Chrome 113/),
    });
  });

  test('tells what was found', async () => {
    const { submitUrl, ask, control } = await startReports();
    const { sha1, id } = await submitUrl();
    control.analyses.finish(id);
    control.verdicts.set({ report: { classification: 'MALICIOUS', warnings: ['Too slow'] } });
    const { report } = (await ask(`url/sha1/${sha1}/${id}`)).body.rl;
    expect(report).toMatchObject({
      classification: 'MALICIOUS',
      risk_score: 9,
      threat_names: [
        { threat_name: 'Document-HTML.Phishing.Generic' },
        { threat_name: 'Script-JS.Trojan.Redirector' },
      ],
      warnings: ['Too slow'],
      signatures: expect.arrayContaining([
        { description: expect.any(String), risk_factor: expect.any(Number), sig_id: expect.any(Number) },
      ]),
      network: {
        url: expect.arrayContaining([{ url: HREF, source: 'memory' }]),
        http: expect.arrayContaining([expect.objectContaining({ method: 'GET', url: HREF })]),
        dns: expect.arrayContaining([expect.objectContaining({ value: 'a.example' })]),
      },
      snort_alerts: [],
      suricata_alerts: expect.arrayContaining([
        expect.objectContaining({ description: expect.any(String), severity: expect.any(Number) }),
      ]),
      dropped_files: expect.arrayContaining([
        expect.objectContaining({ sha1: expect.any(String), file_name: expect.any(String) }),
      ]),
      behavioral: [],
    });
    const [{ tactics }] = report.mitre_attack.matrix_list;
    expect(tactics.tactic_list).toContainEqual({
      id: 'TA0001',
      name: 'Initial Access',
      techniques: {
        technique_list: [
          { id: 'T1566', name: 'Phishing' },
          { id: 'T1566.002', name: 'Spearphishing Link' },
        ],
      },
    });
  });

  test('"latest" is the newest one that is finished', async () => {
    const { submitUrl, ask, control, clock } = await startReports();
    const first = await submitUrl();
    clock.now += SECOND;
    const [second, third] = [await submitUrl(HREF, 'linux'), await submitUrl()];
    async function latest() {
      return (await ask(`url/sha1/${first.sha1}/latest`)).body.rl.report.analysis_id;
    }
    for (const { id } of [second, first]) {
      control.analyses.finish(id);
      expect(await latest()).toBe(second.id);
    }
    control.analyses.finish(third.id);
    expect(await latest()).toBe(third.id);
  });

  test('whoever started it', async () => {
    const accounts = ['u/demo/analyst', 'u/demo/other'].map((user) => ({ user, password: 'demo' }));
    const { submitUrl, send, control } = await startReports({ accounts });
    const { sha1, id } = await submitUrl();
    control.analyses.finish();
    const headers = { authorization: `Basic ${btoa('u/demo/other:demo')}` };
    expect((await send(`${REPORT}/url/sha1/${sha1}/${id}?format=json`, { headers })).status).toBe(200);
  });
});

describe('merged', () => {
  test('over all that are finished: platforms, first, last, history, and no links', async () => {
    const { submitUrl, ask, control, clock } = await startReports();
    const one = await submitUrl(HREF, 'windows10');
    clock.now += MINUTE;
    const two = await submitUrl(HREF, 'linux');
    const running = await submitUrl(HREF, 'windows7');
    for (const { id } of [one, two]) control.analyses.finish(id);
    control.verdicts.set({ report: { classification: 'NO_THREATS_FOUND', warnings: ['Too slow'] } });
    control.verdicts.set({
      match: { platform: 'linux' },
      report: { classification: 'MALICIOUS', warnings: ['Too long'] },
    });
    const { body } = await ask(`url/base64/${one.base64}`);
    // in a real body this one held the SHA-1
    expect(body.rl.requested_base64_url).toBe(one.sha1);
    expect(body.rl.report).toMatchObject({
      url: HREF,
      sha1: one.sha1,
      classification: 'MALICIOUS',
      risk_score: 9,
      platforms: ['windows10', 'linux'],
      first_analysis: '2026-03-01T10:15:00',
      last_analysis: '2026-03-01T10:16:00',
      history_analysis: [
        {
          analysis_id: one.id,
          analysis_time: '2026-03-01T10:15:00',
          platform: 'windows10',
          classification: 'NO_THREATS_FOUND',
          risk_score: 0,
          warnings: ['Too slow'],
        },
        {
          analysis_id: two.id,
          analysis_time: '2026-03-01T10:16:00',
          platform: 'linux',
          classification: 'MALICIOUS',
          risk_score: 9,
          warnings: ['Too long'],
        },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`X-Amz|${running.id}`));
    for (const key of ['platform', 'analysis_id', 'analysis_time']) {
      expect(body.rl.report).not.toHaveProperty(key);
    }
  });

  test('each finding tells who saw it, those of dropped files as objects', async () => {
    const { submitUrl, ask, control } = await startReports();
    const [one, two] = [await submitUrl(HREF, 'windows10'), await submitUrl(HREF, 'linux')];
    control.analyses.finish();
    control.verdicts.set({ report: { classification: 'KNOWN' } });
    control.verdicts.set({ match: { platform: 'linux' }, report: { classification: 'MALICIOUS' } });
    const { report } = (await ask(`url/sha1/${one.sha1}`)).body.rl;
    expect(report.threat_names).toEqual([
      { threat_name: 'Unknown', analysis_ids: [one.id] },
      { threat_name: 'Document-HTML.Phishing.Generic', analysis_ids: [two.id] },
      { threat_name: 'Script-JS.Trojan.Redirector', analysis_ids: [two.id] },
    ]);
    const tactics = report.mitre_attack.matrix_list[0].tactics.tactic_list;
    const { technique_list } = tactics[0].techniques;
    for (const [first, second] of [report.signatures, report.network.url, technique_list]) {
      expect([first.analysis_ids, second.analysis_ids]).toEqual([[one.id, two.id], [two.id]]);
    }
    const bySecond = { analysis_ids: [two.id] };
    expect(report.suricata_alerts[0]).toMatchObject(bySecond);
    expect(tactics[1].techniques.technique_list[0]).toMatchObject({ id: 'T1566', ...bySecond });
    for (const file of report.dropped_files) {
      expect(file.analysis_ids).toEqual([{ analysis_id: two.id, classification: 'MALICIOUS' }]);
    }
  });
});

describe('files', () => {
  const sha1 = '72e76e5273496e674c20ab5352e56e7253696e47';

  test('are asked for by their hash, with the same endings', async () => {
    const { submit, ask, control } = await startReports();
    const { body } = await read(submit({ sha1: sha1.toUpperCase(), platform: 'windows7' }));
    const id = body.rl.analysis_id;
    expect(await ask(`sha1/${sha1}/${id}`)).toEqual(ANALYZING);
    control.analyses.finish();
    const rl = { requested_hash: sha1, requested_id: id, report: { analysis_id: id, platform: 'windows7' } };
    expect(await ask(`sha1/${sha1}/${id}`)).toMatchObject({ status: 200, body: { rl } });
    expect((await ask(`sha1/${sha1}/latest`)).body.rl.report).toMatchObject({ analysis_id: id });
    expect((await ask(`sha1/${sha1}`)).body.rl.report).toMatchObject({ platforms: ['windows7'] });
    expect(await ask(`url/sha1/${sha1}`)).toEqual(UNKNOWN);
  });

  test('so are those of an archive', async () => {
    const { submit, ask, control } = await startReports();
    const archive = { sha1: 'e662bfd39cf389b0bad5262e6007c09824261ee4', platform: 'windows10' };
    const { body } = await read(submit(archive, { path: SUBMIT_ARCHIVE }));
    control.analyses.finish();
    const [file, , refused] = body.rl.files;
    expect((await ask(`sha1/${file.sha1}/${file.analysis_id}`)).status).toBe(200);
    expect(await ask(`sha1/${refused.sha1}/${refused.analysis_id}`)).toEqual(UNKNOWN);
  });
});

describe('limits and faults', () => {
  test('"Quota is taken for HTTP 200 only", and for reports on their own', async () => {
    const { submitUrl, ask, used, control } = await startReports({ quota: 1 });
    const { sha1, id } = await submitUrl();
    const submitted = { product: 'TCA-0207 Dynamic Analysis', number_of_queries: 1 };
    await ask(`url/sha1/${sha1}/${id}`);
    await ask(`url/sha1/${sha1}/unknown`);
    await ask('url/sha1/x');
    expect(await used()).toEqual([submitted]);
    control.analyses.finish();
    for (const ending of [`/${id}`, '/latest', '']) await ask(`url/sha1/${sha1}${ending}`);
    const reported = { product: 'TCA-0106 Dynamic Analysis Report', number_of_queries: 3 };
    expect(await used()).toEqual([submitted, reported]);
  });

  test('the look-up limit is off, can be set, counts each look-up and no submission', async () => {
    const { submitUrl, ask, clock, control } = await startReports({ limit: 3 });
    const { sha1, id } = await submitUrl();
    for (let i = 0; i < 5; i += 1) expect((await ask(`url/sha1/${sha1}/${id}`)).status).toBe(404);
    clock.now += MINUTE;
    control.settings.set({ lookupLimit: 2 });
    for (let i = 0; i < 2; i += 1) expect((await ask(`url/sha1/${sha1}/${id}`)).status).toBe(404);
    const limited = { status: 429, body: { message: 'Rate limit exceeded' } };
    expect(await ask(`url/sha1/${sha1}/${id}`)).toEqual(limited);
    for (let i = 0; i < 3; i += 1) expect(await submitUrl()).toMatchObject({ sha1 });
    clock.now += MINUTE;
    expect((await ask(`url/sha1/${sha1}/${id}`)).status).toBe(404);
  });

  test('401 and 403 as everywhere', async () => {
    const { submitUrl, ask, send, control } = await startReports();
    const { sha1 } = await submitUrl();
    const headers = { authorization: '' };
    expect((await send(`${REPORT}/url/sha1/${sha1}?format=json`, { headers })).status).toBe(401);
    control.accounts.forbid('u/demo/analyst', ['TCA-0106']);
    expect((await ask(`url/sha1/${sha1}`)).status).toBe(403);
    expect(await submitUrl()).toMatchObject({ sha1 });
  });

  test('is XML by default, which is refused in plain words', async () => {
    const { submitUrl, send } = await startReports();
    const { sha1 } = await submitUrl();
    for (const query of ['', '?format=xml']) {
      const { status, body } = await read(send(`${REPORT}/url/sha1/${sha1}${query}`));
      expect([status, body.message]).toEqual([400, expect.stringMatching(/JSON/i)]);
    }
  });

  test('faults are ordered by the endpoint; the ledger has all of it, and the clock is the emulator’s', async () => {
    const { submitUrl, send, ask, control } = await startReports();
    const { sha1 } = await submitUrl();
    control.analyses.finish();
    const fault = { kind: 'server-error', status: 503 } as const;
    control.faults.order({ fault, match: { endpoint: 'report' } });
    expect(await submitUrl()).toMatchObject({ sha1 });
    expect((await ask(`url/sha1/${sha1}`)).status).toBe(503);
    const path = `${REPORT}/url/sha1/${sha1}?format=json`;
    expect((await send(path)).headers.get('date')).toBe('Sun, 01 Mar 2026 10:15:00 GMT');
    expect(control.ledger.entries().slice(2)).toMatchObject([
      {
        endpoint: 'report',
        method: 'GET',
        path,
        status: 503,
        account: null,
        fault: { kind: 'server-error' },
      },
      { endpoint: 'report', status: 200, account: 'u/demo/analyst', fault: null, analysisIds: [] },
    ]);
  });
});
