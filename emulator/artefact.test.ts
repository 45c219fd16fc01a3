import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { START, startReports } from './test-client.ts';
import { MINUTE, SECOND } from './time.ts';

const LINKS = ['screenshots', 'pcap', 'memory_strings', 'dropped_files_url'] as const;

/** A finished analysis, its links, and a client without an account that follows them to the emulator. */
async function startArtefacts() {
  const emulator = await startReports();
  const { sha1, id } = await emulator.submitUrl();
  emulator.control.analyses.finish();
  async function links(): Promise<Record<(typeof LINKS)[number], string>> {
    return (await emulator.ask(`url/sha1/${sha1}/${id}`)).body.rl.report;
  }
  function follow(link: string, init: RequestInit = {}): Promise<Response> {
    const { pathname, search } = new URL(link);
    return fetch(emulator.address + pathname + search, init);
  }
  function requests() {
    return emulator.control.ledger.entries().filter(({ endpoint }) => endpoint === 'artefact');
  }
  return { ...emulator, sha1, id, links, follow, requests };
}

test('links in the shape of real ones, signed anew with each answer', async () => {
  const { links, clock, sha1, id } = await startArtefacts();
  const first = await links();
  clock.now += SECOND;
  const second = await links();
  const parts = LINKS.map((name) => new URL(first[name]));
  expect(parts.map(({ origin }) => origin)).toEqual(LINKS.map(() => 'https://bucket.reversinglabs.com'));
  expect(parts.map(({ pathname }) => pathname)).toEqual(
    ['screenshots', 'pcap', 'memory_strings', 'dropped'].map(
      (what) => `/rl-cloud-sandbox-${what}-prod/${sha1}_${id}_${what}_windows10.7z`,
    ),
  );
  for (const { searchParams } of parts) {
    expect(Object.fromEntries(searchParams)).toEqual({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': 'EMULATOR/20260301/us-east-1/s3/aws4_request',
      'X-Amz-Date': '20260301T101500Z',
      'X-Amz-Expires': '3600',
      'X-Amz-SignedHeaders': 'host',
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  }
  for (const name of LINKS) expect(second[name]).toContain('X-Amz-Date=20260301T101501Z');
});

test('each leads to an archive, without an account, for an hour of the emulator’s clock', async () => {
  const { links, follow, clock, sha1, id } = await startArtefacts();
  const given = await links();
  for (const at of [START, START + 60 * MINUTE - 999]) {
    clock.now = at;
    for (const name of LINKS) {
      const response = await follow(given[name]);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/octet-stream');
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.subarray(0, 6).toString('latin1')).toBe('7z\xbc\xaf\x27\x1c');
    }
  }
  const { headers } = await follow(given.pcap);
  expect(headers.get('content-disposition')).toBe(`attachment; filename="${sha1}_${id}_pcap_windows10.7z"`);
});

test('afterwards it is 403 in XML, and a link of a new report works', async () => {
  const { links, follow, clock } = await startArtefacts();
  const { pcap } = await links();
  clock.now = START + 60 * MINUTE - 998;
  const response = await follow(pcap);
  expect([response.status, response.headers.get('content-type')]).toEqual([403, 'application/xml']);
  expect(await response.text()).toMatch(
    /^<\?xml .*\n<Error><Code>AccessDenied<\/Code><Message>Request has expired<\/Message>/,
  );
  expect((await follow((await links()).pcap)).status).toBe(200);
});

test.each([
  ['without its query', (link: string) => link.replace(/\?.*/, '')],
  ['without a date', (link: string) => link.replace(/X-Amz-Date=[^&]+&/, '')],
  ['with a date that is none', (link: string) => link.replace(/(X-Amz-Date=)[^&]+/, '$1today')],
  ['without an end', (link: string) => link.replace(/X-Amz-Expires=\d+&/, '')],
])('a link %s is 403', async (_, spoil) => {
  const { links, follow } = await startArtefacts();
  const { pcap } = await links();
  expect(spoil(pcap)).not.toBe(pcap);
  const response = await follow(spoil(pcap));
  expect(response.status).toBe(403);
  expect(await response.text()).toMatch(/<Code>AccessDenied<\/Code><Message>Access Denied</);
});

test('the host that is asked for does not matter', async () => {
  const { links, address, requests } = await startArtefacts();
  const { pathname, search, host } = new URL((await links()).screenshots);
  const status = await new Promise((resolve, reject) => {
    request(address + pathname + search, { headers: { host } }, (response) => {
      void text(response).then(() => resolve(response.statusCode));
    })
      .once('error', reject)
      .end();
  });
  expect([host, status]).toEqual(['bucket.reversinglabs.com', 200]);
  expect(requests()).toHaveLength(1);
});

test('the ledger has each request, and whether an Authorization header came along', async () => {
  const { links, follow, clock, requests, used } = await startArtefacts();
  const { pcap } = await links();
  const usedBefore = await used();
  await follow(pcap);
  await follow(pcap, { headers: { authorization: 'Basic dS9kZW1vL2FuYWx5c3Q6ZGVtbw==' } });
  clock.now += 61 * MINUTE;
  await follow(pcap);
  const path = new URL(pcap).pathname + new URL(pcap).search;
  const entry = { method: 'GET', path, account: null, analysisIds: [] };
  expect(requests()).toMatchObject([
    { ...entry, status: 200, headers: { authorization: false, user: null } },
    { ...entry, status: 200, headers: { authorization: true, user: 'u/demo/analyst' } },
    { ...entry, status: 403, headers: { authorization: false } },
  ]);
  expect(await used()).toEqual(usedBefore);
});

test('faults are ordered by the endpoint', async () => {
  const { links, follow, control } = await startArtefacts();
  const { pcap } = await links();
  control.faults.order({ fault: { kind: 'server-error', status: 503 }, match: { endpoint: 'artefact' } });
  expect((await links()).pcap).toBe(pcap);
  expect([(await follow(pcap)).status, (await follow(pcap)).status]).toEqual([503, 200]);
});

test('half of an archive, where the fault cuts it', async () => {
  const { links, follow, control } = await startArtefacts();
  const { pcap } = await links();
  control.faults.order({ fault: { kind: 'cut', when: 'mid-answer' } });
  const response = await follow(pcap);
  await expect(response.arrayBuffer()).rejects.toThrow();
});

test('it is read only', async () => {
  const { links, follow } = await startArtefacts();
  const response = await follow((await links()).pcap, { method: 'POST' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET']);
});
