/** By ISO 15924, as `Intl.DisplayNames` knows them: those that hosts are written in, and those that are drawn like Latin. */
const SCRIPTS: ReadonlyMap<string, RegExp> = new Map(
  (
    'Latn Cyrl Grek Armn Arab Beng Bopo Brai Cans Cher Copt Deva Dsrt Ethi Geor Goth Gujr Guru Hang Hani Hebr Hira Kana Khmr Knda ' +
    'Laoo Lisu Mlym Mong Mymr Orya Osge Sinh Syrc Taml Telu Tfng Thaa Thai Tibt Vaii Yiii'
  )
    .split(' ')
    .map((code) => [code, new RegExp(`\\p{Script=${code}}`, 'u')]),
);
const EVERYWHERE = /\p{Script=Common}|\p{Script=Inherited}/u;
const ANOTHER = 'Zzzz';

/** What is one system of writing although it has several scripts; Latin is in each (UTS #39, Highly Restrictive). */
const TOGETHER: readonly (readonly string[])[] = [
  ['Latn', 'Hani', 'Hira', 'Kana'],
  ['Latn', 'Hani', 'Bopo'],
  ['Latn', 'Hani', 'Hang'],
];

/** The scripts of a text by their ISO 15924 codes; `Zzzz` stands for any that is not known here. */
export function scriptsOf(text: string): string[] {
  const found = new Set<string>();
  for (const character of new Set(text)) {
    if (!EVERYWHERE.test(character)) found.add(scriptOf(character));
  }
  return [...found];
}

function scriptOf(character: string): string {
  for (const [code, pattern] of SCRIPTS) if (pattern.test(character)) return code;
  return ANOTHER;
}

/** Whether no single language is written in all of them. */
export function areMixed(scripts: readonly string[]): boolean {
  return scripts.length > 1 && !TOGETHER.some((some) => scripts.every((script) => some.includes(script)));
}
