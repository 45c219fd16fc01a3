import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** A line for each failure: what failed, and the first line of why. */
  failures: string[];
}

const FOLDER = 'artifacts/results';

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    failures: [...one.failures, ...other.failures],
  };
}

/** Keeps a suite's tally, for the sum over all suites. */
export function keep(suite: string, tally: Tally): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${suite}.json`), JSON.stringify(tally));
}

/** `12 passed, 0 failed`, with the skipped where there are any. */
export function sentence({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** The sum over the suites that were run; a suite that is missing counts as failed. Skips count as failures: for CI. */
export function total(suites: readonly string[]): Tally {
  const found = readdirSync(FOLDER);
  const tallies = suites.map((suite): Tally => {
    const file = `${suite}.json`;
    if (!found.includes(file))
      return { passed: 0, failed: 1, skipped: 0, failures: [`${suite}: was not run`] };
    return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Tally;
  });
  return tallies.reduce(add);
}
