const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * A time as RFC 3339 has it, in UTC to the millisecond: `2026-11-24T12:01:04.567Z`.
 * @param time milliseconds since 1970
 */
export function timestamp(time: number): string {
  // Its years have four digits; a record can hold later ones.
  return new Date(Math.min(time, LAST)).toISOString();
}
