export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

/** The UTC date of a moment (ms since 1970), as `2026-03-01`: daily quotas start again at 00:00 UTC. */
export function utcDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A moment (ms since 1970) as reports tell it: `2026-03-01T10:15:00`, UTC without saying so. */
export function reportTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19);
}
