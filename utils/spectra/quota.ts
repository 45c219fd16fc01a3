import * as z from 'zod/mini';
import { isObject, listOf, numberOf, type Thing } from './report-values.ts';
import { parseJson } from './service-error.ts';

/** What an account may use of some products. Texts as the service gives them. */
export const quotaSchema = z.object({
  products: z.array(z.string()),
  /** `daily`, `monthly`, `date_range`, or another word. */
  period: z.optional(z.string()),
  /** The last day of a `date_range`. */
  until: z.optional(z.string()),
  /** How much; of requests where no unit is named. */
  size: z.optional(z.object({ value: z.number(), unit: z.optional(z.string()) })),
  /** How much of it is used, where that can be known. */
  used: z.optional(z.number()),
  left: z.optional(z.number()),
  /** The service says so itself. */
  isExceeded: z.boolean(),
});
export type Quota = z.infer<typeof quotaSchema>;

/** TCA-9999: the quotas of the account itself, not of its company. */
export const LIMITS_PATH = '/api/customer_usage/v1/limits?format=json';

/** No account has so many; more would only be the work of somebody in between. */
const MAX_QUOTAS = 100;
const MAX_TEXT = 200;

/** Whether a unit is that of `number_of_queries`. */
const IN_QUERIES = /^(quer(y|ies)|requests?)$/i;
const CODE = /^TCA-\d{4}\b/i;

/** A product's queries on one day. Without a number where the report's can't be read. */
interface Use {
  product: string;
  queries?: number;
}

/**
 * The quotas in a body of TCA-9999's limits, or undefined where it is none. What is odd or missing costs only itself.
 * @param usageBody the account's usage of today, by the daily usage report; without one nothing is known to be used
 * @param userName whose usage that is: of a quota that others share it is a part only
 */
export function parseQuota(limitsBody: string, usageBody: string, userName?: string): Quota[] | undefined {
  const body = parseJson(limitsBody);
  const rl = isObject(body) ? body['rl'] : undefined;
  if (!isObject(rl)) return undefined;
  const { limits = [] } = rl;
  if (!Array.isArray(limits)) return undefined;
  const uses = usesOf(usageBody);
  return limits
    .filter(isObject)
    .map((limit) => quotaOf(limit, uses, userName))
    .filter(({ products, size, isExceeded }) => products.length > 0 || size || isExceeded)
    .slice(0, MAX_QUOTAS);
}

function quotaOf(limit: Thing, uses: readonly Use[] | undefined, userName: string | undefined): Quota {
  const products = textsOf(limit['products']);
  const period = textOf(limit['limit_type']);
  const until = textOf(limit['end_date']);
  const size = sizeOf(limit);
  const isExceeded = limit['limit_exceeded'] === true;
  const isComparable =
    period?.toLowerCase() === 'daily' &&
    // A name that can't be read might be that of another product.
    products.length === listOf(limit['products']).length &&
    (size?.unit === undefined || IN_QUERIES.test(size.unit)) &&
    isOwn(limit['users'], userName);
  const sum = uses && isComparable ? sumOf(products, uses) : undefined;
  // Where our sum and the service's word are at odds, the sum is of something else than what the service counts.
  const isAtOdds = sum !== undefined && size !== undefined && isExceeded && sum < size.value;
  const used = isAtOdds ? undefined : sum;
  return {
    products,
    isExceeded,
    ...(period !== undefined && { period }),
    ...(until !== undefined && { until }),
    ...(size && { size }),
    ...(used !== undefined && { used }),
    ...(used !== undefined && size && { left: Math.max(0, size.value - used) }),
  };
}

/** In both shapes that are known: a bare number of requests, or a number with its unit. */
function sizeOf({ limit, limit_size }: Thing): Quota['size'] {
  const { value, unit } = isObject(limit_size) ? limit_size : {};
  const size = amountOf(value);
  if (size === undefined) {
    const requests = amountOf(limit);
    return requests === undefined ? undefined : { value: requests };
  }
  const unitText = textOf(unit);
  return unitText === undefined ? { value: size } : { value: size, unit: unitText };
}

/** Whether nobody else shares it, as far as it says whose it is. */
function isOwn(users: unknown, userName: string | undefined): boolean {
  if (users === undefined || users === null) return true;
  return Array.isArray(users) && users.length === 1 && (userName === undefined || users[0] === userName);
}

/** The report of one day, or undefined where that is not what the body holds. */
function usesOf(body: string): Use[] | undefined {
  const parsed = parseJson(body);
  const rl = isObject(parsed) ? parsed['rl'] : undefined;
  if (!isObject(rl) || typeof rl['date'] !== 'string' || !Array.isArray(rl['usage_report'])) return undefined;
  return rl['usage_report'].map((entry) => {
    const { product, number_of_queries } = isObject(entry) ? entry : {};
    const queries = amountOf(number_of_queries);
    return { product: textOf(product) ?? '', ...(queries !== undefined && { queries }) };
  });
}

function sumOf(products: readonly string[], uses: readonly Use[]): number | undefined {
  return products.length > 0 ? total(products.map((product) => queriesOf(product, uses))) : undefined;
}

/** The sum, or undefined where one of the numbers is not known. */
function total(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce<number | undefined>(
    (sum, number) => (sum === undefined || number === undefined ? undefined : sum + number),
    0,
  );
}

/**
 * The report leaves out what was not used. So what it does not name is zero, but only where all that it does name is surely
 * something else: by the number of the API, since the words behind may be others here than there.
 */
function queriesOf(product: string, uses: readonly Use[]): number | undefined {
  const name = product.toLowerCase();
  const own = uses.filter((use) => use.product.toLowerCase() === name);
  if (own.length > 0) return total(own.map(({ queries }) => queries));
  const code = codeOf(product);
  const areOthers = uses.every((use) => ![undefined, code].includes(codeOf(use.product)));
  return code !== undefined && areOthers ? 0 : undefined;
}

function codeOf(product: string): string | undefined {
  return CODE.exec(product)?.[0].toUpperCase();
}

function amountOf(value: unknown): number | undefined {
  const amount = numberOf(value);
  return amount !== undefined && amount >= 0 ? amount : undefined;
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim().slice(0, MAX_TEXT) : '';
  return text || undefined;
}

function textsOf(value: unknown): string[] {
  return listOf(value).flatMap((entry) => textOf(entry) ?? []);
}
