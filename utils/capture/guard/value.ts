import { isGibberish } from './gibberish.ts';

/** Where a text changes between letters and digits, or between cases other than as words do (`Word`, `camelCase` once). */
const CHANGES = /[a-z](?=[A-Z\d])|\d(?=[A-Za-z])|[A-Z](?=\d)|(?<=[A-Z])[A-Z](?=[a-z])/g;

/** `7Q2K-9XPM-R4TD`: groups of the same length, as one reads keys out. */
const GROUPED =
  /^(?=.*\d.*\d)(?=.*[A-Z].*[A-Z])(?:[A-Z\d]{4}(?:-[A-Z\d]{4}){2,7}|[A-Z\d]{5}(?:-[A-Z\d]{5}){2,7})$/;

/**
 * Whether a value was made by a machine: of some length, and of letters and digits that change as no word's do. That alone is no
 * sign of a secret; a name, a place or a known format has to say what it is.
 */
export function isRandom(value: string, least = 8): boolean {
  let length = 0;
  let changes = 0;
  let hasDigit = false;
  for (const chunk of value.split(/[^A-Za-z\d]+/)) {
    const count = chunk.match(CHANGES)?.length ?? 0;
    // `oauth2`, `SUMMER24`, `2024`, `Introduction`
    if (count < 2 && chunk.length < 32) continue;
    length += chunk.length;
    changes += count;
    hasDigit ||= /\d/.test(chunk);
  }
  const rate = hasDigit ? 0.12 : 0.28;
  if (value.length >= least && (GROUPED.test(value) || isGibberish(value))) return true;
  return value.length >= least && length >= least / 2 && changes >= 2 && changes >= length * rate;
}

const UUID = /^[({]?[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}[)}]?$/i;

export function isUuid(value: string): boolean {
  return UUID.test(value);
}

/** `YOUR_API_KEY`, `{token}`, `<token>`, `${TOKEN}`, `%TOKEN%`, `xxxx`, `****`, `...` */
const PLACEHOLDER =
  /^(?:[<{[$%(*:].*|[x.*_-]+|(?:your|my|insert|enter|replace|put|some|dummy|fake|sample|test|change)[ _-].*)$/is;

/** Whether a value only says where a secret belongs. `ACCESS_TOKEN` does so by being nothing but words. */
export function isPlaceholder(value: string): boolean {
  return (PLACEHOLDER.test(value) && !isUuid(value)) || /^[A-Z]+(?:_[A-Z]+)+$/.test(value);
}

/** The same where a form of link has its key: `XXXXXXXX`, `00000000`, `{token}`, `<key>`. */
export function isBlank(value: string): boolean {
  return /^(?:[<{[$].*|[x.*0_-]+)$/is.test(value);
}

/** What a person may have thought up: no word that selects something, and no number of a page. */
export function isPassword(value: string): boolean {
  if (value.length < 5 || isPlaceholder(value)) return false;
  return /[^A-Za-z]/.test(value) && !/^[a-z]+(?:[ _+-][a-z]+)*(?:[ _+-]\d{1,4})?$/i.test(value);
}

/** A number that is no time, too long to have been counted up to. */
export function isLongNumber(value: string): boolean {
  return /^\d{9,40}$/.test(value) && !isTime(value) && !/^20\d\d[01]\d/.test(value);
}

/** A contract's address on a chain is public. */
export function isPublicAddress(value: string): boolean {
  return /^0x[\da-f]{40}$/i.test(value);
}

/** Of letters and digits, and no word with a number behind it. */
export function isMixed(value: string): boolean {
  return /\d/.test(value) && /[a-z]/i.test(value) && !/^[a-z]+\d{1,4}$/i.test(value);
}

/** A one-time code. */
export function isCode(value: string): boolean {
  return /^\d{3}[ -]?\d{1,5}$/.test(value);
}

/** What one types to let another device in: `WDJB-MJHT`, consonants that make no word, or `8H4KQ2`. */
export function isDeviceCode(value: string): boolean {
  return /^[B-DF-HJ-NP-TV-XZ\d]{4}-?[B-DF-HJ-NP-TV-XZ\d]{4}$|^(?=[A-Z]*\d[A-Z\d]*[A-Z])(?=(?:[A-Z]*\d){2})[A-Z\d]{6,8}$/.test(
    value,
  );
}

/** A time in seconds or milliseconds, also in hexadecimal; or a date with its time. */
export function isTime(value: string): boolean {
  return /^1[4-9]\d{8}(?:\d{3})?$|^[56][\da-f]{7}$|^20\d\d[01]\d[0-3]\d[0-2]\d[0-5]\d[0-5]\d$|^20\d\d-?[01]\d-?[0-3]\dT[\d:]{4,8}Z?$/i.test(
    value,
  );
}
