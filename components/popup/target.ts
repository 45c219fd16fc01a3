import { parseTyped, splitTyped } from '@/utils/capture/target.ts';

/** What looks at URLs; some 40 kB, so that it comes after the first paint. */
export type Looker = typeof import('@/utils/capture/look.ts');

/** The targets in a text, each once; none where a part of it is none. */
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

/** The targets that are meant, each once. */
export function chosenTargets({ text, isInner }: Choice, { unwrap }: Pick<Looker, 'unwrap'>): string[] {
  const typed = targetsIn(text);
  return isInner ? [...new Set(typed.map((href) => unwrap(href).at(-1)?.inner ?? href))] : typed;
}

/** The text to be sent: as it was typed, unless another URL is meant. */
export function textToSend(choice: Choice, looker: Pick<Looker, 'unwrap'>): string {
  const typed = targetsIn(choice.text);
  const chosen = chosenTargets(choice, looker);
  return chosen.join() === typed.join() ? choice.text : chosen.join('\n');
}
