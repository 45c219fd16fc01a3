import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport, reportPath } from './report.ts';
import { attack, briefOf, parse } from './report-testing.ts';

describe('a report in brief', () => {
  it('holds what an analyst asks for', () => {
    const report = parse({
      classification: 'MALICIOUS',
      risk_score: 9,
      platform: 'windows11',
      browser: 'Google Chrome 113',
      configuration: 'Java 8;Python 3.9',
      analysis_time: '2026-03-01T10:15:00',
      analysis_duration: 198,
      threat_names: [{ threat_name: 'Document-HTML.Phishing.Generic' }],
      signatures: [
        { description: 'Uses HTTPS', risk_factor: 5, sig_id: 1 },
        { description: 'Phishing site', risk_factor: 10, sig_id: 2 },
      ],
      mitre_attack: attack({ 'Initial Access': [{ id: 'T1566', name: 'Phishing' }], Execution: [] }),
      network: {
        url: [{ url: 'http://phish.example/login', source: 'memory' }],
        http: [{ destination_ip: '192.0.2.10', destination_port: 443, url: 'http://phish.example/next' }],
        tcp: [{ destination_ip: '192.0.2.10', destination_port: 80 }],
        udp: [{ destination_ip: '192.0.2.53', destination_port: 53 }],
        dns: [{ value: 'phish.example', address: '192.0.2.10' }],
      },
      suricata_alerts: [{ alert: { signature: 'ET PHISHING' } }],
      dropped_files: [
        {
          file_name: 'a.exe',
          sha1: 'a'.repeat(40),
          classification: 'MALICIOUS',
          sample_type: 'PE/Exe',
          sample_size: 12,
        },
      ],
      warnings: ['Max analysis timeout: 200s exceeded, the analysis took too long'],
      behavioral: [{ process: { name: 'a.exe' } }],
    });
    expect(report).toEqual({
      links: {},
      brief: {
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
        urls: ['http://phish.example/next', 'http://phish.example/login'],
        domains: ['phish.example'],
        addresses: [
          { ip: '192.0.2.10', ports: [80, 443] },
          { ip: '192.0.2.53', ports: [53] },
        ],
        alerts: ['ET PHISHING'],
        files: [
          {
            name: 'a.exe',
            hash: 'a'.repeat(40),
            classification: 'MALICIOUS',
            type: 'PE/Exe',
            size: 12,
          },
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
          alerts: 1,
          files: 1,
          maliciousFiles: 1,
          warnings: 1,
        },
      },
    });
  });

  it.each(['', ' ', 'null', '7', '[]', '{}', '{"rl":{}}', '{"rl":{"report":null}}', '{"rl":{"report":[]}}'])(
    'is not to be had from %j',
    (body) => {
      expect(parseReport(body)).toBeUndefined();
    },
  );

  it.each(['<html>', '{"rl":{"report":{}', '{"status":"analyzing"}', '{"rl":[{"report":{}}]}'])(
    'nor from %s',
    (body) => {
      expect(parseReport(body)).toBeUndefined();
    },
  );

  const FIELDS = [
    'classification risk_score platform browser configuration analysis_time analysis_duration',
    'threat_names signatures mitre_attack network snort_alerts suricata_alerts dropped_files warnings',
    'history_analysis screenshots pcap memory_strings dropped_files_url',
  ].flatMap((names) => names.split(' '));
  const deep = JSON.parse(`${'[{"a":'.repeat(2000)}1${'}]'.repeat(2000)}`);

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['true', true],
    ['an empty list', []],
    ['an empty object', {}],
    ['a list of null', [null, null]],
    ['a list of lists', [[[]], [{}]]],
    ['what is nested deep', deep],
  ])('is there, though empty, where every field is %s', (_, value) => {
    const { brief, links } = parse(Object.fromEntries(FIELDS.map((name) => [name, value])));
    expect(links).toEqual({});
    expect(brief).toEqual(briefOf({}));
    expect(brief).toMatchObject({ classification: '', hasRun: true, totals: { signatures: 0, files: 0 } });
  });

  it('does not lose the verdict to whatever else is in the report', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELDS.slice(1)), fc.jsonValue(), fc.json(), (name, value, json) => {
        const body = `{"rl":{"odd":${json},"report":{"classification":"SUSPICIOUS","${name}":${JSON.stringify(value)}}}}`;
        expect(parseReport(body)?.brief.classification).toBe('SUSPICIOUS');
      }),
    );
  });

  it('is made of whatever text, and of whatever JSON, without a throw', () => {
    fc.assert(
      fc.property(fc.string(), fc.json(), (text, json) => {
        for (const body of [text, json, `{"rl":${json}}`, `{"rl":{"report":${json}}}`]) {
          expect(() => parseReport(body)).not.toThrow();
        }
      }),
    );
  });
});

describe('the links', () => {
  const report = {
    screenshots: 'https://bucket.example/s.7z?X-Amz-Signature=1',
    pcap: 'HTTPS://bucket.example/p.7z',
    memory_strings: 'https://bucket.example/m.7z',
    dropped_files_url: 'https://bucket.example/d.7z',
  };

  it('are as they came', () => {
    expect(parse({ ...report, sample: 'https://bucket.example/x' }).links).toEqual(report);
  });

  it.each(['http://a.test/', 'javascript:alert(1)', '//a.test/', '/s.7z', 'https://', '', 7, null, {}])(
    'are left out where one is %j',
    (pcap) => {
      const { pcap: _, ...others } = report;
      expect(parse({ ...report, pcap }).links).toEqual(others);
    },
  );
});

describe('the address of a report', () => {
  const analysisId = 'id/1?';
  const sha1 = 'Ab'.repeat(20);

  it('names the SHA-1 that the service told', () => {
    expect(reportPath({ sha1, url: '', analysisId }, 'http://a.test/')).toBe(
      `/api/dynamic/analysis/report/v1/query/url/sha1/${sha1}/id%2F1%3F?format=json`,
    );
  });

  it('is one for any id', () => {
    expect(reportPath({ sha1, url: '', analysisId: '\ud800' }, '')).toContain('/%EF%BF%BD?');
  });

  it.each(['', `${sha1}0`, `g${sha1.slice(1)}`, `${sha1}\n`, '../../x'])(
    'names the URL where the service told none, but %j',
    (odd) => {
      expect(reportPath({ sha1: odd, url: '', analysisId }, 'http://a.test/?q=ÿ~>')).toBe(
        '/api/dynamic/analysis/report/v1/query/url/base64/aHR0cDovL2EudGVzdC8_cT3Dv34-/id%2F1%3F?format=json',
      );
    },
  );
});
