/** Accents of Latin and Greek letters; in kana, hangul and Cyrillic what is written apart there makes another letter. */
const MARKS = /(?<=[a-zα-ω])\p{M}+/gu;
/** Letters that no accent is taken from. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ı: 'i',
  đ: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};
const LONGEST = 200;

/** The words of a name or a segment, in lower case and without accents: `resetPassword_token` is `reset password token`. */
export function wordsOf(text: string): string[] {
  return text
    .slice(0, LONGEST)
    .replace(/([a-z\d])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(/[łıđøæœß]/g, (letter) => LETTERS[letter] ?? letter)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}

/** A set of words that a text lists. */
export function words(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(/\s+/));
}
