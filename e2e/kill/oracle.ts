import type { LedgerEntry } from '../../emulator/ledger-entry.ts';
import { isOpen, type StoredRecord } from './stored-record.ts';

const MINUTE = 60_000;
const LIMIT = 3;
const HAS_ID = ['running', 'noReport', 'finished'];
const ENDS = ['running', 'failed', 'unconfirmed', 'cancelled', 'finished', 'noReport'];
/** Refusals that prove that nothing was started, and that say nothing against the analysis. */
const GOES_BACK = [401, 403, 429];

/** What the user had, what the extension stored, what the service received, and what happened to the background. */
export interface History {
  /** What was acknowledged, one entry a platform. */
  acknowledged: readonly { href: string; platform: string }[];
  records: readonly StoredRecord[];
  entries: readonly LedgerEntry[];
  /** The records that were found `submitting` while the background was dead: one entry a kill. */
  deaths: readonly (readonly Pick<StoredRecord, 'id' | 'attempts'>[])[];
  /** Deaths of the whole browser, whose storage nobody can read while it is dead. */
  browserDeaths: number;
}

interface Case {
  record: StoredRecord;
  /** Its POSTs, as far as the service could read them. */
  posts: readonly LedgerEntry[];
}

/** What the extension did that it must never do, in words; by the service's ledger, and as strictly as that can tell. */
export function judge(history: History): string[] {
  const cases = history.records.map((record) => ({ record, posts: postsOf(record, history.entries) }));
  return [
    ...history.acknowledged
      .filter((target) => !history.records.some((record) => isSame(record, target)))
      .map(lost),
    ...cases.flatMap(sentTwice),
    ...cases.flatMap(ofAnotherAccount),
    ...overLimit(history.entries),
    ...cases
      .filter(({ record }) => !ENDS.includes(record.state))
      .map(({ record }) => `${name(record)} has no end`),
    ...cases.flatMap(startedElsewhere),
    ...deathsOfMany(history),
    ...afterDeath(cases, history),
    ...unlearnt(cases, history),
  ];
}

function isSame(one: { href: string; platform: string }, other: { href: string; platform: string }): boolean {
  return one.href === other.href && one.platform === other.platform;
}

function name({ href, platform, state }: StoredRecord): string {
  return `${href} on ${platform} (${state})`;
}

function lost({ href, platform }: { href: string; platform: string }): string {
  return `lost: ${href} on ${platform} was acknowledged and isn't stored`;
}

function isPost({ endpoint, method }: LedgerEntry): boolean {
  return method === 'POST' && (endpoint === 'submit' || endpoint === 'submit-archive');
}

function postsOf(record: StoredRecord, entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries.filter(
    ({ target, platform }) =>
      target?.value === record.href && platform === record.platform && target.form !== 'sha1',
  );
}

/** Whether the answer proves that nothing was started, so that the record may be sent once more. */
function isRefusal({ ended, status, target }: LedgerEntry): boolean {
  if (ended !== 'answered' || status === 'none') return false;
  if (status === 400) return target?.form === 'url_base64';
  return GOES_BACK.includes(status) || (status >= 300 && status < 400);
}

function sentTwice({ record, posts }: Case): string[] {
  const refusals = posts.filter(isRefusal).length;
  const started = posts.flatMap(({ analysisIds }) => analysisIds);
  return [
    ...posts
      .slice(0, -1)
      .flatMap((post) => (isRefusal(post) ? [] : [`twice: ${name(record)} after ${outcome(post)}`])),
    // A request whose body never came can't be told by its URL; the record's own count tells of it.
    ...(record.attempts > refusals + 1
      ? [`twice: ${name(record)}, ${record.attempts} attempts, ${refusals} refused`]
      : []),
    ...(posts.length > record.attempts
      ? [`twice: ${name(record)}, ${posts.length} POSTs in ${record.attempts}`]
      : []),
    ...(started.length > 1 ? [`twice: ${name(record)} was started ${started.length} times`] : []),
  ];
}

function outcome({ status, ended, fault }: LedgerEntry): string {
  return `${status}, ${ended}${fault ? `, ${fault.kind}` : ''}`;
}

function ofAnotherAccount({ record, posts }: Case): string[] {
  return posts
    .filter(({ headers }) => headers.user !== record.account?.userName)
    .map(({ headers }) => `account: ${name(record)} went out for ${headers.user}`);
}

/** All requests to TCA-0207 count, those that start nothing, too. */
function overLimit(entries: readonly LedgerEntry[]): string[] {
  const posts = entries.filter(isPost);
  const users = [...new Set(posts.map(({ headers }) => headers.user))];
  return users.flatMap((user) => {
    const times = posts.filter(({ headers }) => headers.user === user).map(({ receivedAt }) => receivedAt);
    return times.flatMap((time, index) => {
      const since = time - (times[index - LIMIT] ?? Number.NEGATIVE_INFINITY);
      return since < MINUTE ? [`limit: a fourth request of ${user} after ${since} ms`] : [];
    });
  });
}

function startedElsewhere({ record, posts }: Case): string[] {
  if (!HAS_ID.includes(record.state)) return [];
  const id = record.started?.analysisId;
  const isStarted = posts.some(({ analysisIds }) => id !== undefined && analysisIds.includes(id));
  return isStarted ? [] : [`${name(record)} has the id ${id}, which its POST did not start`];
}

function deathsOfMany({ deaths }: History): string[] {
  return deaths.filter(({ length }) => length > 1).map(({ length }) => `${length} were in flight at once`);
}

/** What was in flight when the background died is never sent again by itself. */
function afterDeath(cases: readonly Case[], { deaths }: History): string[] {
  const dead = new Map(deaths.flat().map(({ id, attempts }) => [id, attempts]));
  return cases
    .filter(({ record }) => dead.has(record.id) && dead.get(record.id) !== record.attempts)
    .map(({ record }) => `twice: ${name(record)} was in flight at a kill and sent again`);
}

/** What the service answered plainly is known, but for what was in flight at a kill. */
function unlearnt(cases: readonly Case[], { deaths, browserDeaths, entries }: History): string[] {
  const dead = new Set(deaths.flat().map(({ id }) => id));
  const wrong = cases.filter(({ record, posts }) => {
    const last = posts.at(-1);
    if (dead.has(record.id) || isOpen(record)) return false;
    const isPlain = last !== undefined && posts.length === record.attempts && !isUnknown(last);
    if (record.state === 'unconfirmed') return last === undefined || isPlain;
    return last?.status === 200 && isPlain && !HAS_ID.includes(record.state);
  });
  // One a death of the browser; and one a request whose body never came, which can't be told by its URL.
  const bodiless = entries.filter((entry) => isPost(entry) && entry.body === null).length;
  return wrong.length > browserDeaths + bodiless
    ? wrong.map(
        ({ record, posts }) =>
          `unlearnt: ${name(record)} after ${posts.map(outcome).join('; ') || 'no POST'}`,
      )
    : [];
}

/** Whether the POST ended so that nobody can know what it came to. */
function isUnknown({ ended, status, fault }: LedgerEntry): boolean {
  if (ended !== 'answered' || status === 'none') return true;
  return status >= 500 || status === 408 || fault?.kind === 'nonsense' || fault?.kind === 'html';
}
