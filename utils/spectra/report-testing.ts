import fc from 'fast-check';
import type { Brief } from './brief.ts';
import { type ParsedReport, parseReport } from './report.ts';

export function parse(report: object): ParsedReport {
  const parsed = parseReport(JSON.stringify({ rl: { report } }));
  if (!parsed) throw new Error('no report');
  return parsed;
}

export function briefOf(report: object): Brief {
  return parse(report).brief;
}

/** MITRE ATT&CK as reports nest it, by tactic. */
export const attack = (tactics: Record<string, object[]>) => ({
  matrix_list: [
    {
      name: 'Enterprise',
      tactics: {
        tactic_list: Object.entries(tactics).map(([name, technique_list]) => ({
          name,
          techniques: { technique_list },
        })),
      },
    },
  ],
});

/** Text of any characters, torn ones included. (A unit of fast-check's own is a second in the making.) */
export function anyText(constraints: fc.ArrayConstraints): fc.Arbitrary<string> {
  return fc.array(fc.nat(0xffff), constraints).map((units) => String.fromCharCode(...units));
}
