/** By letter, those that hardly ever follow it in English, German, the Romance languages, Danish, Polish or Basque. */
const RARE: Readonly<Record<string, string>> = {
  a: 'q',
  b: 'cdfhjkmnpqvwxz',
  c: 'bdfgmpqvwx',
  d: 'bgjqwx',
  f: 'bcdhkmnpqvwx',
  g: 'bdfjkmpqvwxyz',
  h: 'cdfghjmpqvwxz',
  i: 'iy',
  j: 'bcfghjklpqrtvxyz',
  k: 'bcdfghjmpqvwxyz',
  l: 'jrwxz',
  m: 'cdfhjqvwxz',
  n: 'wx',
  p: 'bcdgjkmqvwxz',
  q: 'abcdefghijklmnopqrstvwxyz',
  r: 'jx',
  s: 'bdjx',
  t: 'djpqvx',
  u: 'hquwy',
  v: 'bcdfghjklmpqstvwxyz',
  w: 'bdfgjlmqtuvwxz',
  x: 'bdfghjlmnoqrsuvwxyz',
  y: 'dghqvxy',
  z: 'cfhjlqvx',
};

const SHORTEST = 12;
const LONGEST = 256;
const LEAST_RARE = 3;
const SHARE = 0.17;

/** Whether letters alone were made by a machine: their neighbours are none that words have, not even words glued to each other. */
export function isGibberish(letters: string): boolean {
  if (letters.length < SHORTEST || letters.length > LONGEST || !/^[a-z]+$/i.test(letters)) return false;
  const lower = letters.toLowerCase();
  let rare = 0;
  for (let index = 1; index < lower.length; index++)
    if (RARE[lower.charAt(index - 1)]?.includes(lower.charAt(index))) rare++;
  return rare >= Math.max(LEAST_RARE, SHARE * (lower.length - 1));
}
