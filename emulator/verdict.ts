import { digest, seedOf } from './choice.ts';
import { familyOf, type Platform } from './platforms.ts';
import type { Analysed } from './submission.ts';
import { findUrlWord, type UrlWord } from './url-word.ts';

/** From the worst to the best: a merged report tells the worst one. */
export const CLASSIFICATIONS = ['MALICIOUS', 'SUSPICIOUS', 'UNKNOWN', 'NO_THREATS_FOUND', 'KNOWN'] as const;

export type Classification = (typeof CLASSIFICATIONS)[number];

export interface Verdict {
  classification: Classification;
  riskScore: number;
  threatNames: readonly string[];
  warnings: readonly string[];
}

const RISK_SCORES: Readonly<Record<Classification, number>> = {
  MALICIOUS: 9,
  SUSPICIOUS: 6,
  UNKNOWN: 0,
  NO_THREATS_FOUND: 0,
  KNOWN: 0,
};

const THREAT_NAMES: Partial<Record<Classification, readonly string[]>> = {
  MALICIOUS: ['Document-HTML.Phishing.Generic', 'Script-JS.Trojan.Redirector'],
  SUSPICIOUS: ['Document-HTML.Phishing.Heuristic'],
};

/** A word in the URL decides; without one, six of ten are harmless, two suspicious and two malicious. */
export function classify(analysed: Analysed): Classification {
  const word = findUrlWord(analysed.target);
  if (word !== null) return classifyWord(word, analysed.platform);
  const tenth = Number.parseInt(digest(seedOf(analysed)).slice(0, 2), 16) % 10;
  if (tenth < 6) return 'NO_THREATS_FOUND';
  return tenth < 8 ? 'SUSPICIOUS' : 'MALICIOUS';
}

function classifyWord(word: UrlWord, platform: Platform): Classification {
  switch (word) {
    case 'malicious':
      return 'MALICIOUS';
    case 'suspicious':
      return 'SUSPICIOUS';
    case 'unknown':
      return 'UNKNOWN';
    case 'cloaking':
      return familyOf(platform) === 'windows' ? 'MALICIOUS' : 'NO_THREATS_FOUND';
    case 'clean':
    case 'not-run':
      return 'NO_THREATS_FOUND';
  }
}

/** False for a URL that cannot be opened: nothing is found there, unless a test ordered something. */
export function hasRun({ target }: Pick<Analysed, 'target'>, classification: Classification): boolean {
  return findUrlWord(target) !== 'not-run' || classification !== 'NO_THREATS_FOUND';
}

export function isHarmful(classification: Classification): boolean {
  return classification === 'MALICIOUS' || classification === 'SUSPICIOUS';
}

/** The score and the names that go with a classification. */
export function verdictOf(classification: Classification): Omit<Verdict, 'warnings'> {
  return {
    classification,
    riskScore: RISK_SCORES[classification],
    // real reports name an unknown threat where there is none
    threatNames: THREAT_NAMES[classification] ?? ['Unknown'],
  };
}

export function worstOf(
  verdicts: readonly Pick<Verdict, 'classification' | 'riskScore'>[],
): Pick<Verdict, 'classification' | 'riskScore'> {
  const isFound = (classification: Classification) =>
    verdicts.some((verdict) => verdict.classification === classification);
  return {
    classification: CLASSIFICATIONS.find(isFound) ?? 'UNKNOWN',
    riskScore: Math.max(0, ...verdicts.map(({ riskScore }) => riskScore)),
  };
}
