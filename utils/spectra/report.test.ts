import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BRIEF } from './brief.ts';
import { parseReport, reportPath } from './report.ts';
import { textOf } from './report-values.ts';
import { hasRun } from './report-warnings.ts';

const bodyOf = (report: object) => JSON.stringify({ rl: { report } });
const briefOf = (report: object) => parseReport(bodyOf(report))?.brief;

describe('a report in brief', () => {
  it('holds what an analyst asks for', () => {
    const report = parseReport(
      bodyOf({
        classification: 'MALICIOUS',
        risk_score: 9,
        platform: 'windows11',
        browser: 'Google Chrome 113',
        configuration: 'Java 8;Python 3.9',
        analysis_time: '2026-03-01T10:15:00',
        analysis_duration: 198,
        threat_names: [{ threat_name: 'Unknown' }, { threat_name: 'Document-HTML.Phishing.Generic' }],
        signatures: [
          { description: 'Uses HTTPS', risk_factor: 5 },
          { description: 'Phishing site', risk_factor: 10 },
          { description: 'Uses HTTPS', risk_factor: 5 },
        ],
        mitre_attack: {
          matrix_list: [
            {
              tactics: {
                tactic_list: [
                  {
                    name: 'Initial Access',
                    techniques: { technique_list: [{ id: 'T1566', name: 'Phishing' }] },
                  },
                  { name: 'Execution', techniques: { technique_list: [] } },
                ],
              },
            },
          ],
        },
        network: {
          url: [{ url: 'http://phish.example/login' }],
          http: [
            {
              destination_ip: '192.0.2.10',
              destination_port: 443,
              url: 'http://phish.example/next',
            },
          ],
          tcp: [{ destination_ip: '192.0.2.10', destination_port: 80 }],
          udp: [{ destination_ip: '192.0.2.53', destination_port: '53' }],
          dns: [{ value: 'phish.example', address: '192.0.2.10' }, { value: 'PHISH.example' }],
        },
        suricata_alerts: [{ alert: { signature: 'ET PHISHING' } }, 'Plain text'],
        dropped_files: [
          { file_name: 'a.txt', sha1: 'a'.repeat(40), classification: 'NO_THREATS_FOUND' },
          { file_name: 'b.exe', sha256: 'b'.repeat(64), classification: 'MALICIOUS', sample_size: 12 },
        ],
        warnings: ['Max analysis timeout: 200s exceeded, the analysis took too long'],
        pcap: 'https://bucket.example/p?X-Amz-Signature=1',
        screenshots: 'javascript:alert(1)',
        memory_strings: 7,
      }),
    );
    expect(report?.links).toEqual({ pcap: 'https://bucket.example/p?X-Amz-Signature=1' });
    expect(report?.brief).toEqual({
      classification: 'MALICIOUS',
      riskScore: 9,
      platform: 'windows11',
      browser: 'Google Chrome 113',
      configuration: 'Java 8;Python 3.9',
      analysedAt: Date.UTC(2026, 2, 1, 10, 15),
      duration: 198,
      hasRun: true,
      threats: ['Document-HTML.Phishing.Generic'],
      signatures: [
        { text: 'Phishing site', risk: 10 },
        { text: 'Uses HTTPS', risk: 5 },
      ],
      techniques: [{ tactic: 'Initial Access', id: 'T1566', name: 'Phishing' }],
      urls: ['http://phish.example/login', 'http://phish.example/next'],
      domains: ['phish.example'],
      addresses: [
        { ip: '192.0.2.10', ports: [80, 443] },
        { ip: '192.0.2.53', ports: [53] },
      ],
      alerts: ['ET PHISHING', 'Plain text'],
      files: [
        { name: 'b.exe', hash: 'b'.repeat(64), classification: 'MALICIOUS', size: 12 },
        { name: 'a.txt', hash: 'a'.repeat(40), classification: 'NO_THREATS_FOUND' },
      ],
      warnings: ['Max analysis timeout: 200s exceeded, the analysis took too long'],
      totals: {
        threats: 1,
        signatures: 2,
        riskySignatures: 1,
        techniques: 1,
        urls: 2,
        domains: 1,
        addresses: 2,
        alerts: 2,
        files: 2,
        maliciousFiles: 1,
        warnings: 1,
      },
    });
  });

  it.each([
    {},
    { classification: null, signatures: {}, network: [], mitre_attack: 'x', dropped_files: [null] },
  ])('is there, though empty, for %j', (report) => {
    expect(briefOf(report)).toMatchObject({ classification: '', signatures: [], hasRun: true });
  });

  it.each(['', 'null', '[]', '{}', '{"rl":{}}', '{"rl":{"report":null}}', '{"rl":{"report":[]}}', '<html>'])(
    'is not to be had from %s',
    (body) => {
      expect(parseReport(body)).toBeUndefined();
    },
  );

  it('takes from the only analysis of a merged report what the report leaves out', () => {
    const only = { classification: 'SUSPICIOUS', risk_score: 6, platform: 'linux', warnings: ['W'] };
    const brief = briefOf({ risk_score: 7, history_analysis: [only] });
    expect(brief).toMatchObject({ classification: 'SUSPICIOUS', riskScore: 7, platform: 'linux' });
    expect(briefOf({ history_analysis: [only, only] })).toMatchObject({ classification: '' });
    const odd = { classification: '', platform: {}, history_analysis: [only] };
    expect(briefOf(odd)).toMatchObject({ classification: 'SUSPICIOUS', platform: 'linux' });
  });

  it('keeps a score of the old scale, and no score that is none', () => {
    expect(briefOf({ risk_score: 96 })?.riskScore).toBe(96);
    expect(briefOf({ risk_score: '8' })?.riskScore).toBe(8);
    expect(briefOf({ risk_score: 'high' })).not.toHaveProperty('riskScore');
  });

  it('never takes more than its bytes, and says how many there were', () => {
    const texts = fc.array(fc.oneof(fc.string({ maxLength: 600, unit: 'binary' }), fc.string()), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(texts, texts, (some, others) => {
        const report = {
          classification: 'MALICIOUS',
          signatures: some.map((description) => ({ description, risk_factor: 3 })),
          network: { url: others.map((url) => ({ url })), dns: some.map((value) => ({ value })) },
          dropped_files: others.map((file_name) => ({ file_name, sha1: 'c'.repeat(40) })),
          warnings: some,
        };
        const brief = briefOf(report);
        expect(new TextEncoder().encode(JSON.stringify(brief)).length).toBeLessThanOrEqual(MAX_BRIEF);
        expect(brief?.classification).toBe('MALICIOUS');
        expect(brief?.totals.urls).toBeGreaterThanOrEqual(brief?.urls.length ?? 0);
      }),
    );
  });

  it('is made of whatever JSON without a throw', () => {
    fc.assert(
      fc.property(fc.json(), (report) => {
        expect(() => parseReport(`{"rl":{"report":${report}}}`)).not.toThrow();
      }),
    );
  });
});

describe('text from outside', () => {
  it.each([
    ['a\u0000b\nc\td', 'a b c d'],
    ['  many   spaces ', 'many spaces'],
    ['gpj\u202eexe.txt', 'gpjexe.txt'],
    ['\ud800x', '\ufffdx'],
    [7, ''],
    [null, ''],
  ])('%j is shown as %j', (value, shown) => {
    expect(textOf(value)).toBe(shown);
  });

  it('is cut, but not within a character', () => {
    expect(textOf('😀'.repeat(9), 8)).toBe('😀😀😀…');
    expect(textOf('abcdef', 6)).toBe('abcdef');
    expect(textOf('abcdefg', 6)).toBe('abcde…');
  });
});

describe('an analysis', () => {
  it.each([
    'The URL could not be opened, the analysis did not run',
    'Analysis was not started',
    'Sample was not executed',
    'Unable to open the URL',
    'failed to launch browser',
    'Target is unreachable',
    'The target host was offline',
    'Analysis failed',
    'Could not resolve host',
  ])('did not run: %s', (warning) => {
    expect(hasRun([warning])).toBe(false);
  });

  it.each([
    'Not all processes where analyzed, report is missing behavior information',
    'Exclude process from analysis (whitelisted): MpCmdRun.exe, conhost.exe',
    'Max analysis timeout: 200s exceeded, the analysis took too long',
    'Report creation exceeded maximum time and may have missing disassembly code information.',
    'Report size getting too big, too many NtCreateFile calls found.',
    'Excluded domains from analysis (whitelisted): ctldl.windowsupdate.com',
    'Dropped sample was not analyzed',
    'Network analysis was not started',
  ])('ran: %s', (warning) => {
    expect(hasRun([warning])).toBe(true);
  });
});

describe('the address of a report', () => {
  const analysisId = 'id/1';
  it('names the SHA-1 that the service told', () => {
    expect(reportPath({ sha1: 'ab'.repeat(20), url: '', analysisId }, 'http://a.test/')).toBe(
      `/api/dynamic/analysis/report/v1/query/url/sha1/${'ab'.repeat(20)}/id%2F1?format=json`,
    );
  });

  it('names the URL where the service told none', () => {
    expect(reportPath({ sha1: '', url: '', analysisId }, 'http://a.test/')).toBe(
      '/api/dynamic/analysis/report/v1/query/url/base64/aHR0cDovL2EudGVzdC8/id%2F1?format=json',
    );
  });
});
