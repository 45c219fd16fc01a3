import type { Analysis } from './analyses.ts';
import { describeProcess } from './behavior.ts';

/** The report with as many entries of `behavioral` as make it about `size` bytes of JSON; real ones have 1.3 MB. */
export function padReport<Report extends object>(
  report: Report,
  size: number,
  { platform }: Pick<Analysis, 'platform'>,
) {
  const behavioral: object[] = [];
  for (let length = bytesOf(report); length < size; length += bytesOf(behavioral.at(-1)) + 1) {
    behavioral.push(describeProcess(behavioral.length, platform));
  }
  return { ...report, behavioral };
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
