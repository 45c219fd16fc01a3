import { FAULT_NAMES } from './faults.ts';
import { type KillPoint, PAIRS, WHENS } from './kill-point.ts';
import type { StoredRecord } from './stored-record.ts';

type Counts = Map<string, number>;

/** Counts what was killed when, what was found then, and what became of it. */
export function createTally() {
  const points: Counts = new Map();
  const ends: Counts = new Map();
  const found: Counts = new Map();
  const times: number[] = [];
  let rounds = 0;

  return {
    add(
      { moment, fault }: KillPoint,
      outcome: { found: readonly StoredRecord[]; ends: readonly StoredRecord[]; rounds: number; ms: number },
    ): void {
      count(points, key(moment.when, fault));
      for (const { state } of outcome.found) count(found, key(moment.when, state));
      for (const { state } of outcome.ends) count(ends, key(fault, state));
      rounds += outcome.rounds;
      times.push(outcome.ms);
    },

    total: () => sum(points),
    /** The pairs of time and fault that never were. */
    missing: () => PAIRS.filter(([when, fault]) => !points.has(key(when, fault))),

    print(title: string): string {
      const states = [...new Set([...ends.keys()].map((pair) => pair.split('/')[1] ?? ''))].sort();
      const head = ['fault', ...WHENS, ...states];
      const rows = FAULT_NAMES.map((fault) => [
        fault,
        ...WHENS.map((when) => String(points.get(key(when, fault)) ?? '')),
        ...states.map((state) => String(ends.get(key(fault, state)) ?? '')),
      ]);
      const dead = [...found].sort().map(([pair, times]) => `${pair.replace('/', ': ')} ${times}`);
      const sorted = times.toSorted((one, other) => one - other);
      const seconds = (ms = 0) => (ms / 1000).toFixed(2);
      return [
        `${title}: ${sum(points)} kill points in ${seconds(times.reduce((all, ms) => all + ms, 0))} s,`,
        `median ${seconds(sorted[sorted.length >> 1])} s, longest ${seconds(sorted.at(-1))} s, ${rounds} rounds of passing time`,
        ...layOut([head, ...rows]),
        `the captured ones as the kill found them: ${dead.join(', ')}`,
      ].join('\n');
    },
  };
}

function key(one: string, other: string): string {
  return `${one}/${other}`;
}

function count(counts: Counts, of: string): void {
  counts.set(of, (counts.get(of) ?? 0) + 1);
}

function sum(counts: Counts): number {
  return [...counts.values()].reduce((all, one) => all + one, 0);
}

function layOut(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0)))
      .join('  '),
  );
}
