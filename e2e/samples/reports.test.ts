import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Brief, briefSchema, MAX_BRIEF } from '@/utils/spectra/brief.ts';
import { type ParsedReport, parseReport } from '@/utils/spectra/report.ts';
import { sample as read } from '../corpus/corpus.ts';

const RUNS = 2000;

const SPECIFIC = 'derived/tca0106-url-specific-malicious.json';
const MERGED = 'trimmed/tca0106-url-merged-no-threats.json';
const FILE = 'trimmed/tca0106-file-specific-malicious.json';
const OLD = 'trimmed/tca0106-file-2023-risk-score-96.json';

function parse(name: string): ParsedReport {
  const parsed = parseReport(read(name));
  if (!parsed) throw new Error(`${name} is no report`);
  return parsed;
}

/** The report as it came. */
const raw = (name: string) => JSON.parse(read(name)).rl.report;

/** At which places of the report's own list its signatures stand. */
function placesOf({ signatures }: Brief, { signatures: all }: { signatures: { description: string }[] }) {
  return signatures.map(({ text }) => all.findIndex(({ description }) => description === text));
}

const told = ({ techniques, addresses, files }: Brief) => ({
  techniques: techniques.map(({ tactic, id }) => `${tactic} ${id}`),
  addresses: addresses.map(({ ip, ports }) => [ip, ...ports].join(' ')),
  files: files.map(({ hash, classification, size }) => `${hash.slice(0, 8)} ${classification} ${size}`),
});

describe('bodies of TCA-0106', () => {
  it('of a single URL', () => {
    const { brief, links } = parse(SPECIFIC);
    const { configuration, screenshots, pcap, memory_strings, dropped_files_url } = raw(SPECIFIC);
    expect(links).toEqual({ screenshots, pcap, memory_strings, dropped_files_url });
    expect(brief).toEqual({
      classification: 'MALICIOUS',
      riskScore: 9,
      platform: 'windows11',
      browser: 'Google Chrome 113',
      configuration,
      analysedAt: Date.UTC(2026, 2, 1, 10, 15),
      duration: 198,
      hasRun: true,
      threats: ['Document-HTML.Phishing.Generic'],
      signatures: [{ text: 'Phishing site detected (synthetic)', risk: 10 }],
      techniques: [{ tactic: 'Initial Access', id: 'T1566', name: 'Phishing' }],
      urls: ['http://phish.example/login'],
      domains: ['phish.example'],
      addresses: [{ ip: '192.0.2.10', ports: [80] }],
      alerts: [],
      files: [],
      warnings: [],
      totals: {
        threats: 1,
        signatures: 1,
        riskySignatures: 1,
        techniques: 1,
        urls: 1,
        domains: 1,
        addresses: 1,
        alerts: 0,
        files: 0,
        maliciousFiles: 0,
        warnings: 0,
      },
    });
  });

  it('merged over the analyses of a URL', () => {
    const { brief, links } = parse(MERGED);
    const { configuration, warnings } = raw(MERGED).history_analysis[0];
    expect(warnings).toHaveLength(4);
    expect(links).toEqual({});
    expect(brief).toMatchObject({
      classification: 'NO_THREATS_FOUND',
      riskScore: 0,
      platform: 'windows10',
      configuration,
      analysedAt: Date.UTC(2024, 0, 19, 12, 53, 59),
      duration: 198,
      hasRun: true,
      threats: [],
      urls: raw(MERGED).network.url.map(({ url }: { url: string }) => url),
      domains: ['clients1.google.com', 'www.imdb.com', 'wpad.example.org'],
      alerts: [],
      warnings,
      totals: { threats: 0, signatures: 13, riskySignatures: 0, techniques: 6, urls: 3, domains: 3 },
    });
    expect(brief).not.toHaveProperty('browser');
    expect(placesOf(brief, raw(MERGED))).toEqual([2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 0, 1, 7]);
    expect(brief.totals).toMatchObject({ addresses: 7, alerts: 0, files: 3, maliciousFiles: 0, warnings: 4 });
    expect(told(brief)).toEqual({
      techniques: [
        'Defense Evasion T1055',
        'Defense Evasion T1036',
        'Discovery T1046',
        'Command and Control T1071',
        'Command and Control T1095',
        'Command and Control T1573',
      ],
      addresses: [
        '67.220.240.31 443',
        '65.9.86.10 443',
        '18.239.24.188 443',
        '8.8.4.4 53',
        '8.8.8.8 53',
        '239.255.255.250 1900',
        '54.192.87.100',
      ],
      files: [
        '88a82523 NO_THREATS_FOUND 4214',
        '1d76baf7 NO_THREATS_FOUND 29339',
        '2d8648a1 NO_THREATS_FOUND 371317',
      ],
    });
  });

  it('of a single file', () => {
    const { brief, links } = parse(FILE);
    const { warnings, screenshots, dropped_files_url } = raw(FILE);
    expect(warnings).toHaveLength(6);
    expect(links).toEqual({ screenshots, dropped_files_url });
    expect(brief).toMatchObject({
      classification: 'MALICIOUS',
      riskScore: 9,
      platform: 'windows10',
      analysedAt: Date.UTC(2024, 0, 18, 20, 8, 30),
      hasRun: true,
      threats: [],
      urls: [],
      domains: [],
      alerts: [],
      warnings,
      totals: { signatures: 6, riskySignatures: 5, techniques: 10, files: 3, maliciousFiles: 2, warnings: 6 },
    });
    for (const name of ['browser', 'configuration', 'duration']) expect(brief).not.toHaveProperty(name);
    expect(placesOf(brief, raw(FILE))).toEqual([3, 5, 1, 4, 0, 2]);
    expect(brief.signatures.map(({ risk }) => risk)).toEqual([10, 10, 8, 8, 7, 5]);
    expect(told(brief)).toEqual({
      techniques: [
        'Defense Evasion T1055',
        'Defense Evasion T1027',
        'Defense Evasion T1036',
        'Defense Evasion T1140',
        'Defense Evasion T1027.002',
        'Discovery T1083',
        'Discovery T1082',
        'Discovery T1124',
        'Discovery T1518.001',
        'Credential Access T1003',
      ],
      addresses: [],
      files: ['21841b32 MALICIOUS 636416', '37bbc408 MALICIOUS 28240', 'ba20aa7c NO_THREATS_FOUND 3488'],
    });
  });

  it('of 2023, with its score of a hundred', () => {
    const { brief, links } = parse(OLD);
    const { screenshots, dropped_files_url, network } = raw(OLD);
    expect(links).toEqual({ screenshots, dropped_files_url });
    expect(network.url).toHaveLength(4);
    expect(brief).toMatchObject({
      classification: 'MALICIOUS',
      riskScore: 96,
      platform: 'windows10',
      analysedAt: Date.UTC(2023, 6, 16, 11, 8, 11),
      hasRun: true,
      threats: [],
      urls: network.url.map(({ url }: { url: string }) => url),
      domains: [],
      alerts: [],
      warnings: [],
      totals: { signatures: 3, riskySignatures: 1, techniques: 3, urls: 4, files: 1, maliciousFiles: 1 },
    });
    expect(placesOf(brief, raw(OLD))).toEqual([1, 0, 2]);
    expect(told(brief)).toEqual({
      techniques: ['Collection T1560', 'Collection T1056', 'Collection T1005'],
      addresses: [],
      files: ['21841b32 MALICIOUS 636416'],
    });
  });

  it('that is not ready is no report', () => {
    expect(parseReport(read('derived/tca0106-not-ready-404.json'))).toBeUndefined();
  });
});

/** Any value that could stand where another one was expected. */
const oddity = fc.oneof(
  fc.constantFrom(null, true, '', 'x'.repeat(20_000), '漢'.repeat(9000), '\ud800', -1, 1e308, [], {}, [
    [[[]]],
  ]),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  fc.double(),
  fc.array(fc.oneof(fc.string(), fc.constant(null), fc.object({ maxDepth: 2 })), { maxLength: 200 }),
  fc.object({ maxDepth: 3 }),
);

/** What is done to one node, which is found by walking down by these numbers. */
const mutilation = fc.record({
  path: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
  how: fc.constantFrom('remove', 'replace', 'wrap', 'repeat', 'halve', 'turn', 'move'),
  by: oddity,
});

type Node = Record<string, unknown>;
type Mutilation = { path: number[]; how: string; by: unknown };

/** What is repeated and repeated again must not outgrow the memory. */
function isSmall(value: unknown): boolean {
  return JSON.stringify(value ?? null).length < 5000;
}

function halved(value: unknown): unknown {
  if (typeof value === 'string' || Array.isArray(value)) return value.slice(0, value.length / 2);
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(Object.entries(value).filter((_, index) => index % 2 === 0));
}

/** The same in another type. */
function turned(value: unknown): unknown {
  if (typeof value === 'number') return `${value}`;
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return { ...value };
  return typeof value === 'object' && value !== null ? Object.values(value) : [value];
}

function mutilateAt(node: Node, name: string, { path, how, by }: Mutilation): void {
  const inner = node[name];
  // A copy: put in twice, it could come to hold itself.
  const odd = structuredClone(by);
  const names = Object.keys(node);
  const other = names[(path[0] ?? 0) % names.length] ?? name;
  if (how === 'remove') delete node[name];
  else if (how === 'wrap') node[name] = [inner, odd];
  else if (how === 'halve') node[name] = halved(inner);
  else if (how === 'turn') node[name] = turned(inner);
  else if (how === 'repeat' && isSmall(inner)) node[name] = Array<unknown>(100).fill(inner);
  else if (how === 'move' && other !== 'classification') [node[name], node[other]] = [node[other], inner];
  else node[name] = odd;
}

/** Walks down from the root, as far as the path goes or there is something, past the node that is `kept`. */
function mutilate(root: Node, one: Mutilation, kept?: Node): void {
  let node = root;
  for (const [depth, step] of one.path.entries()) {
    const names = Object.keys(node).filter((name) => node !== kept || name !== 'classification');
    const name = names[step % names.length];
    if (name === undefined) return;
    const inner = node[name];
    const isLast = depth === one.path.length - 1 || typeof inner !== 'object' || inner === null;
    if (isLast) {
      mutilateAt(node, name, one);
      return;
    }
    node = inner as Node;
  }
}

function expectSound(brief: Brief): void {
  expect(Buffer.byteLength(JSON.stringify(brief))).toBeLessThanOrEqual(MAX_BRIEF);
  expect(briefSchema.safeParse(brief).success).toBe(true);
  for (const [name, total] of Object.entries(brief.totals)) {
    const list = brief[name as keyof Brief];
    if (Array.isArray(list)) expect(total).toBeGreaterThanOrEqual(list.length);
  }
}

describe.each([SPECIFIC, MERGED, FILE, OLD])('%s, mutilated', (name) => {
  const whole = read(name);
  const mutilations = fc.array(mutilation, { minLength: 1, maxLength: 6 });

  it(`${RUNS} times beside its classification: never throws, never loses that, never outgrows its bytes`, () => {
    const { classification } = raw(name);
    fc.assert(
      fc.property(mutilations, (several) => {
        const body = JSON.parse(whole) as { rl: { report: Node } };
        for (const one of several) mutilate(body.rl.report, one, body.rl.report);
        const brief = parseReport(JSON.stringify(body))?.brief;
        expect(brief?.classification).toBe(classification);
        if (brief) expectSound(brief);
      }),
      { numRuns: RUNS },
    );
  });

  it(`${RUNS} times anywhere: never throws, never outgrows its bytes, loses no classification that is a word`, () => {
    fc.assert(
      fc.property(mutilations, (several) => {
        const body = JSON.parse(whole) as Node;
        for (const one of several) mutilate(body, one);
        const text = JSON.stringify(body);
        const brief = parseReport(text)?.brief;
        const classification = JSON.parse(text).rl?.report?.classification;
        if (brief) expectSound(brief);
        if (typeof classification === 'string' && /^[\w ]*\w/.test(classification))
          expect(brief?.classification).not.toBe('');
      }),
      { numRuns: RUNS },
    );
  });

  it('cut anywhere never throws', () => {
    fc.assert(
      fc.property(fc.nat(whole.length), oddity, (length, odd) => {
        expect(() => parseReport(whole.slice(0, length))).not.toThrow();
        expect(() => parseReport(JSON.stringify({ rl: { report: odd } }))).not.toThrow();
      }),
    );
  });
});
