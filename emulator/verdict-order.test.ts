import { expect, test } from 'vitest';
import { REPORT, startReports } from './test-client.ts';

const HREF = 'http://a.example/';

test('a verdict for one URL on one platform, until reset()', async () => {
  const { submitUrl, ask, control } = await startReports();
  async function report(href: string, platform: string) {
    const { sha1, id } = await submitUrl(href, platform);
    control.analyses.finish();
    return (await ask(`url/sha1/${sha1}/${id}`)).body.rl.report;
  }
  const before = await report(HREF, 'linux');
  const ordered = { classification: 'KNOWN', riskScore: 96, threatNames: ['A', 'B'] } as const;
  control.verdicts.set({ match: { href: HREF, platform: 'linux' }, report: ordered });
  const told = { classification: 'KNOWN', risk_score: 96 };
  expect(await report(HREF, 'linux')).toMatchObject({
    ...told,
    threat_names: [{ threat_name: 'A' }, { threat_name: 'B' }],
  });
  expect(await report(HREF, 'windows7')).not.toMatchObject(told);
  expect(await report('http://b.example/', 'linux')).not.toMatchObject(told);
  control.reset();
  expect(await report(HREF, 'linux')).toEqual(before);
});

test('texts from outside, in place of those that the sandbox would tell', async () => {
  const { submitUrl, ask, control } = await startReports();
  const { sha1, id } = await submitUrl('http://malicious.test/');
  control.analyses.finish();
  const [signatures, urls] = [
    ['<img src=x>', ''],
    ['javascript:alert(1)', 'no URL'],
  ];
  control.verdicts.set({ report: { signatures, urls } });
  const specific = (await ask(`url/sha1/${sha1}/${id}`)).body.rl.report;
  expect(specific.signatures).toEqual([
    { description: '<img src=x>', risk_factor: 10, sig_id: 9000 },
    { description: '', risk_factor: 10, sig_id: 9001 },
  ]);
  expect(specific.network.url).toEqual(urls.map((url) => ({ url, source: 'memory' })));
  expect(specific.network.dns.length).toBeGreaterThan(1);
  const { report: merged } = (await ask(`url/sha1/${sha1}`)).body.rl;
  expect(merged.signatures).toMatchObject(signatures.map((description) => ({ description })));
  expect(merged.network.url).toMatchObject(urls.map((url) => ({ url })));
});

test.each(['windows10', 'macos11', 'linux'])('a size, as of real reports, on %s', async (platform) => {
  const { submitUrl, send, control } = await startReports();
  const { sha1, id } = await submitUrl(HREF, platform);
  control.analyses.finish();
  control.verdicts.set({ report: { size: 1_300_000 } });
  for (const ending of [`/${id}`, '/latest', '']) {
    const bytes = await (await send(`${REPORT}/url/sha1/${sha1}${ending}?format=json`)).arrayBuffer();
    expect(Math.abs(bytes.byteLength - 1_300_000)).toBeLessThan(13_000);
  }
});

test.each([{ classification: 7 }, {}, [], 'odd', null])('%j in place of the report', async (body) => {
  const { submitUrl, ask, control } = await startReports();
  const { sha1, id } = await submitUrl();
  control.analyses.finish();
  control.verdicts.set({ match: { href: HREF }, report: { body } });
  for (const ending of [`/${id}`, '/latest', '']) {
    const answer = await ask(`url/sha1/${sha1}${ending}`);
    expect([answer.status, answer.body.rl.report]).toEqual([200, body]);
  }
});
