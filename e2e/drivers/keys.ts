/** The keys of a chord such as `Shift+ArrowDown`, in the order in which they are pressed. */
export function keysOf(chord: string): string[] {
  // A plus at the start or the end is the key of that name.
  return chord.split(/(?<=.)\+(?=.)/);
}
