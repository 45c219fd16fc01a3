/** What was seen under the keys of a storage area, by one who alone writes after looking. */
export function createSight() {
  const seen = new Map<string, boolean>();
  return {
    /** What was once seen stays so until it is written here: a look that came late must not take that back. */
    look(key: string, isThere: boolean): void {
      seen.set(key, isThere || seen.get(key) === true);
    },
    write(key: string, isThere: boolean): void {
      seen.set(key, isThere);
    },
    /** False only where a look showed it. */
    mayHold: (key: string): boolean => seen.get(key) !== false,
  };
}
