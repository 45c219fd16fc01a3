import { describe, expect, it } from 'vitest';
import { attack, briefOf } from './report-testing.ts';

describe('the lists of a brief', () => {
  it('name each threat once, and none that has no name', () => {
    const threat_names = [
      { threat_name: 'Unknown' },
      { threat_name: 'A' },
      'B',
      { threat_name: 'A', analysis_ids: ['1'] },
      { threat_name: 'B', analysis_ids: [{ analysis_id: '1' }] },
      'UNKNOWN',
      { threat_name: 7 },
      null,
    ];
    expect(briefOf({ threat_names })).toMatchObject({ threats: ['A', 'B'], totals: { threats: 2 } });
  });

  it('hold the riskiest signatures first, else in their order, without repeats', () => {
    const signatures = [
      { description: 'five', risk_factor: 5 },
      { description: 'none' },
      { description: 'seven', risk_factor: '7' },
      { description: 'five too', risk_factor: 5 },
      { description: 'five', risk_factor: 5 },
      { description: 'five', risk_factor: 8 },
      { description: '', risk_factor: 10 },
      { risk_factor: 10 },
      'a text',
    ];
    const brief = briefOf({ signatures });
    expect(brief.signatures).toEqual([
      { text: 'five', risk: 8 },
      { text: 'seven', risk: 7 },
      { text: 'five', risk: 5 },
      { text: 'five too', risk: 5 },
      { text: 'none' },
      { text: 'a text' },
    ]);
    expect(brief.totals).toMatchObject({ signatures: 6, riskySignatures: 2 });
  });

  it('hold techniques in the order of the report, once a tactic', () => {
    const mitre_attack = attack({
      Discovery: [
        { id: 'T1', name: 'One' },
        { id: 'T2' },
        { id: 'T1', name: 'Uno' },
        {},
        { name: 'Nameless' },
      ],
      Impact: [{ id: 'T1', name: 'One' }],
    });
    const odd = [
      null,
      'Impact',
      { tactics: null },
      { tactics: { tactic_list: [null, 7, { name: 'Empty' }] } },
    ];
    const matrix_list = [...odd, ...mitre_attack.matrix_list, ...mitre_attack.matrix_list];
    expect(briefOf({ mitre_attack: { matrix_list } }).techniques).toEqual([
      { tactic: 'Discovery', id: 'T1', name: 'One' },
      { tactic: 'Discovery', id: 'T2', name: '' },
      { tactic: 'Discovery', id: '', name: 'Nameless' },
      { tactic: 'Impact', id: 'T1', name: 'One' },
    ]);
  });

  it('hold each URL and each name once', () => {
    const network = {
      http: [{ url: 'http://a.test/' }, { url: 7 }],
      url: [{ url: 'http://b.test/' }, { url: 'http://a.test/' }, 'http://c.test/', null],
      dns: [{ value: 'A.test' }, { value: 'a.TEST' }, { value: '' }, { address: '192.0.2.1' }, 'b.test'],
    };
    expect(briefOf({ network })).toMatchObject({
      urls: ['http://a.test/', 'http://b.test/', 'http://c.test/'],
      domains: ['A.test', 'b.test'],
      totals: { urls: 3, domains: 2, addresses: 1 },
    });
  });

  it('hold each address once, with its ports', () => {
    const to = (destination_ip: unknown, destination_port?: unknown) => ({
      destination_ip,
      destination_port,
    });
    const network = {
      tcp: [to('192.0.2.1', 8080), to('192.0.2.1', '80'), to('192.0.2.2'), to('192.0.2.1', 80)],
      udp: [to('2001:db8::1', 53), to('::1', 1.5), to('192.0.2.3', 65_536), to('192.0.2.3', 0)],
      http: [to('192.0.2.1', 443), to('none', 80), to(7, 80), to('deadbeef', 80), to('12:30', 80)],
      dns: [{ address: 'none' }, { address: '192.0.2.4' }, { address: '192.0.2.1' }],
    };
    const brief = briefOf({ network });
    expect(brief.addresses).toEqual([
      { ip: '192.0.2.1', ports: [80, 443, 8080] },
      { ip: '192.0.2.2', ports: [] },
      { ip: '2001:db8::1', ports: [53] },
      { ip: '::1', ports: [] },
      { ip: '192.0.2.3', ports: [] },
      { ip: '192.0.2.4', ports: [] },
    ]);
    expect(brief.totals.addresses).toBe(6);
  });

  it('hold of many ports the lowest ten', () => {
    const tcp = Array.from({ length: 30 }, (_, index) => ({
      destination_ip: '192.0.2.1',
      destination_port: 130 - (index % 15),
    }));
    const ports = [116, 117, 118, 119, 120, 121, 122, 123, 124, 125];
    expect(briefOf({ network: { tcp } }).addresses).toEqual([{ ip: '192.0.2.1', ports }]);
  });

  it.each([
    ['a text', 'a text'],
    [{ description: 'A', message: 'B' }, 'A'],
    [{ message: 'A', msg: 'B' }, 'A'],
    [{ msg: 'A', signature: 'B' }, 'A'],
    [{ signature: 'A', alert: 'B' }, 'A'],
    [{ name: 'B', alert: { signature: 'A', category: 'C' } }, 'A'],
    [{ alert: {}, name: 'A', rule: 'B' }, 'A'],
    [{ rule: 'A', sid: 7 }, 'A'],
    [{ description: '', rule: { msg: 'A' } }, 'A'],
    [{ alert: { signature: { name: 'too deep' } } }, undefined],
    [{ sid: 7 }, undefined],
    [7, undefined],
  ])('tell of the alert %j: %j', (alert, text) => {
    expect(briefOf({ suricata_alerts: [alert], snort_alerts: [alert] }).alerts).toEqual(text ? [text] : []);
  });

  it('hold malicious files first, then suspicious ones, with the best hash', () => {
    const [sha1, sha256, md5] = ['a'.repeat(40), 'B'.repeat(64), 'c'.repeat(32)];
    const dropped_files = [
      { file_name: 'clean', sha1, sha256, md5, classification: 'NO_THREATS_FOUND' },
      { file_name: 'odd', sha1: 'no hash', sha256, md5, sample_size: '12' },
      { file_name: 'suspicious', sha1: 'a'.repeat(39), md5, classification: 'suspicious' },
      { file_name: 'bad', sha1: null, classification: 'Malicious', sample_type: 'PE/Exe', sample_size: 7 },
      { file_name: 'clean', sha1, classification: 'NO_THREATS_FOUND' },
      { classification: 'MALICIOUS', file_name: {} },
      {},
      'text',
    ];
    const brief = briefOf({ dropped_files });
    expect(brief.files).toEqual([
      { name: 'bad', hash: '', classification: 'Malicious', type: 'PE/Exe', size: 7 },
      { name: '', hash: '', classification: 'MALICIOUS' },
      { name: 'suspicious', hash: md5, classification: 'suspicious' },
      { name: 'clean', hash: sha1, classification: 'NO_THREATS_FOUND' },
      { name: 'odd', hash: sha256, classification: '', size: 12 },
    ]);
    expect(brief.totals).toMatchObject({ files: 5, maliciousFiles: 2 });
  });

  it('hold the warnings that are texts', () => {
    expect(briefOf({ warnings: ['A', 7, '', null, 'B'] }).warnings).toEqual(['A', 'B']);
    expect(briefOf({ warnings: 'A' }).warnings).toEqual(['A']);
    expect(briefOf({ warnings: { A: 'B' } }).warnings).toEqual([]);
  });
});
