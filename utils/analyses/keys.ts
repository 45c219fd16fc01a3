/** The names under which things stand in the extension's storage. One key a record. */
export const KEYS = {
  settings: 'settings',
  lastPlatforms: 'lastPlatforms',
  /** The ids of the analyses that may still have to be sent or wait for the user, written in one step with the records. */
  unfinished: 'unfinished',
  /** The ids of the newest analyses, newest first. */
  recent: 'recent',
  /** The ids of analyses that failed or became unconfirmed since the user last looked. */
  unseen: 'unseen',
  /** What the user was last told that the queue needs of them. */
  told: 'told',
  /** Account and password together; in session storage, or in local storage where the user chose so. */
  credentials: 'credentials',
} as const;

const ANALYSIS_PREFIX = 'analysis:';
const GATE_PREFIX = 'gate:';

export function analysisKey(id: string): string {
  return ANALYSIS_PREFIX + id;
}

/** @param account the name of an account, as `accountKey` gives it */
export function gateKey(account: string): string {
  return GATE_PREFIX + account;
}

/** How many of the newest analyses are listed. */
export const RECENT = 50;
