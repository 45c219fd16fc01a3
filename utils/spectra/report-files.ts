import type { Brief } from './brief.ts';
import { textOf } from './report-text.ts';
import { isObject, listOf, numberOf, unique } from './report-values.ts';

type File = Brief['files'][number];

const LONGEST_NAME = 160;
const LONGEST_WORD = 60;

/** The worst first, else in the order of the report. */
export function filesOf(value: unknown): File[] {
  const all: File[] = [];
  for (const one of listOf(value)) {
    const file = fileOf(one);
    if (file) all.push(file);
  }
  return unique(all, ({ name, hash, classification }) => `${hash} ${name} ${classification}`).sort(
    (one, other) => badness(other) - badness(one),
  );
}

/** Whether it is classified as malicious, in any case. */
export function isMalicious({ classification }: File): boolean {
  return classification.toLowerCase() === 'malicious';
}

function fileOf(value: unknown): File | undefined {
  if (!isObject(value)) return undefined;
  const name = textOf(value['file_name'], LONGEST_NAME);
  const classification = textOf(value['classification'], LONGEST_WORD);
  const hash = hashOf(value['sha1'], 40) || hashOf(value['sha256'], 64) || hashOf(value['md5'], 32);
  if (!name && !hash && !classification) return undefined;
  const file: File = { name, hash, classification };
  const type = textOf(value['sample_type'], LONGEST_WORD);
  const size = numberOf(value['sample_size']);
  if (type) file.type = type;
  if (size !== undefined) file.size = size;
  return file;
}

/** Empty where it is no hash of so many digits. */
function hashOf(value: unknown, digits: number): string {
  return typeof value === 'string' && value.length === digits && /^[0-9a-f]+$/i.test(value) ? value : '';
}

function badness(file: File): number {
  if (isMalicious(file)) return 2;
  return file.classification.toLowerCase() === 'suspicious' ? 1 : 0;
}
