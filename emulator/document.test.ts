import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { LIMITS, read, SUBMIT, SUBMIT_ARCHIVE, startEmulator, USAGE, UUID } from './test-client.ts';
import { MINUTE, SECOND } from './time.ts';

const KNOWN = '83c69d2b26a1d1e5218e666316080b458e2e6948';
const URL_TARGET = { url: 'http://www.google.com', platform: 'windows7' };

async function refusal(response: Promise<Response>) {
  const { status, body } = await read(response);
  return { status, message: String(body.message) };
}

describe('Dynamic analysis submission', () => {
  test('"The time to report takes around 15 minutes"', async () => {
    const { submit, control } = await startEmulator({ now: () => 1000 });
    await submit(URL_TARGET);
    expect(control.analyses.list()).toMatchObject([{ startedAt: 1000, finishesAt: 1000 + 15 * MINUTE }]);
  });

  test('"Samples can be simultaneously submitted … to multiple sandbox environments. Each … a unique analysis_id"', async () => {
    const { submit } = await startEmulator();
    const bodies = await Promise.all(
      ['windows11', 'windows10', 'linux'].map((platform) => read(submit({ sha1: KNOWN, platform }))),
    );
    expect(new Set(bodies.map(({ body }) => body.rl.analysis_id)).size).toBe(3);
  });
});

describe('Privacy', () => {
  test('sharing is a matter of the account: no field of a request says so', async () => {
    const { submit } = await startEmulator();
    expect(await refusal(submit({ ...URL_TARGET, private: 'true' }))).toMatchObject({ status: 400 });
  });
});

describe('"This API is rate limited to 3 requests per minute"', () => {
  test('a fourth request within 60 s is answered with 429 "Rate limit exceeded", and starts nothing', async () => {
    let now = 0;
    const { submit, control } = await startEmulator({ limit: 3, now: () => now });
    for (now of [0, 20 * SECOND, 40 * SECOND]) expect((await submit(URL_TARGET)).status).toBe(200);
    now = MINUTE - 1;
    expect(await refusal(submit(URL_TARGET))).toEqual({ status: 429, message: 'Rate limit exceeded' });
    expect(control.analyses.list()).toHaveLength(3);
  });

  test('the window slides: a request is free again 60 s after it came', async () => {
    let now = 0;
    const { submit } = await startEmulator({ limit: 3, now: () => now });
    for (now of [0, 20 * SECOND, 40 * SECOND, MINUTE]) expect((await submit(URL_TARGET)).status).toBe(200);
    now += 1;
    expect((await submit(URL_TARGET)).status).toBe(429);
  });

  test('refused requests count; those that did not sign in do not', async () => {
    const { submit, send } = await startEmulator({ limit: 3, now: () => 0 });
    for (let i = 0; i < 5; i += 1) await send(SUBMIT, { method: 'POST', headers: { authorization: '' } });
    for (let i = 0; i < 3; i += 1) expect((await submit({ platform: 'windows7' })).status).toBe(400);
    expect((await submit(URL_TARGET)).status).toBe(429);
  });

  test('archives are of the same API, the usage is not', async () => {
    const { submit, send } = await startEmulator({ limit: 3, now: () => 0 });
    for (let i = 0; i < 4; i += 1) expect((await send(USAGE)).status).toBe(200);
    for (let i = 0; i < 3; i += 1) await submit({ sha1: KNOWN, platform: 'linux' }, { path: SUBMIT_ARCHIVE });
    expect((await submit(URL_TARGET)).status).toBe(429);
  });

  test('each account has its own three', async () => {
    const accounts = ['u/demo/analyst', 'u/demo/other'].map((user) => ({ user, password: 'demo' }));
    const { submit, send } = await startEmulator({ limit: 1, now: () => 0, accounts });
    expect((await submit(URL_TARGET)).status).toBe(200);
    const headers = { authorization: `Basic ${btoa('u/demo/other:demo')}` };
    const body = JSON.stringify({ rl: URL_TARGET });
    expect((await send(SUBMIT, { method: 'POST', headers, body })).status).toBe(200);
    expect((await send(SUBMIT, { method: 'POST', headers, body })).status).toBe(429);
  });
});

describe('Path parameters', () => {
  test('post_format json is served', async () => {
    const { submit } = await startEmulator();
    expect((await submit(URL_TARGET)).status).toBe(200);
  });

  test('post_format xml, which the service knows, is refused in plain words', async () => {
    const { submit, control } = await startEmulator();
    const path = SUBMIT.replace(/json$/, 'xml');
    expect(await refusal(submit(URL_TARGET, { path }))).toEqual({
      status: 400,
      message: expect.stringContaining('does not speak xml'),
    });
    expect(control.analyses.list()).toEqual([]);
  });

  test('"Supported formats are: xml and json"; nothing else is', async () => {
    const { submit } = await startEmulator();
    const path = SUBMIT.replace(/json$/, 'yaml');
    expect(await refusal(submit(URL_TARGET, { path }))).toMatchObject({ status: 400 });
  });
});

describe('Request body', () => {
  test.each([
    ['sha1', { sha1: KNOWN, url: 'http://a.example/' }],
    ['url', { url: 'http://a.example/', url_base64: 'aHR0cDovL2EuZXhhbXBsZS8' }],
    ['url_base64', { url_base64: 'aHR0cDovL2EuZXhhbXBsZS8', sha1: KNOWN }],
  ])('%s is "mutually exclusive" with the other two', async (_, target) => {
    const { submit, control } = await startEmulator();
    expect(await refusal(submit({ ...target, platform: 'windows7' }))).toEqual({
      status: 400,
      message: expect.stringContaining('mutually exclusive'),
    });
    expect(control.analyses.list()).toEqual([]);
  });

  test('one of sha1, url and url_base64 is required', async () => {
    const { submit } = await startEmulator();
    expect(await refusal(submit({ platform: 'windows7' }))).toMatchObject({ status: 400 });
  });

  test('url_base64: "The value is decoded and normalized", and SHA1 and Base64 of the normalized URL returned', async () => {
    const { submit } = await startEmulator();
    const url_base64 = Buffer.from('google.com').toString('base64');
    const { body } = await read(submit({ url_base64, platform: 'windows10' }));
    expect(body.rl).toMatchObject({
      url: 'http://google.com/',
      sha1: createHash('sha1').update('http://google.com/').digest('hex'),
      url_base64: 'aHR0cDovL2dvb2dsZS5jb20v',
    });
  });

  test.each(['windows11', 'windows10', 'windows7', 'macos11', 'linux'])(
    'platform %s is supported',
    async (platform) => {
      const { submit, control } = await startEmulator();
      expect((await submit({ ...URL_TARGET, platform })).status).toBe(200);
      expect(control.analyses.list()).toMatchObject([{ platform }]);
    },
  );

  test('platform is required, and no other value is supported', async () => {
    const { submit } = await startEmulator();
    expect(await refusal(submit({ url: 'http://www.google.com' }))).toMatchObject({ status: 400 });
    expect(await refusal(submit({ ...URL_TARGET, platform: 'windows95' }))).toMatchObject({ status: 400 });
  });

  test('response_format: "json (default), xml" — json is served, xml refused in plain words, others refused', async () => {
    const { submit } = await startEmulator();
    expect((await submit({ ...URL_TARGET, response_format: 'json' })).status).toBe(200);
    expect(await refusal(submit({ ...URL_TARGET, response_format: 'xml' }))).toEqual({
      status: 400,
      message: expect.stringContaining('does not speak xml'),
    });
    expect(await refusal(submit({ ...URL_TARGET, response_format: 'csv' }))).toMatchObject({ status: 400 });
  });

  test.each(['internet_simulation=true', 'sample_name=Sample'])(
    'optional_parameters: %s is "available only for the SHA1 hash submissions"',
    async (optional_parameters) => {
      const { submit } = await startEmulator();
      expect((await submit({ sha1: KNOWN, platform: 'windows7', optional_parameters })).status).toBe(200);
      expect(await refusal(submit({ ...URL_TARGET, optional_parameters }))).toMatchObject({ status: 400 });
    },
  );

  test.each([
    ['geolocation', ['us', 'uk', 'in', 'br', 'de', 'jp', 'sg', 'it', 'es', 'fr', 'tor'], 'xx'],
    ['locale', ['en-US', 'en-GB', 'pt-BR', 'de-DE', 'ja-JP', 'it-IT', 'es-ES', 'fr-FR'], 'xx-XX'],
    ['internet_simulation', ['true', 'false'], 'maybe'],
  ])('optional_parameters: the supported values of %s, and no others', async (name, values, other) => {
    const { submit } = await startEmulator();
    const file = { sha1: KNOWN, platform: 'windows7' };
    for (const value of values) {
      expect((await submit({ ...file, optional_parameters: `${name}=${value}` })).status).toBe(200);
    }
    expect((await submit({ ...file, optional_parameters: `${name}=${other}` })).status).toBe(400);
  });

  test('optional_parameters: an unknown one is refused', async () => {
    const { submit } = await startEmulator();
    const optional_parameters = 'colour=blue';
    expect((await submit({ sha1: KNOWN, platform: 'windows7', optional_parameters })).status).toBe(400);
  });

  test('the example for file analysis is served, with its optional parameters', async () => {
    const { submit, control } = await startEmulator();
    const response = await submit({
      sha1: '72e76e5273496e674c20ab5352e56e7253696e47',
      platform: 'windows7',
      response_format: 'json',
      optional_parameters: 'internet_simulation=true, sample_name=Sample, geolocation: us, locale: en-US',
    });
    expect(response.status).toBe(200);
    expect(control.analyses.list()[0]?.optionalParameters).toEqual({
      internet_simulation: 'true',
      sample_name: 'Sample',
      geolocation: 'us',
      locale: 'en-US',
    });
  });

  test('the example for URL analysis is served', async () => {
    const { submit } = await startEmulator();
    const response = await submit({
      url: 'http://www.google.com',
      platform: 'windows7',
      response_format: 'json',
    });
    expect(response.status).toBe(200);
  });
});

describe('Response', () => {
  test('file analysis: requested_hash, analysis_id and status, as in the example', async () => {
    const { submit } = await startEmulator();
    const sha1 = '3c3ce51a7ab839c2f412fb06212fcf6a92932252';
    const { status, body } = await read(submit({ sha1, platform: 'windows7' }));
    expect(status).toBe(200);
    expect(body).toEqual({
      rl: { requested_hash: sha1, analysis_id: expect.stringMatching(UUID), status: 'started' },
    });
  });

  test('URL analysis: url, sha1, url_base64 (unpadded), analysis_id and status, as in the example', async () => {
    const { submit } = await startEmulator();
    const { status, headers, body } = await read(submit(URL_TARGET));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/json/);
    expect(body).toEqual({
      rl: {
        url: 'http://www.google.com/',
        status: 'started',
        sha1: expect.stringMatching(/^[0-9a-f]{40}$/),
        url_base64: expect.stringMatching(/^[A-Za-z0-9+/]+$/),
        analysis_id: expect.stringMatching(UUID),
      },
    });
  });
});

describe('Examples', () => {
  test.each([
    ['a hash', { sha1: '83c69d2b26a1d1e5218e666316080b458e2e6948', platform: 'windows7' }],
    ['a URL', { url: 'http://www.google.com', platform: 'windows7' }],
    ['a Base64 encoded URL', { url_base64: 'aHR0cDovL3d3dy5nb29nbGUuY29t', platform: 'windows7' }],
  ])('"Submitting %s for analysis"', async (_, rl) => {
    const { submit } = await startEmulator();
    const { status, body } = await read(submit(rl));
    expect(status).toBe(200);
    expect(body.rl.status).toBe('started');
  });

  test('"Unsupported file type": 406 filetype_not_supported', async () => {
    const { submit } = await startEmulator();
    const sha1 = '4060000000000000000000000000000000000001';
    expect(await refusal(submit({ sha1, platform: 'windows7' }))).toEqual({
      status: 406,
      message: 'filetype_not_supported',
    });
  });

  test('"File exceeds the maximum file size": 406 sample_size_exceeds', async () => {
    const { submit } = await startEmulator();
    const sha1 = '4060000000000000000000000000000000000002';
    expect(await refusal(submit({ sha1, platform: 'windows7' }))).toEqual({
      status: 406,
      message: 'sample_size_exceeds',
    });
  });

  test('"Sample doesn\'t exist in Spectra Intelligence": 404 sample_not_found', async () => {
    const { submit, control } = await startEmulator();
    const sha1 = '0123456789012345678901234567890123456789';
    expect(await refusal(submit({ sha1, platform: 'windows7' }))).toEqual({
      status: 404,
      message: 'sample_not_found',
    });
    expect(control.analyses.list()).toEqual([]);
  });
});

describe('Archive detonation', () => {
  const archive = { sha1: 'e662bfd39cf389b0bad5262e6007c09824261ee4', platform: 'windows10' };

  test('requested_hash, and for each file its sha1, analysis_id and status or error_message', async () => {
    const { submit } = await startEmulator();
    const { status, body } = await read(submit(archive, { path: SUBMIT_ARCHIVE }));
    const file = { sha1: expect.stringMatching(/^[0-9a-f]{40}$/), analysis_id: expect.stringMatching(UUID) };
    expect(status).toBe(200);
    expect(body).toEqual({
      rl: {
        requested_hash: archive.sha1,
        files: [
          { ...file, status: 'started' },
          { ...file, status: 'started' },
          { ...file, error_message: 'sample_size_exceeds' },
          { ...file, error_message: 'filetype_not_supported' },
        ],
      },
    });
  });

  test('"All provided parameters will apply to all files in the archive"', async () => {
    const { submit, control } = await startEmulator();
    await submit({ ...archive, optional_parameters: 'locale=de-DE' }, { path: SUBMIT_ARCHIVE });
    const applied = { platform: 'windows10', optionalParameters: { locale: 'de-DE' } };
    expect(control.analyses.list()).toMatchObject([applied, applied]);
  });

  test('"Only successful submissions of individual files will count against the user\'s quota"', async () => {
    const { submit, send } = await startEmulator();
    await submit(archive, { path: SUBMIT_ARCHIVE });
    const { body } = await read(send(USAGE));
    expect(body.rl.usage_report).toMatchObject([{ number_of_queries: 2 }]);
  });

  test('"In both cases, the user sends a SHA1 hash": a URL is refused', async () => {
    const { submit } = await startEmulator();
    expect(await refusal(submit(URL_TARGET, { path: SUBMIT_ARCHIVE }))).toMatchObject({ status: 400 });
  });

  test('"Too many files in archive": 406 too_many_files_in_archive', async () => {
    const { submit } = await startEmulator();
    const sha1 = '4060000000000000000000000000000000000003';
    const response = submit({ sha1, platform: 'windows7' }, { path: SUBMIT_ARCHIVE });
    expect(await refusal(response)).toEqual({ status: 406, message: 'too_many_files_in_archive' });
  });

  test('"Archive doesn\'t exist": 404 archive_not_found', async () => {
    const { submit } = await startEmulator();
    const sha1 = '0123456789012345678901234567890123456789';
    const response = submit({ sha1, platform: 'windows7' }, { path: SUBMIT_ARCHIVE });
    expect(await refusal(response)).toEqual({ status: 404, message: 'archive_not_found' });
  });
});

describe('TCA-9999', () => {
  const now = Date.UTC(2026, 2, 1, 23, 59);

  test('the daily usage counts the answers with 200, and no others', async () => {
    const { submit, send } = await startEmulator({ now: () => now });
    expect((await read(send(USAGE))).body).toEqual({ rl: { date: '2026-03-01', usage_report: [] } });
    for (let i = 0; i < 2; i += 1) await submit(URL_TARGET);
    await submit({ ...URL_TARGET, platform: 'none' });
    await submit({ sha1: '0123456789012345678901234567890123456789', platform: 'linux' });
    expect((await read(send(USAGE))).body).toEqual({
      rl: {
        date: '2026-03-01',
        usage_report: [{ product: 'TCA-0207 Dynamic Analysis', number_of_queries: 2 }],
      },
    });
  });

  test('the limits list the daily quota, and say when it is exceeded', async () => {
    const { submit, send } = await startEmulator({ now: () => now, quota: 1 });
    const limit = {
      limit: 1,
      limit_type: 'daily',
      products: ['TCA-0207 Dynamic Analysis'],
      users: ['u/demo/analyst'],
    };
    expect((await read(send(LIMITS))).body).toEqual({
      rl: { limits: [{ ...limit, limit_exceeded: false }] },
    });
    await submit(URL_TARGET);
    expect((await read(send(LIMITS))).body).toEqual({ rl: { limits: [{ ...limit, limit_exceeded: true }] } });
  });

  test('without a quota there are no limits', async () => {
    const { send } = await startEmulator();
    expect((await read(send(LIMITS))).body).toEqual({ rl: { limits: [] } });
  });

  test('a used-up quota is a 429 in other words than the rate limit, until 00:00 UTC', async () => {
    let time = now;
    const { submit } = await startEmulator({ now: () => time, quota: 1 });
    expect((await submit(URL_TARGET)).status).toBe(200);
    const { status, message } = await refusal(submit(URL_TARGET));
    expect(status).toBe(429);
    expect(message).toMatch(/quota is exceeded/i);
    expect(message).not.toMatch(/rate limit/i);
    time = Date.UTC(2026, 2, 2);
    expect((await submit(URL_TARGET)).status).toBe(200);
  });

  test.each([USAGE, LIMITS])('%s is XML by default, which is refused in plain words', async (path) => {
    const { send } = await startEmulator();
    const [bare = ''] = path.split('?');
    const message = expect.stringMatching(/JSON/i);
    expect(await refusal(send(bare))).toEqual({ status: 400, message });
    expect(await refusal(send(`${bare}?format=xml`))).toEqual({ status: 400, message });
  });
});
