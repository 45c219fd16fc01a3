export type Thing = Record<string, unknown>;

const LONGEST = 300;

export function isObject(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A number, also where it came as a text. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/**
 * A text from outside as it may be shown: on one line, without what controls or turns text, at most so many characters long;
 * empty where the value is none.
 */
export function textOf(value: unknown, most = LONGEST): string {
  if (typeof value !== 'string') return '';
  // Of what is cut off anyway nothing is read; spaces may go before the cut.
  const text = value.slice(0, most * 4).toWellFormed();
  const clean = text
    .replace(TURNING, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (clean.length <= most) return clean;
  const cut = clean.slice(0, most - 1);
  const isTorn = /[\ud800-\udbff]$/.test(cut);
  return `${isTorn ? cut.slice(0, -1) : cut}…`;
}

/** Marks and overrides of the direction of text: with them a name could be shown as another one. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The list without repeats, by what `keyOf` says. */
export function unique<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const found = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (!found.has(key)) found.set(key, item);
  }
  return [...found.values()];
}
