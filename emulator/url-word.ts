import type { Submission } from './submission.ts';

const URL_WORDS = ['malicious', 'suspicious', 'unknown', 'clean', 'cloaking', 'not-run'] as const;

export type UrlWord = (typeof URL_WORDS)[number];

/**
 * The word that decides what is found at a URL, so that demo and tests know it: the first one, from left to right, that
 * is a label of the host or a segment of the path. Null where there is none.
 */
export function findUrlWord(target: Submission['target']): UrlWord | null {
  if (target.kind !== 'url') return null;
  const { hostname, pathname } = new URL(target.url);
  return [...hostname.split('.'), ...pathname.split('/')].find(isUrlWord) ?? null;
}

function isUrlWord(text: string): text is UrlWord {
  return URL_WORDS.some((word) => word === text);
}
