import { describe, expect, test } from 'vitest';
import { createFaultBook } from './fault-book.ts';

const submit = { method: 'POST', path: '/api/submit', endpoint: 'submit' } as const;
const usage = { method: 'GET', path: '/api/usage', endpoint: 'usage' } as const;
const hang = { kind: 'hang' } as const;

function hits(book: ReturnType<typeof createFaultBook>, count: number) {
  return Array.from({ length: count }, () => book.take(submit)?.id ?? null);
}

test('a fault hits one request, unless told otherwise', () => {
  const book = createFaultBook();
  book.order({ fault: hang });
  expect(hits(book, 2)).toEqual([1, null]);
  expect(book.list()).toEqual([]);
});

test('nth counts from 1 what matches; times may be a number or forever', () => {
  const book = createFaultBook();
  book.order({ fault: hang, nth: 2, times: 2 });
  expect(hits(book, 4)).toEqual([null, 1, 1, null]);
  book.order({ fault: hang, nth: 3, times: 'forever' });
  expect(hits(book, 5)).toEqual([null, null, 2, 2, 2]);
});

test('the first order that is due takes the request, and later ones do not see it', () => {
  const book = createFaultBook();
  book.order({ fault: hang, nth: 2 });
  book.order({ fault: hang, nth: 2 });
  book.order({ fault: hang });
  expect(hits(book, 4)).toEqual([3, 1, 2, null]);
});

describe('matches', () => {
  test.each([
    [{}, true, true],
    [{ method: 'post' }, true, false],
    [{ pathPrefix: '/api/u' }, false, true],
    [{ endpoint: 'submit' as const }, true, false],
    [{ endpoint: 'usage' as const, method: 'POST' }, false, false],
  ])('%j', (match, hitsSubmit, hitsUsage) => {
    const book = createFaultBook();
    book.order({ fault: hang, match, times: 'forever' });
    expect([book.take(submit) !== null, book.take(usage) !== null]).toEqual([hitsSubmit, hitsUsage]);
  });
});

test('orders can be cleared, one or all', () => {
  const book = createFaultBook();
  const first = book.order({ fault: hang });
  book.order({ fault: hang });
  book.order({ fault: hang });
  book.clear(first);
  expect(book.list().map(({ id }) => id)).toEqual([2, 3]);
  book.clear();
  expect(hits(book, 1)).toEqual([null]);
});

test('an order that makes no sense is refused', () => {
  const book = createFaultBook();
  expect(() => book.order({ fault: hang, times: 0 })).toThrow();
  expect(() => book.order({ fault: { kind: 'refusal', status: 200 } })).toThrow();
  expect(() => book.order({ fault: { kind: 'redirect', location: 'a\nb' } })).toThrow();
  expect(book.list()).toEqual([]);
});
