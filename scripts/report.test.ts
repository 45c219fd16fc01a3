import { expect, test } from 'vitest';
import { failuresOf } from './report.ts';

const counts = { numPassedTests: 1, numPendingTests: 0, numTodoTests: 0 };
const passed = { fullName: 'adds', status: 'passed', failureMessages: [] };
const failed = {
  fullName: 'takes away',
  status: 'failed',
  failureMessages: ['expected 1 to be 2\n    at x.ts'],
};

test('each failed test is a line with its file, its name and the first line of why', () => {
  const file = { name: `${process.cwd()}/utils/sum.test.ts`, status: 'failed', message: '' };
  expect(failuresOf({ ...counts, testResults: [{ ...file, assertionResults: [passed, failed] }] })).toEqual([
    'utils/sum.test.ts > takes away: expected 1 to be 2',
  ]);
});

test('a file that could not be loaded is a line, too', () => {
  const file = {
    name: `${process.cwd()}/utils/sum.test.ts`,
    status: 'failed',
    message: 'no module\nat y.ts',
  };
  expect(failuresOf({ ...counts, testResults: [{ ...file, assertionResults: [] }] })).toEqual([
    'utils/sum.test.ts: no module',
  ]);
});

test('what passed is no line', () => {
  const file = { name: 'utils/sum.test.ts', status: 'passed', message: '' };
  expect(failuresOf({ ...counts, testResults: [{ ...file, assertionResults: [passed] }] })).toEqual([]);
});
