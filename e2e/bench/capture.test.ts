import { expect, it } from 'vitest';
import { findUrls } from '@/utils/capture/find-urls.ts';
import { median } from './median.ts';

const LENGTH = 1_000_000;
const RUNS = 20;
const MOST_MS = 200;
/** A text of nothing but 70,000 different hosts takes longer: to keep each of them apart is half of that. */
const DENSEST = 'defanged hosts and addresses';
const MOST_MS_OF_DENSEST = 400;

/** A text of a megabyte of what is made of each number in turn. */
function textOf(make: (index: number) => string): string {
  const parts: string[] = [];
  for (let index = 0, length = 0; length < LENGTH; index++) {
    const part = make(index);
    parts.push(part);
    length += part.length;
  }
  return parts.join('').slice(0, LENGTH);
}

const PROSE =
  'The quick brown fox jumps over the lazy dog, and then it sleeps. In 2024 the analysts (see page 12) saw e.g. ' +
  'report.pdf, setup.exe and version 10.0.19041.1; nobody “knew” why. ';

const TEXTS: Readonly<Record<string, string>> = {
  prose: textOf(() => PROSE),
  'the same short host': textOf(() => 'a.co '),
  'distinct hosts': textOf((index) => `h${index}.example.com `),
  addresses: textOf((index) => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255} `),
  'numbers and colons': textOf(() => '1: '),
  'numbers between colons': textOf(() => '1:'),
  'defanged hosts and addresses': textOf(
    (index) => `evil${index}[.]com\n1.2.${index & 255}[.]${(index >> 8) & 255}\n`,
  ),
  'defanged URLs': textOf((index) => `hxxps[:]//evil${index}[.]example[.]com/p/${index}?id=${index}\n`),
  URLs: textOf((index) => `https://h${index}.example.com/a/b?x=${index} `),
  'mail addresses': textOf((index) => `user${index}@example.com, `),
  'one long word': 'a'.repeat(LENGTH),
  'dots alone': '.'.repeat(LENGTH),
  'brackets alone': textOf(() => '[({'),
  'square brackets alone': '['.repeat(LENGTH),
};

/** In CPU time, so that what else runs counts little. */
function cost(text: string): number {
  const start = process.cpuUsage();
  findUrls(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

it(`a text of 1 MB is understood within ${MOST_MS} ms`, () => {
  const costs = new Map(Object.keys(TEXTS).map((name) => [name, [] as number[]]));
  for (const text of Object.values(TEXTS)) cost(text);
  for (let run = 0; run < RUNS; run++)
    for (const [name, text] of Object.entries(TEXTS)) costs.get(name)?.push(cost(text));
  const medians = [...costs].map(([name, all]) => [name, Math.round(median(all))] as const);
  console.log(`CPU time of 1 MB, median of ${RUNS}:`, Object.fromEntries(medians));
  for (const [name, ms] of medians)
    expect(ms, name).toBeLessThanOrEqual(name === DENSEST ? MOST_MS_OF_DENSEST : MOST_MS);
});
