import { parseTyped, splitTyped } from '@/utils/capture/target.ts';

/** What looks at URLs; some 40 kB, so that it comes after the first paint. */
export type Looker = typeof import('@/utils/capture/look.ts');

/** The targets in a text, as far as that can be told without the looker: each once; none where a part of it is none. */
export function targetsIn(text: string): string[] {
  const hrefs = splitTyped(text)
    .map(parseTyped)
    .map((target) => ('href' in target ? target.href : ''));
  return hrefs.includes('') ? [] : [...new Set(hrefs)];
}

/** What was typed, and what is in it. */
export interface Choice {
  text: string;
  /** What mail gateways and redirectors wrapped is meant, and not what they made of it. */
  isInner: boolean;
}

type Reader = Pick<Looker, 'unwrap' | 'readTyped'>;

/** The targets in a text, each once, defanged ones too; none where it is not only that. */
export function typedTargets(text: string, readTyped: Looker['readTyped']): string[] {
  const typed = readTyped(text);
  return 'hrefs' in typed ? typed.hrefs : [];
}

/** The targets that are meant, each once. */
export function chosenTargets({ text, isInner }: Choice, { readTyped, unwrap }: Reader): string[] {
  const typed = typedTargets(text, readTyped);
  return isInner ? [...new Set(typed.map((href) => unwrap(href).at(-1)?.inner ?? href))] : typed;
}

/** The text to be sent: as it was typed, unless another URL is meant. */
export function textToSend(choice: Choice, looker: Reader): string {
  const typed = typedTargets(choice.text, looker.readTyped);
  const chosen = chosenTargets(choice, looker);
  return chosen.join() === typed.join() ? choice.text : chosen.join('\n');
}
