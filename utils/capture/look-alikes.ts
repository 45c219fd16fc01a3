/**
 * Letters by the Latin one that they are read as. Of those in Unicode's confusables.txt (UTS #39) and in Chromium's skeletons the
 * ones that a host can have: lower case, where there is one, and without marks, which are taken off before.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'ɑαаᴀꭺꓮ',
  ae: 'æӕ',
  b: 'ßƅɓʙвьҍᏏᏴꓐ',
  c: 'ƈɕᴄсҫⲥꮯᏟꓚင',
  ce: 'œ',
  d: 'đðɖɗᴅԁԃძᏧᎠꓓ',
  e: 'ǝəɛɘᴇεеєҽҿ℮Ꭼꓰⲉ',
  f: 'ƒꜰғӻꓝ',
  g: 'ɡɠɢǥԍցᏀᏳꓖဌ',
  h: 'ħɦʜһнћңҥӈӊԧԩհᎻᏂꓧ',
  i: 'ıɩɪɨιіꙇⲓւᎥꓲ',
  j: 'ȷɉᴊϳјյᎫꓙ',
  k: 'ĸƙᴋκкқҝҟҡӄԟⲕᏦꓗ',
  l: 'łɫɭʟƚӏǀןլᏞꓡ',
  m: 'ɱᴍмӎⲙᎷꓟ',
  n: 'ŋɲɳƞɴηπпԥոռղըⲛꓠกח',
  o: 'øɵᴏοσоөօⲟჿഠဝס०০੦૦୦௦౦೦൦๐໐၀ꓳ',
  p: 'þƥᴘρрҏⲣᏢꓑ',
  q: 'ʠԛզգ',
  r: 'ɼɽɾʀгґᏒꓣ',
  s: 'ʂꜱςѕടรຣᏕᏚꓢ',
  t: 'ŧƭʈᴛτтҭԏⲧᎢꓔ',
  u: 'ʉᴜμυսบບꓴ',
  v: 'ʋᴠνѵᏙꓦ',
  w: 'ɯᴡωѡԝшщաพฟຟᎳᏔꓪ',
  x: 'χхҳӽӿⲭꓫ',
  y: 'ƴʏɏγуүұⲩᎩᎽꓬ',
  z: 'ƶȥʐᴢᏃꓜ',
  '3': 'зҙӡვ',
  '6': 'б',
  '-': '‐‒–—―⸺⸻−ー一',
};
const READ_AS: ReadonlyMap<string, string> = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([latin, letters]) => [...letters].map((letter) => [letter, latin])),
);

/** What passes for another letter among the Latin ones; `i` and `l`, too, since a host that was written with `I` has an `i`. */
const DIGITS: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', i: 'l' };
const PAIRS: Readonly<Record<string, string>> = { rn: 'm', vv: 'w', cl: 'd' };

/** The letters that nobody can tell from Latin ones; of these alone a word says nothing about its script. */
const SAME = /^(?:[асԁеһіјӏорԛѕԝхуѵԍ\d-]+|[αικνορυχ\d-]+|[օոսհզցյ\d-]+)$/u;

/** A text as one reads it who knows Latin letters only. */
export function latinReading(text: string): string {
  if (isAscii(text)) return text;
  let reading = '';
  for (const character of text.normalize('NFKD').replace(/\p{M}/gu, '')) {
    reading += READ_AS.get(character) ?? character;
  }
  return reading;
}

/** What is the same for two texts that are mistaken for each other; it means nothing else. */
export function skeleton(text: string): string {
  return latinReading(text)
    .replace(/[01345i]/g, (character) => DIGITS[character] ?? character)
    .replace(/rn|vv|cl/g, (pair) => PAIRS[pair] ?? pair);
}

/** Whether a text has no Latin letter, and looks as if it had no other. */
export function passesForLatin(text: string): boolean {
  return SAME.test(text) && /[^\d-]/.test(text);
}

/** Whether there is nothing to be mistaken about but digits and pairs of letters. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
