/** The names under which things stand in the extension's storage. One key a record. */
export const KEYS = {
  settings: 'settings',
  lastPlatforms: 'lastPlatforms',
  /** Whether the user holds the queue. */
  hold: 'hold',
  /** What was not queued since the same is under way, until the user decides; newest first. */
  offers: 'offers',
  /** The version of what is stored: an update from an older one finds the lists anew. */
  schema: 'schema',
  /** The ids of the analyses that are on their way, written in one step with the records. */
  unfinished: 'unfinished',
  /** The ids of the newest analyses, newest first. */
  recent: 'recent',
  /** The ids of analyses that failed or became unconfirmed since the user last looked. */
  unseen: 'unseen',
  /** Whose verdict the user has yet to be told, or to see. */
  news: 'news',
  /** The case that all that follows is filed under; absent where there is none. */
  case: 'case',
  /** When analyses and their reports in brief were last looked through for old ones. */
  prunedAt: 'prunedAt',
  /** What is being removed: a removal that died is finished at the next start. */
  removing: 'removing',
  /** What the user was last told that the queue needs of them. */
  told: 'told',
  /** In session storage while the user knows that the storage fails. */
  troubled: 'troubled',
  /** Account and password together; in session storage, or in local storage where the user chose so. */
  credentials: 'credentials',
} as const;

export const ANALYSIS_PREFIX = 'analysis:';
export const GATE_PREFIX = 'gate:';
export const BRIEF_PREFIX = 'brief:';
export const CLAIM_PREFIX = 'claim:';
export const BATCH_PREFIX = 'batch:';
export const TARGET_PREFIX = 'target:';
export const DRAFT_PREFIX = 'draft:';

export function analysisKey(id: string): string {
  return ANALYSIS_PREFIX + id;
}

/** @param account the name of an account, as `accountKey` gives it */
export function gateKey(account: string): string {
  return GATE_PREFIX + account;
}

/** Under the service's analysis id stands which record it belongs to; it stays when the record is deleted. */
export function claimKey(analysisId: string): string {
  return CLAIM_PREFIX + analysisId;
}

/** Under a batch stand the ids of its analyses. */
export function batchKey(batchId: string): string {
  return BATCH_PREFIX + batchId;
}

/** Under a target stand the ids of its newest analyses, newest first. */
export function targetKey(href: string): string {
  return TARGET_PREFIX + href;
}

/** What waits on a page to be looked at before it is captured; in session storage. */
export function draftKey(id: string): string {
  return DRAFT_PREFIX + id;
}

/** How the ids of what was captured in a private window end: such an id says by itself where things of it may stand. */
const PRIVATE_END = '~';

/** @param ulid as `ulid()` makes it; the id sorts as it does */
export function privateId(ulid: string): string {
  return ulid + PRIVATE_END;
}

/** What an id was made of. */
export function ulidOf(id: string): string {
  return isPrivateId(id) ? id.slice(0, -PRIVATE_END.length) : id;
}

export function isPrivateId(id: string): boolean {
  return id.endsWith(PRIVATE_END);
}

/** What an analysis's report says, in brief. */
export function briefKey(id: string): string {
  return BRIEF_PREFIX + id;
}

/** How many of the newest analyses a view shows at first: they fill a screen, and the others follow. */
export const FIRST = 12;

/** How many of the newest analyses are listed. */
export const RECENT = 50;
