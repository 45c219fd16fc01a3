import { relative } from 'node:path';

/** What is read of vitest's JSON report. */
export interface Report {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[];
  }[];
}

const firstLine = (text = '') => text.split('\n', 1)[0] ?? '';

/** A line for each failed test, and for each file that failed without one: where, which, and the first line of why. */
export function failuresOf(report: Report): string[] {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative('.', name);
    const failed = assertionResults.filter((result) => result.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [`${file}: ${firstLine(message)}`];
    return failed.map(({ fullName, failureMessages }) => {
      return `${file} > ${fullName}: ${firstLine(failureMessages?.[0])}`;
    });
  });
}
