import { describe, expect, it } from 'vitest';
import { errorFromAnswer, parseRetryAfter } from './service-error.ts';

const NOW = Date.UTC(2026, 0, 5, 12);

function kind(status: number, body = ''): string {
  return errorFromAnswer(status, body, new Headers(), NOW).kind;
}

describe('an answer that is no success', () => {
  it.each([
    [400, '', 'badRequest'],
    [401, '', 'unauthorized'],
    [403, '', 'forbidden'],
    [404, 'sample_not_found', 'notFound'],
    [406, '<x>filetype_not_supported</x>', 'fileTypeNotSupported'],
    [406, '{"rl":{"message":"sample_size_exceeds"}}', 'sampleTooLarge'],
    [406, 'too_many_files_in_archive', 'tooManyFiles'],
    [406, '', 'notAcceptable'],
    [408, '', 'serviceFault'],
    [413, '', 'tooLarge'],
    [418, '', 'refused'],
    [419, 'Rate limit exceeded', 'rateLimited'],
    [429, '', 'rateLimited'],
    [429, 'Rate limit exceeded for your quota', 'rateLimited'],
    [429, 'Daily quota exceeded', 'quotaUsedUp'],
    [500, '', 'serviceFault'],
    [503, '<html>', 'serviceFault'],
    [200, '<html>', 'nonsense'],
  ])('%i %s is %s', (status, body, expected) => {
    expect(kind(status, body)).toBe(expected);
  });

  it.each([
    ['{"message":"no  such\\nthing"}', 'no such thing'],
    ['{"rl":{"error":"odd"}}', 'odd'],
    ['<html><style>p{}</style><script>alert(1)</script><h1>Blocked</h1> by proxy</html>', 'Blocked by proxy'],
    ['x'.repeat(1000), 'x'.repeat(300)],
  ])('keeps the words of %s', (body, detail) => {
    expect(errorFromAnswer(400, body, new Headers(), NOW).detail).toBe(detail);
  });

  it('has no words where the body has none', () => {
    expect(errorFromAnswer(403, '', new Headers(), NOW)).toEqual({ kind: 'forbidden', status: 403 });
  });
});

describe('Retry-After', () => {
  it.each([
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['30', 30_000],
    ['Mon, 05 Jan 2026 12:01:00 GMT', 60_000],
    ['Mon, 05 Jan 2026 11:00:00 GMT', 0],
    ['99999999', 24 * 60 * 60 * 1000],
  ])('%s is %s ms', (value, expected) => {
    expect(parseRetryAfter(value, NOW)).toBe(expected);
  });
});
