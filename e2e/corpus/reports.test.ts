import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BRIEF } from '@/utils/spectra/brief.ts';
import { parseReport } from '@/utils/spectra/report.ts';
import { sample as read } from './corpus.ts';

const RUNS = 2000;

const SPECIFIC = 'derived/tca0106-url-specific-malicious.json';
const MERGED = 'trimmed/tca0106-url-merged-no-threats.json';
const FILE = 'trimmed/tca0106-file-specific-malicious.json';
const OLD = 'trimmed/tca0106-file-2023-risk-score-96.json';

describe('bodies of TCA-0106', () => {
  it('of a single URL', () => {
    const report = parseReport(read(SPECIFIC));
    expect(Object.keys(report?.links ?? {})).toEqual([
      'screenshots',
      'pcap',
      'memory_strings',
      'dropped_files_url',
    ]);
    expect(report?.brief).toEqual({
      classification: 'MALICIOUS',
      riskScore: 9,
      platform: 'windows11',
      browser: 'Google Chrome 113',
      configuration: 'MS Office 2016;Java 8;Adobe Reader 21;Firefox 96;Google Chrome 113;Python 3.9',
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
      totals: expect.objectContaining({ signatures: 1, riskySignatures: 1, urls: 1, files: 0 }),
    });
  });

  it('merged over the analyses of a URL', () => {
    const brief = parseReport(read(MERGED))?.brief;
    expect(brief).toMatchObject({
      classification: 'NO_THREATS_FOUND',
      riskScore: 0,
      platform: 'windows10',
      duration: 198,
      analysedAt: Date.UTC(2024, 0, 19, 12, 53, 59),
      hasRun: true,
      threats: [],
      techniques: [
        { tactic: 'Defense Evasion', id: 'T1055', name: 'Process Injection' },
        { tactic: 'Defense Evasion', id: 'T1036', name: 'Masquerading' },
        { tactic: 'Discovery', id: 'T1046', name: 'Network Service Scanning' },
        { tactic: 'Command and Control', id: 'T1071', name: 'Application Layer Protocol' },
        { tactic: 'Command and Control', id: 'T1095', name: 'Non-Application Layer Protocol' },
        { tactic: 'Command and Control', id: 'T1573', name: 'Encrypted Channel' },
      ],
    });
    expect(brief?.signatures).toHaveLength(13);
    expect(brief?.signatures.slice(-3).map(({ risk }) => risk)).toEqual([0, 0, 0]);
    expect(brief?.warnings).toHaveLength(4);
    expect(brief?.files.map(({ name }) => name)).toEqual([
      'Chrome Cache Entry: 93',
      'Chrome Cache Entry: 115',
      'Chrome Cache Entry: 195',
    ]);
    const { network } = JSON.parse(read(MERGED)).rl.report;
    const of = (kind: string, field: string) =>
      new Set((network[kind] ?? []).map((one: Record<string, unknown>) => one[field]).filter(Boolean));
    expect(brief?.totals.domains).toBe(of('dns', 'value').size);
    expect(new Set(brief?.urls).size).toBe(brief?.urls.length);
    expect(brief?.totals.addresses).toBeGreaterThanOrEqual(of('tcp', 'destination_ip').size);
  });

  it('of a single file', () => {
    const brief = parseReport(read(FILE))?.brief;
    expect(brief).toMatchObject({
      classification: 'MALICIOUS',
      riskScore: 9,
      platform: 'windows10',
      hasRun: true,
      analysedAt: Date.UTC(2024, 0, 18, 20, 8, 30),
      urls: [],
    });
    expect(brief?.signatures.map(({ risk }) => risk)).toEqual([10, 10, 8, 8, 7, 5]);
    expect(brief?.techniques).toHaveLength(10);
    expect(brief?.files.map(({ classification }) => classification)).toEqual([
      'MALICIOUS',
      'MALICIOUS',
      'NO_THREATS_FOUND',
    ]);
    expect(brief?.totals).toMatchObject({ files: 3, maliciousFiles: 2, riskySignatures: 5, warnings: 6 });
  });

  it('of 2023, with its score of a hundred', () => {
    const report = parseReport(read(OLD));
    expect(report?.brief).toMatchObject({ classification: 'MALICIOUS', riskScore: 96, hasRun: true });
    expect(report?.brief.urls).toHaveLength(4);
    expect(Object.keys(report?.links ?? {})).toEqual(['screenshots', 'dropped_files_url']);
  });

  it('that is not ready is no report', () => {
    expect(parseReport(read('derived/tca0106-not-ready-404.json'))).toBeUndefined();
  });
});

/** Any value that could stand where another one was expected. */
const oddity = fc.oneof(
  fc.constantFrom(null, true, '', 'x'.repeat(20_000), '\ud800', -1, 1e308, [], {}, [[[[]]]]),
  fc.string(),
  fc.double(),
  fc.array(fc.oneof(fc.string(), fc.constant(null), fc.object({ maxDepth: 2 })), { maxLength: 200 }),
  fc.object({ maxDepth: 3 }),
);

/** What is done to one node, which is found by walking down by these numbers. */
const mutilation = fc.record({
  path: fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
  how: fc.constantFrom('remove', 'replace', 'wrap', 'repeat'),
  by: oddity,
});

type Node = Record<string, unknown>;

/** What is repeated and repeated again must not outgrow the memory. */
function isSmall(value: unknown): boolean {
  return JSON.stringify(value ?? null).length < 5000;
}

/** The first steps of a path may be turned to the classification, which is kept out of it here. */
function mutilate(report: Node, { path, how, by }: { path: number[]; how: string; by: unknown }): void {
  let node: Node = report;
  for (const [depth, step] of path.entries()) {
    const names = Object.keys(node).filter((name) => node !== report || name !== 'classification');
    const name = names[step % names.length];
    if (name === undefined) return;
    const inner = node[name];
    const isLast = depth === path.length - 1 || typeof inner !== 'object' || inner === null;
    if (!isLast) {
      node = inner as Node;
      continue;
    }
    if (how === 'remove') delete node[name];
    else if (how === 'wrap') node[name] = [inner, by];
    else node[name] = how === 'repeat' && isSmall(inner) ? Array<unknown>(100).fill(inner) : by;
    return;
  }
}

describe.each([SPECIFIC, MERGED, FILE, OLD])('%s, mutilated', (name) => {
  it(`${RUNS} times: never throws, never loses the classification, never outgrows its bytes`, () => {
    const whole = read(name);
    const { classification } = JSON.parse(whole).rl.report as { classification: string };
    fc.assert(
      fc.property(fc.array(mutilation, { minLength: 1, maxLength: 4 }), (mutilations) => {
        const body = JSON.parse(whole) as { rl: { report: Node } };
        for (const one of mutilations) mutilate(body.rl.report, one);
        const brief = parseReport(JSON.stringify(body))?.brief;
        expect(brief?.classification).toBe(classification);
        expect(new TextEncoder().encode(JSON.stringify(brief)).length).toBeLessThanOrEqual(MAX_BRIEF);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('cut anywhere never throws', () => {
    const whole = read(name);
    fc.assert(
      fc.property(fc.nat(whole.length), oddity, (length, odd) => {
        expect(() => parseReport(whole.slice(0, length))).not.toThrow();
        expect(() => parseReport(JSON.stringify({ rl: { report: odd } }))).not.toThrow();
      }),
    );
  });
});
