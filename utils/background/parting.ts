import {
  ANALYSIS_PREFIX,
  BATCH_PREFIX,
  BRIEF_PREFIX,
  CLAIM_PREFIX,
  isPrivateId,
  KEYS,
  TARGET_PREFIX,
} from '@/utils/analyses/keys.ts';

/** Ids, or what has a batch's id; some of them as the fields of one value. */
const LISTS: readonly string[] = [
  KEYS.unfinished,
  KEYS.recent,
  KEYS.unseen,
  KEYS.offers,
  KEYS.news,
  KEYS.removing,
];

const OF_AN_ID = [ANALYSIS_PREFIX, BRIEF_PREFIX, BATCH_PREFIX];

/** What stands where, key by key. */
type Items = Record<string, unknown>;

/** Whether a list stands under this key of which some may be private and others not. */
export function isList(key: string): boolean {
  return LISTS.includes(key) || isTarget(key);
}

export function isTarget(key: string): boolean {
  return key.startsWith(TARGET_PREFIX);
}

function isClaim(key: string): boolean {
  return key.startsWith(CLAIM_PREFIX);
}

/** Whether something that is not private may stand under this key. */
export function isOpen(key: string): boolean {
  return !(isPrivateId(key) && OF_AN_ID.some((prefix) => key.startsWith(prefix)));
}

/** Whether something private may. */
export function isOwn(key: string): boolean {
  return !isOpen(key) || isParted(key);
}

/** Whether both may. */
export function isParted(key: string): boolean {
  return isList(key) || isClaim(key);
}

function idOf(element: unknown): string {
  if (typeof element === 'string') return element;
  const { batchId } = (element ?? {}) as { batchId?: unknown };
  return typeof batchId === 'string' ? batchId : '';
}

function isPrivate(element: unknown): boolean {
  return isPrivateId(idOf(element));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(value: object, change: (field: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, change(field)]));
}

/** A list without what is private in it. */
function openPart(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((element) => !isPrivate(element));
  return isObject(value) ? fieldsOf(value, openPart) : value;
}

/** What is private in a list. */
function privatePart(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter(isPrivate);
  return isObject(value) ? fieldsOf(value, privatePart) : undefined;
}

/** Whether there is nothing in a list. */
function isBare(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return !isObject(value) || Object.values(value).every(isBare);
}

/** A list whole again, each part in its order: the newest first where both are. What is no list stays none, to be found anew. */
function joined(open: unknown, own: unknown): unknown {
  if (Array.isArray(open) && Array.isArray(own)) return woven(open, own);
  if (!isObject(open) || !isObject(own)) return open;
  return Object.fromEntries(Object.entries(open).map(([name, field]) => [name, joined(field, own[name])]));
}

function woven(open: readonly unknown[], own: readonly unknown[]): unknown[] {
  const all: unknown[] = [];
  let next = 0;
  for (const element of open) {
    for (; next < own.length && idOf(own[next]) > idOf(element); next++) all.push(own[next]);
    all.push(element);
  }
  return [...all, ...own.slice(next)];
}

/**
 * What may stand on the disk, and what in memory only.
 * @param mayBeInSession whether something may stand there under this key, which must not say otherwise then
 */
export function parted(items: Items, mayBeInSession: (key: string) => boolean): { open: Items; own: Items } {
  const [open, own]: [Items, Items] = [{}, {}];
  for (const [key, value] of Object.entries(items)) {
    const parts = partsOf(key, value);
    if ('open' in parts) open[key] = parts.open;
    if ('own' in parts) own[key] = parts.own;
    else if (isList(key) && mayBeInSession(key)) own[key] = privatePart(value);
  }
  return { open, own };
}

function partsOf(key: string, value: unknown): { open?: unknown; own?: unknown } {
  if (!isOpen(key)) return { own: value };
  if (isClaim(key)) return isPrivate(value) ? { own: value } : { open: value };
  if (!isList(key)) return { open: value };
  const [open, own] = [openPart(value), privatePart(value)];
  if (isBare(own)) return { open };
  return isTarget(key) && isBare(open) ? { own } : { open, own };
}

/** What was parted whole again. */
export function merged(open: Items, own: Items): Items {
  const all = { ...open };
  for (const [key, value] of Object.entries(own)) {
    // An id of the service that has a record which stays is that one's.
    if (!isList(key)) all[key] ??= value;
    else if (key in open) all[key] = joined(open[key], value);
    // Of every other list a part stands on the disk: where it does not, the list is lost, and found anew.
    else if (isTarget(key) && !isBare(value)) all[key] = value;
  }
  return all;
}
