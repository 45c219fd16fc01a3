import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefSchema, MAX_BRIEF } from './brief.ts';
import { parseReport } from './report.ts';
import { anyText, attack, briefOf } from './report-testing.ts';

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

describe('the size of a brief', () => {
  const text = fc.oneof(fc.string(), anyText({ size: 'max', maxLength: 700 }));
  /** Each begins with another number, so that none repeats another one. */
  const texts = (some: fc.Arbitrary<string>, maxLength: number) =>
    fc.array(some, { maxLength, size: 'max' }).map((list) => list.map((one, index) => `${index + 1} ${one}`));

  const reportOf = (list: string[]) => ({
    classification: 'MALICIOUS',
    configuration: list.join(';'),
    threat_names: list,
    signatures: list.map((description, index) => ({ description, risk_factor: index % 2 ? 9 : 1 })),
    mitre_attack: attack({ [list[0] ?? '']: list.map((name) => ({ id: name, name })) }),
    network: {
      url: list,
      dns: list.map((value, index) => ({ value, address: `192.0.${index >> 8}.${index & 255}` })),
    },
    snort_alerts: list,
    dropped_files: list.map((file_name) => ({ file_name, classification: 'MALICIOUS' })),
    warnings: list,
  });
  const LISTS = 'threats signatures techniques urls domains addresses alerts files warnings'.split(' ');
  const sizesOf = (brief: object) =>
    Object.entries(brief).filter(([name, value]) => LISTS.includes(name) && value.length > 0);

  it('is never more than a brief may have, and the totals stay true', () => {
    fc.assert(
      fc.property(texts(text, 120), (list) => {
        const brief = briefOf(reportOf(list));
        expect(bytesOf({ ...brief, storedAt: Date.now() })).toBeLessThanOrEqual(MAX_BRIEF);
        expect(briefSchema.parse(brief)).toEqual(brief);
        const all = Object.fromEntries(LISTS.map((name) => [name, list.length]));
        const half = Math.floor(list.length / 2);
        expect(brief.totals).toEqual({ ...all, riskySignatures: half, maliciousFiles: list.length });
      }),
      { numRuns: 50 },
    );
  });

  it('leaves the first of each list, as far as these fit', () => {
    fc.assert(
      fc.property(texts(anyText({ maxLength: 60 }), 120), (list) => {
        expect(sizesOf(briefOf(reportOf(list)))).toHaveLength(list.length > 0 ? LISTS.length : 0);
      }),
      { numRuns: 50 },
    );
  });

  it('holds at most so many of each list, however short they are', () => {
    const list = Array.from({ length: 100 }, (_, index) => `${index}`);
    const brief = briefOf({ ...reportOf(list), configuration: '' });
    expect(Object.fromEntries(sizesOf(brief).map(([name, { length }]) => [name, length]))).toEqual({
      threats: 10,
      signatures: 40,
      techniques: 40,
      urls: 30,
      domains: 30,
      addresses: 30,
      alerts: 20,
      files: 20,
      warnings: 10,
    });
  });

  it('takes from the end of the longest lists, and as little as need be', () => {
    const signatures = Array.from({ length: 40 }, (_, index) => ({
      description: `${index} ${'x'.repeat(280)}`,
    }));
    const brief = briefOf({ signatures, warnings: ['A', 'B'], threat_names: ['C', 'D'] });
    expect(brief).toMatchObject({ warnings: ['A', 'B'], threats: ['C', 'D'], totals: { signatures: 40 } });
    expect(brief.signatures.map(({ text }) => Number.parseInt(text, 10))).toEqual(
      brief.signatures.map((_, index) => index),
    );
    expect(bytesOf(brief)).toBeGreaterThan(MAX_BRIEF - 350);
  });

  it('is soon found for tens of thousands of entries', () => {
    const list = Array.from({ length: 30_000 }, (_, index) => `${index}`);
    const network = {
      tcp: list.map((port) => ({ destination_ip: '192.0.2.1', destination_port: port })),
      udp: list.map((_, index) => ({ destination_ip: `10.${index >> 8}.0.${index & 255}` })),
    };
    const body = JSON.stringify({ rl: { report: { ...reportOf(list), network } } });
    const start = performance.now();
    const brief = parseReport(body)?.brief;
    // On a slow machine, too; where each entry is compared with each other one it takes far longer.
    expect(performance.now() - start).toBeLessThan(4000);
    expect(brief?.totals).toMatchObject({ signatures: 30_000, addresses: 30_001 });
  });
});
