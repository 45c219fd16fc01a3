import { between, choose, seedOf } from './choice.ts';
import type { Analysed } from './submission.ts';
import { type Classification, isHarmful } from './verdict.ts';

export interface Signature {
  description: string;
  /** 0 to 10. */
  risk_factor: number;
  sig_id: number;
}

const LOOKUPS: Signature = { description: 'Performs DNS lookups', risk_factor: 5, sig_id: 353 };

const MINOR: readonly Signature[] = [
  { description: 'Uses a secure version of TLS', risk_factor: 0, sig_id: 2001 },
  { description: 'Starts further processes of the browser', risk_factor: 0, sig_id: 2002 },
  { description: 'Reads the language settings of the system', risk_factor: 1, sig_id: 2003 },
  { description: 'Sets cookies for more than one site', risk_factor: 2, sig_id: 2004 },
  { description: 'The page hides its source behind an encoded script', risk_factor: 4, sig_id: 2005 },
  { description: 'Contacts a domain that is younger than a week', risk_factor: 5, sig_id: 2006 },
  { description: 'Contacts addresses without looking up a name first', risk_factor: 5, sig_id: 2007 },
  { description: 'Sends the visitor on to another site', risk_factor: 6, sig_id: 2008 },
];

const GRAVE: readonly Signature[] = [
  {
    description: 'The page asks for a password and is not where its brand lives',
    risk_factor: 10,
    sig_id: 2101,
  },
  { description: 'Phishing site detected by its look', risk_factor: 10, sig_id: 2102 },
  { description: 'A form sends its fields to another site', risk_factor: 9, sig_id: 2103 },
  { description: 'Starts a download without a click', risk_factor: 8, sig_id: 2104 },
  { description: 'Behaves differently where it believes to be analyzed', risk_factor: 8, sig_id: 2105 },
  { description: 'Traffic matches a rule for stolen credentials', risk_factor: 7, sig_id: 2106 },
];

/** One for a harmless target; 8 to 12 of mixed risk otherwise, several of them 7 or more. */
export function observeSignatures(analysed: Analysed, classification: Classification): Signature[] {
  if (!isHarmful(classification)) return [LOOKUPS];
  const seed = `${seedOf(analysed)}/signatures`;
  const grave = classification === 'MALICIOUS' ? between(4, 5, seed) : between(2, 3, seed);
  const minor = between(5, 6, `${seed}/minor`);
  return [LOOKUPS, ...choose(MINOR, minor, seed), ...choose(GRAVE, grave, seed)];
}
