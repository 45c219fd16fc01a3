import { describe, expect, test } from 'vitest';
import { normaliseUrl } from './normalised-url.ts';
import { observe } from './observations.ts';
import { PLATFORMS, type Platform } from './platforms.ts';
import { type Classification, classify } from './verdict.ts';

const HARMFUL = ['MALICIOUS', 'SUSPICIOUS'] as const;
const RESERVED_HOST = /(\.|^)(test|example)$/;
const RESERVED_ADDRESS = /^(192\.0\.2|198\.51\.100|203\.0\.113)\.([1-9]\d?|1\d\d|2[0-4]\d|25[0-4])$/;

function pageAt(href: string, platform: Platform) {
  return { target: { kind: 'url', ...normaliseUrl(href) }, platform } as const;
}

/** The observations as a client gets them. */
function observed(href: string, platform: Platform, classification?: Classification) {
  const analysed = pageAt(href, platform);
  return JSON.parse(JSON.stringify(observe(analysed, classification ?? classify(analysed))));
}

function column(rows: Record<string, unknown>[], name: string): unknown[] {
  return rows.flatMap((row) => row[name] ?? []);
}

describe.each(HARMFUL)('%s', (classification) => {
  const cases = ['http://a.example/', 'https://b.test:8443/x', 'http://c.example/'].flatMap((href) =>
    PLATFORMS.map((platform) => observed(href, platform, classification)),
  );

  test('8 to 12 signatures of mixed risk, several of 7 and more, none twice', () => {
    for (const { signatures } of cases) {
      const risks = column(signatures, 'risk_factor').map(Number);
      expect(risks.length).toBeGreaterThanOrEqual(8);
      expect(risks.length).toBeLessThanOrEqual(12);
      expect(risks.filter((risk) => risk >= 7).length).toBeGreaterThanOrEqual(2);
      expect(risks.filter((risk) => risk < 7).length).toBeGreaterThanOrEqual(2);
      expect(new Set(column(signatures, 'sig_id')).size).toBe(risks.length);
    }
  });

  test('techniques of four tactics, some of them sub-techniques', () => {
    for (const { techniques } of cases) {
      expect(new Set(techniques.map(({ tactic }: { tactic: { id: string } }) => tactic.id)).size).toBe(4);
      expect(column(techniques, 'id')).toEqual(expect.arrayContaining(['T1566', 'T1566.002', 'T1071.001']));
    }
  });

  test('several domains and addresses, one of them with several ports, and where the target leads', () => {
    for (const { network } of cases) {
      const addresses = column(network.tcp, 'destination_ip');
      const hosts = new Set(column(network.dns, 'value'));
      expect(hosts.size).toBeGreaterThanOrEqual(4);
      expect(new Set(addresses).size).toBeGreaterThanOrEqual(4);
      expect(addresses.filter((address) => address === addresses.at(-1))).toHaveLength(3);
      expect(network.http.length).toBeGreaterThanOrEqual(4);
      expect(column(network.http, 'url')).toEqual(column(network.url, 'url'));
      for (const url of column(network.url, 'url')) expect(hosts).toContain(new URL(String(url)).hostname);
    }
  });

  test('names and addresses that lead nowhere', () => {
    for (const { network } of cases) {
      for (const host of column(network.dns, 'value')) expect(host).toMatch(RESERVED_HOST);
      const { tcp, udp, http } = network;
      const addresses = [
        ...column(network.dns, 'address'),
        ...column([...tcp, ...udp, ...http], 'destination_ip'),
      ];
      for (const address of addresses.filter((text) => text !== 'none')) {
        expect(address).toMatch(RESERVED_ADDRESS);
      }
    }
  });

  test('alerts with a description and a severity', () => {
    for (const { alerts } of cases) {
      expect(alerts.length).toBeGreaterThanOrEqual(2);
      for (const alert of alerts) {
        expect(alert).toMatchObject({ description: expect.any(String), severity: expect.any(Number) });
      }
    }
  });

  test('two or three dropped files with three hashes each, a harmless one among them', () => {
    for (const { droppedFiles } of cases) {
      expect([2, 3]).toContain(droppedFiles.length);
      expect(new Set(column(droppedFiles, 'classification'))).toEqual(
        new Set([classification, 'NO_THREATS_FOUND']),
      );
      for (const file of droppedFiles) {
        expect(file).toMatchObject({
          sha1: expect.stringMatching(/^[0-9a-f]{40}$/),
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          md5: expect.stringMatching(/^[0-9a-f]{32}$/),
        });
      }
    }
  });

  test('it follows from target and platform, and differs between them in part', () => {
    const [one, other] = [
      observed('http://a.example/', 'windows10', classification),
      observed('http://a.example/', 'linux', classification),
    ];
    expect(observed('http://a.example/', 'windows10', classification)).toEqual(one);
    const shared = column(one.network.dns, 'value').filter((host) =>
      column(other.network.dns, 'value').includes(host),
    );
    expect(shared.length).toBeGreaterThanOrEqual(2);
    expect(other.network.dns.length).toBeGreaterThan(shared.length);
    for (const part of ['signatures', 'droppedFiles']) expect(one[part]).not.toEqual(other[part]);
    const next = observed('http://b.example/', 'windows10', classification);
    expect(column(next.network.dns, 'value')).not.toEqual(column(one.network.dns, 'value'));
  });
});

test.each(['UNKNOWN', 'NO_THREATS_FOUND', 'KNOWN'] as const)('little of what is %s', (classification) => {
  const { signatures, techniques, network, alerts, droppedFiles } = observed(
    'http://a.example/',
    'windows10',
    classification,
  );
  expect([signatures, techniques, network.dns].map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(column(network.url, 'url')).toEqual(['http://a.example/']);
  expect([alerts, droppedFiles]).toEqual([[], []]);
});

test('a malicious target drops a program of its own on each platform', () => {
  const dropped = PLATFORMS.map((platform) =>
    column(observed('http://a.example/', platform, 'MALICIOUS').droppedFiles, 'sha1'),
  );
  // the page, the image, and five programs
  expect(new Set(dropped.flat()).size).toBe(2 + PLATFORMS.length);
});

test('with cloaking other domains are contacted on Windows only', () => {
  const hosts = (platform: Platform) =>
    column(observed('http://cloaking.test/', platform).network.dns, 'value');
  expect(hosts('linux')).toEqual(['cloaking.test']);
  expect(hosts('macos11')).toEqual(['cloaking.test']);
  for (const platform of ['windows7', 'windows10', 'windows11'] as const) {
    expect(hosts(platform).length).toBeGreaterThanOrEqual(4);
  }
});

test('nothing where the analysis did not run', () => {
  expect(observed('http://not-run.test/', 'windows11')).toEqual({
    signatures: [],
    techniques: [],
    network: { url: [], http: [], tcp: [], udp: [], dns: [] },
    alerts: [],
    droppedFiles: [],
  });
});

test('a file has no URL, and speaks to others where it is harmful', () => {
  const sample = {
    target: { kind: 'sample', sha1: '72e76e5273496e674c20ab5352e56e7253696e47' },
    platform: 'windows7',
  } as const;
  expect(observe(sample, 'KNOWN').network.tcp).toEqual([]);
  expect(observe(sample, 'MALICIOUS').network.tcp.length).toBeGreaterThanOrEqual(4);
});
