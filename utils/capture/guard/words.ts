const MARKS = /\p{M}/gu;
const LONGEST = 200;

/** The words of a name or a segment, in lower case and without accents: `resetPassword_token` is `reset password token`. */
export function wordsOf(text: string): string[] {
  return text
    .slice(0, LONGEST)
    .replace(/([a-z\d])(?=[A-Z])/g, '$1 ')
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** A set of words that a text lists. */
export function words(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(/\s+/));
}
