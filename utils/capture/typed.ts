import { findUrls } from './find-urls.ts';
import { parseTyped, splitTyped, type TargetProblem } from './target.ts';

/** URLs that a comma joins. */
const JOINED = /,(?:\s|$|https?:)/i;

/**
 * The targets in what a person typed, each once: URLs as they stand, or, where they are defanged or joined by commas, what each word
 * is meant to be. Or what is wrong with it: a word that is none queues nothing.
 */
export function readTyped(text: string): { hrefs: string[] } | TargetProblem {
  const parts = splitTyped(text);
  const targets = parts.map(parseTyped);
  const bad = targets.find((target): target is TargetProblem => 'problem' in target);
  if (!bad && !parts.some((part) => JOINED.test(part)))
    return { hrefs: [...new Set(targets.flatMap((one) => ('href' in one ? one.href : [])))] };
  const meant = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(wordOf);
  if (meant.length === 0 || meant.includes(undefined)) return bad ?? { problem: 'not_url' };
  return { hrefs: [...new Set(meant.flatMap((href) => href ?? []))] };
}

/** The URL that a word is, defanged or not; that it has no scheme is how people type. */
function wordOf(word: string): string | undefined {
  const { found, leftOut } = findUrls(word);
  const [one, ...more] = found;
  const isOne = one && more.length + leftOut.length === 0;
  return isOne && (!one.doubt || one.doubt === 'bareHost' || one.doubt === 'private') ? one.href : undefined;
}
