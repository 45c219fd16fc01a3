import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { failuresOf, type Report } from './report.ts';
import { type Step, SUITES } from './suites.ts';
import { add, keep, sentence, type Tally, total } from './tally.ts';

// Runs a suite step by step, goes on after a failure, and ends with one plain line of counts.
// `node scripts/test.ts [test|long|corpus]`, or `total` for the sum over all of them.

function run(command: readonly string[]): boolean {
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0;
}

function runCommand(command: readonly string[]): Tally {
  if (run(command)) return { passed: 1, failed: 0, skipped: 0, failures: [] };
  return { passed: 0, failed: 1, skipped: 0, failures: [command.join(' ')] };
}

function runTests(projects: readonly string[]): Tally {
  const file = `artifacts/vitest-${projects[0]}.json`;
  rmSync(file, { force: true });
  const flags = projects.flatMap((project) => ['--project', project]);
  const isGood = run([
    'vitest',
    'run',
    ...flags,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const outside = `${projects.join(', ')}: an error outside of any test`;
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const failures = failuresOf(report);
    // A file that can't be loaded, or an error outside of any test, fails without a failed test.
    if (!isGood && failures.length === 0) failures.push(outside);
    return {
      passed: report.numPassedTests,
      failed: failures.length,
      skipped: report.numPendingTests + report.numTodoTests,
      failures,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: [outside] };
  }
}

function runStep(step: Step): Tally {
  console.log(`\n== ${step.name}`);
  return 'command' in step ? runCommand(step.command) : runTests(step.projects);
}

const suite = process.argv[2] ?? 'test';
mkdirSync('artifacts', { recursive: true });

if (suite === 'total') {
  const tally = total(Object.keys(SUITES));
  for (const line of tally.failures) console.log(`FAILED ${line}`);
  console.log(sentence(tally));
  process.exitCode = tally.failed + tally.skipped > 0 ? 1 : 0;
} else {
  const steps = SUITES[suite];
  if (!steps) throw new Error(`There is no suite "${suite}": ${Object.keys(SUITES).join(', ')}, or total.`);
  const tally = steps.map(runStep).reduce(add);
  keep(suite, tally);
  for (const line of tally.failures) console.log(`FAILED ${line}`);
  console.log(`\n${sentence(tally)}`);
  process.exitCode = tally.failed > 0 ? 1 : 0;
}
