import { expect, test } from 'vitest';
import { parseCommandLine, UsageError } from './command-line.ts';

test('without flags', () => {
  expect(parseCommandLine([])).toEqual({ port: 8207, controlPort: null, tls: false, speed: 1, seed: null });
});

test('with all of them', () => {
  const args = ['--port', '0', '--control-port=1', '--tls', '--speed', '0.5', '--seed', 'x'];
  expect(parseCommandLine(args)).toEqual({ port: 0, controlPort: 1, tls: true, speed: 0.5, seed: 'x' });
});

test('--help', () => {
  expect(parseCommandLine(['--help', '--port', '1'])).toBe(null);
});

test.each([
  [['--colour'], /--colour/],
  [['8207'], /8207/],
  [['--port'], /--port/],
  [['--port', 'x'], /--port/],
  [['--port', '65536'], /--port/],
  [['--control-port', '-1'], /--control-port/],
  [['--speed', '0'], /--speed/],
  [['--speed', 'fast'], /--speed/],
  [['--tls=yes'], /--tls/],
])('%j is refused in one sentence that names it', (args, named) => {
  expect(() => parseCommandLine(args)).toThrow(UsageError);
  expect(() => parseCommandLine(args)).toThrow(named);
  expect(() => parseCommandLine(args)).toThrow(/^[^\n]+[^.]\.$/);
});
