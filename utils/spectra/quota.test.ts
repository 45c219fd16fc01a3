import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuota, quotaSchema } from './quota.ts';
import { anyText } from './report-testing.ts';

const USER = 'u/acme/alice';
const DETONATE = 'TCA-0207 Dynamic Analysis';
const DAILY = {
  limit: 100,
  limit_type: 'daily',
  limit_exceeded: false,
  products: [DETONATE],
  users: [USER],
};
const USED = [
  { product: DETONATE, number_of_queries: 37 },
  { product: 'TCA-0106 Dynamic Analysis Report', number_of_queries: 11 },
];

const limitsOf = (...limits: unknown[]) => JSON.stringify({ rl: { limits } });
const usageOf = (...usage_report: unknown[]) => JSON.stringify({ rl: { date: '2026-03-01', usage_report } });

/** The one quota of a body, beside today's usage. */
function quota(limit: unknown, usage: string = usageOf(...USED)) {
  return parseQuota(limitsOf(limit), usage, USER)?.[0];
}

const used = (limit: unknown, usage?: string) => quota(limit, usage)?.used;

describe('quotas', () => {
  it('are read with what is used and left of them today', () => {
    const expected = { products: [DETONATE], period: 'daily', size: { value: 100 }, used: 37, left: 63 };
    expect(quota(DAILY)).toEqual({ ...expected, isExceeded: false });
  });

  it('of other periods and units stand as they are, without a guess at what is used', () => {
    const monthly = { ...DAILY, limit_type: 'monthly', limit_exceeded: true };
    const range = {
      limit_type: 'date_range',
      limit_exceeded: false,
      end_date: '2026-12-31',
      limit_size: { value: 50, unit: 'GB' },
      products: ['TCA-0202 File Upload'],
    };
    expect(parseQuota(limitsOf(monthly, range), usageOf(...USED), USER)).toEqual([
      { products: [DETONATE], period: 'monthly', size: { value: 100 }, isExceeded: true },
      {
        products: ['TCA-0202 File Upload'],
        period: 'date_range',
        until: '2026-12-31',
        size: { value: 50, unit: 'GB' },
        isExceeded: false,
      },
    ]);
  });

  it('of several products are used by all of them together', () => {
    const shared = { ...DAILY, products: USED.map(({ product }) => product) };
    expect(quota(shared)).toMatchObject({ used: 48, left: 52 });
  });

  it('in the shape with a unit are read, too', () => {
    const { limit: _, ...rest } = DAILY;
    expect(quota({ ...rest, limit_size: { value: 40, unit: 'requests' } })).toMatchObject({
      size: { value: 40, unit: 'requests' },
      left: 3,
    });
    expect(used({ ...rest, limit_size: { value: 40, unit: 'MB' } })).toBeUndefined();
  });

  it('are none where the service names none', () => {
    expect(parseQuota('{"rl":{"limits":[]}}', '')).toEqual([]);
    expect(parseQuota('{"rl":{}}', '')).toEqual([]);
  });

  it.each(['', '<html>', '[]', '{"message":"no"}', '{"rl":7}', '{"rl":{"limits":"none"}}'])(
    '%j tells nothing',
    (body) => expect(parseQuota(body, usageOf())).toBeUndefined(),
  );
});

describe('what is used', () => {
  it('is nothing where the report names other products only', () => {
    expect(used(DAILY, usageOf())).toBe(0);
    expect(used(DAILY, usageOf({ product: 'TCA-0106 Reports', number_of_queries: 1 }))).toBe(0);
  });

  it.each([
    ['the product has another name there', { product: 'TCA-0207 Detonation', number_of_queries: 1 }],
    ['an entry may be the product', { product: 'Dynamic Analysis', number_of_queries: 1 }],
    ['an entry has no name', { number_of_queries: 1 }],
    ['its number can’t be read', { product: DETONATE, number_of_queries: 'many' }],
    ['an entry is no object', 7],
  ])('is not known where %s', (_, entry) => {
    expect(used(DAILY, usageOf(entry))).toBeUndefined();
  });

  it.each([
    ['others share the quota', { ...DAILY, users: [USER, 'u/acme/bob'] }],
    ['it is somebody else’s', { ...DAILY, users: ['u/acme/bob'] }],
    ['whose it is can’t be read', { ...DAILY, users: 7 }],
    ['a product can’t be read', { ...DAILY, products: [DETONATE, 7] }],
    ['it names no product', { ...DAILY, products: [] }],
    ['it names no period', { ...DAILY, limit_type: undefined }],
    ['the service says that it is exceeded, and our sum does not', { ...DAILY, limit_exceeded: true }],
  ])('is not known where %s', (_, limit) => {
    expect(quota(limit)).not.toHaveProperty('used');
    expect(quota(limit)).not.toHaveProperty('left');
  });

  it.each([
    ['of a month', { rl: { month: '2026-03', usage_report: USED } }],
    ['of several days', { rl: { usage_reports: [{ date: '2026-03-01', usage_report: USED }] } }],
    ['that is none', 'x'],
  ])('is not known from a report %s', (_, body) => {
    expect(used(DAILY, JSON.stringify(body))).toBeUndefined();
  });

  it('leaves nothing below zero', () => {
    expect(quota({ ...DAILY, limit: 30, limit_exceeded: true })).toMatchObject({ used: 37, left: 0 });
  });
});

describe('an odd field', () => {
  it.each([
    ['limit', 'many', { used: 37 }],
    ['limit', -1, { used: 37 }],
    ['limit', '100', { size: { value: 100 }, left: 63 }],
    ['limit_size', 7, { size: { value: 100 } }],
    ['limit_size', { value: 'x', unit: 'GB' }, { size: { value: 100 } }],
    ['limit_type', 7, { products: [DETONATE], size: { value: 100 } }],
    ['limit_exceeded', 'no', { isExceeded: false, left: 63 }],
    ['products', 'all', { period: 'daily', size: { value: 100 } }],
    ['users', null, { left: 63 }],
  ])('%s as %j costs only itself', (name, value, rest) => {
    expect(quota({ ...DAILY, [name]: value })).toMatchObject(rest);
  });

  it.each([7, null, 'x', [], {}, { limit_type: 'daily' }])('in place of a quota, %j is left out', (odd) => {
    expect(parseQuota(limitsOf(odd, DAILY), usageOf(...USED), USER)).toHaveLength(1);
  });

  it('never throws, and what comes is a quota', () => {
    const value = fc.oneof(
      fc.constantFrom<unknown>(undefined, null, true, 'daily', 'u/acme/alice', DETONATE, [DETONATE], {}),
      anyText({ maxLength: 8 }),
      fc.double(),
      fc.array(anyText({ maxLength: 4 }), { maxLength: 3 }),
      fc.record({ value: fc.double(), unit: anyText({ maxLength: 4 }) }),
    );
    const mutated = (of: object) =>
      fc
        .tuple(fc.constantFrom(...Object.keys(of)), value)
        .map(([name, other]) => ({ ...of, [name]: other }) as unknown);
    const limit = fc.oneof(mutated({ ...DAILY, limit_size: undefined, end_date: '' }), value);
    const use = fc.oneof(mutated({ product: DETONATE, number_of_queries: 3 }), value);
    fc.assert(
      fc.property(fc.array(limit, { maxLength: 3 }), fc.array(use, { maxLength: 3 }), (limits, uses) => {
        for (const quota of parseQuota(limitsOf(...limits), usageOf(...uses), USER) ?? []) {
          expect(quotaSchema.safeParse(quota).success).toBe(true);
          if (quota.left !== undefined) expect(quota.left).toBeGreaterThanOrEqual(0);
          if (quota.left !== undefined) expect(quota.used).toBeDefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('wherever a body is torn, nothing is thrown', () => {
    const [limits, usage] = [limitsOf(DAILY, DAILY), usageOf(...USED)];
    for (let at = 0; at < limits.length; at++) {
      expect(() => parseQuota(limits.slice(0, at), usage.slice(0, at))).not.toThrow();
      expect(parseQuota(limits, usage.slice(0, Math.min(at, usage.length - 1)), USER)).toHaveLength(2);
    }
  });
});
