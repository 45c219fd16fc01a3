import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlainHost } from './plain-host.ts';

const label = fc.stringMatching(/^[a-z\d-]{1,6}$/);
const odd = fc.constantFrom('com', '0x1f', '09', '256', '1', '255', 'xn--p1ai', 'xn--', 'a_b', 'B');

it('of a plain host URL changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(label, odd), { minLength: 1, maxLength: 5 }), (labels) => {
      const host = labels.join('.');
      if (isPlainHost(host)) expect(new URL(`http://${host}`).href).toBe(`http://${host}/`);
    }),
    { numRuns: 5000 },
  );
});

it.each(['evil.com', 'a-b.example.co', '203.0.113.9', 'x0.y9.io'])('%s is plain', (host) => {
  expect(isPlainHost(host)).toBe(true);
});

it.each(['evil', 'evil.com:80', 'Evil.com', '1.2.3', '01.2.3.4', 'xn--a.com', 'a.1', ''])(
  '%s is not',
  (host) => {
    expect(isPlainHost(host)).toBe(false);
  },
);
