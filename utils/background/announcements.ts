import { type Analysis, isBad } from '@/utils/analyses/analysis.ts';
import { isPrivateId } from '@/utils/analyses/keys.ts';
import type { Offer } from '@/utils/analyses/offer.ts';
import type { Rank } from '@/utils/analyses/verdict.ts';
import type { Wait } from '@/utils/analyses/wait.ts';
import { defangHost } from '@/utils/capture/defang.ts';
import { isKind } from '@/utils/capture/guard/sighting.ts';
import type { Account } from '@/utils/spectra/account.ts';
import type { Problem } from './commands.ts';
import type { Overview, Row } from './overview.ts';
import type { MessageKey, Translate } from './texts.ts';

export interface Notice {
  id: string;
  title: string;
  message: string;
  /** What its one button says, in a browser that shows one. */
  button?: string;
  /** It says what the queue needs of the user. */
  isNeed?: boolean;
  /** The id of a notice that it takes the place of, beside one with its own id. */
  replaces?: string;
}

export interface Badge {
  text: string;
  title: string;
  needsUser: boolean;
  /** Its letter is that of a verdict which the user has not seen. */
  verdict?: Rank;
}

/** How the id of a notice of something held begins. */
const HELD = 'held:';

/** How the id of a notice that makes an offer begins. */
const OFFER = 'offer:';

/** Waits that end only when the user does something. */
const NEEDS_USER: readonly Wait['for'][] = [
  'account',
  'otherAccount',
  'signIn',
  'permission',
  'credentials',
  'right',
  'reportRight',
];

/** What a row waits for: to be sent, or to be looked for. */
export function waitFor({ wait, lookWait }: Row): Wait | undefined {
  return wait?.wait ?? lookWait;
}

/** The first row that waits for the user. What runs for another account runs on without them. */
export function needy(rows: readonly Row[]): Row | undefined {
  return rows.find(
    (row) => NEEDS_USER.some((need) => need === waitFor(row)?.for) && row.lookWait?.for !== 'otherAccount',
  );
}

/**
 * The badge: `!` where something needs the user, else the letter of an unseen verdict, else the number of open analyses.
 * @param unseen those that went wrong since the last look
 * @param verdict the worst verdict since then
 */
export function badgeOf(
  { rows, open, unreadable }: Pick<Overview, 'rows' | 'open' | 'unreadable'>,
  unseen: readonly Analysis[],
  verdict: Rank | undefined,
  t: Translate,
): Badge {
  if (rows.some(({ analysis }) => analysis.state === 'held'))
    return { text: '!', title: t('badge_title_held'), needsUser: true };
  const needsUser = unseen.some(isBad) || needy(rows) !== undefined || unreadable > 0;
  if (needsUser) return { text: '!', title: t('badge_title_needs_you'), needsUser };
  if (verdict) {
    const title = t('badge_title_verdict', t(`verdict_${verdict}`));
    return { text: t(`verdict_${verdict}_letter`), title, needsUser, verdict };
  }
  return {
    text: open ? String(open) : '',
    title: open ? t('badge_title_open', open) : t('badge_title_idle'),
    needsUser,
  };
}

/** The badge while the storage fails: nothing is known then. */
export function troubleBadge(t: Translate): Badge {
  return { text: '!', title: t('badge_title_needs_you'), needsUser: true };
}

/** How a notice puts things: the texts, and a time of today. */
export interface Voice {
  t: Translate;
  timeOfDay: (time: number) => string;
}

/** What to say of a batch now that nothing more can be done for it at the moment. One notice a batch: the next replaces it. */
export function noticeOf(rows: readonly Row[], voice: Voice): Notice | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const { batchId } = first.analysis;
  const host = hostsOf(
    batchId,
    rows.map(({ analysis }) => analysis.href),
    voice.t,
  );
  const words =
    badWords(rows, host, voice) ?? waitingWords(rows, host, voice) ?? startedWords(rows, host, voice);
  return words && { id: `batch:${batchId}`, ...words };
}

type Words = Omit<Notice, 'id'> | undefined;

function badWords(rows: readonly Row[], host: string, { t }: Voice): Words {
  const bad = rows.find(({ analysis }) => isBad(analysis));
  if (!bad?.analysis.error) return undefined;
  const { error, account, state } = bad.analysis;
  return {
    title: t(state === 'failed' ? 'notify_failed_title' : 'notify_unconfirmed_title'),
    message: `${on(host, [bad], t)}: ${t(`error_${error.kind}`, account?.address ?? '')}`,
  };
}

function waitingWords(rows: readonly Row[], host: string, { t, timeOfDay }: Voice): Words {
  // What keeps a report from being asked for is told where it needs the user, and in the list.
  const next = rows.find((row) => row.wait ?? (isStarted(row) ? undefined : row.lookWait));
  const wait = next && waitFor(next);
  if (!wait) return undefined;
  if (wait.for === 'account') {
    return { title: t('notify_no_account_title'), message: t('notify_no_account', host), isNeed: true };
  }
  if (wait.for === 'slot' || wait.for === 'turn') {
    const started = rows.filter(isStarted);
    const names = platformNames(started.length > 0 ? started : rows, t);
    const title = t(started.length > 0 ? 'notify_started_title' : 'notify_queued_title');
    return { title, message: t('notify_queued', host, names, timeOfDay(next.wait?.at ?? 0)) };
  }
  const words = waitWords(wait, next.analysis.account, { t, timeOfDay });
  const isNeed = NEEDS_USER.includes(wait.for);
  return { title: t('notify_waiting_title'), message: t('notify_waiting', host, words), isNeed };
}

function waitWords(wait: Wait, account: Account | null, { t, timeOfDay }: Voice): string {
  switch (wait.for) {
    case 'lookups':
      return t('wait_lookups', timeOfDay(wait.until));
    case 'pause':
      return t(`wait_pause_${wait.kind}`, timeOfDay(wait.until), account?.address ?? '');
    case 'credentials':
      return t('error_unauthorized');
    case 'right':
      return t('error_forbidden');
    default:
      return t(`wait_${wait.for}`, account?.userName ?? '');
  }
}

function startedWords(rows: readonly Row[], host: string, { t }: Voice): Words {
  const started = rows.filter(isStarted);
  return started.length > 0 ? { title: t('notify_started_title'), message: on(host, started, t) } : undefined;
}

function isStarted({ analysis }: Row): boolean {
  return analysis.state === 'running';
}

/** What to say when the queue came to need the user for something. */
export function attentionNotice(row: Row, voice: Voice): Notice | undefined {
  const host = hostsOf(row.analysis.batchId, [row.analysis.href], voice.t);
  const words =
    row.wait || !row.lookWait ? waitingWords([row], host, voice) : lookWords(row, row.lookWait, host, voice);
  return words && { id: 'attention', ...words };
}

function lookWords({ analysis }: Row, wait: Wait, host: string, voice: Voice): Words {
  const { account } = analysis;
  const isPause = wait.for === 'pause';
  const words = isPause
    ? voice.t(`wait_look_${wait.kind}`, voice.timeOfDay(wait.until), account?.address ?? '')
    : waitWords(wait, account, voice);
  const title = voice.t('notify_report_waiting_title');
  return { title, message: voice.t('notify_waiting', host, words), isNeed: true };
}

/** What to say of a capture of which the same is under way; `isPart` where the rest of it was queued. */
export function offerNotice({ batchId, items }: Offer, isPart: boolean, t: Translate): Notice {
  const names = [...new Set(items.map(({ platform }) => t(`platform_${platform}_name`)))].join(', ');
  return {
    id: `${OFFER}${batchId}`,
    title: t(isPart ? 'notify_offer_part_title' : 'notify_offer_title'),
    message: t(
      'notify_offer',
      hostsOf(
        batchId,
        items.map(({ href }) => href),
        t,
      ),
      names,
    ),
    button: t('send_anyway'),
  };
}

/** What to say of analyses that are held until the user decides: why, and of which hosts. */
export function heldNotice(held: readonly Analysis[], t: Translate): Notice | undefined {
  const [first] = held;
  if (!first) return undefined;
  const hosts = hostsOf(
    first.batchId,
    held.map(({ href }) => href),
    t,
  );
  const title = t('notify_held_title', hosts);
  return { id: `${HELD}${first.batchId}`, title, message: t('notify_held', sightedWords(held, t)) };
}

/** The batch of which a notice with this id tells that it is held, if it does. */
export function heldBatch(id: string): string | undefined {
  return id.startsWith(HELD) ? id.slice(HELD.length) : undefined;
}

/** What the guard saw in these, each kind once. */
function sightedWords(
  sighted: readonly { sightings?: readonly { kind: string }[] | undefined }[],
  t: Translate,
): string {
  const kinds = new Set(sighted.flatMap(({ sightings = [] }) => sightings.map(({ kind }) => kind)));
  return [...kinds].map((kind) => t(`sighted_${isKind(kind) ? kind : 'other'}`)).join(', ');
}

/** The batch whose offer a notice with this id makes, if it makes one. */
export function offerOf(id: string): string | undefined {
  return id.startsWith(OFFER) ? id.slice(OFFER.length) : undefined;
}

/** A notice that is the same each time: the storage fails, or holds what can't be read. */
export function plainNotice(id: 'storage' | 'unreadable', t: Translate): Notice {
  return { id, title: t(`notify_${id}_title`), message: t(`notify_${id}`) };
}

/** What to say of a capture that was refused before it became one. */
export function refusalNotice(problem: Problem, t: Translate): Notice {
  return {
    id: 'refused',
    title: t('notify_refused_title'),
    message: t(problem.message as MessageKey, ...(problem.substitutions ?? [])),
  };
}

function on(host: string, rows: readonly Row[], t: Translate): string {
  return t('notify_started', host, platformNames(rows, t));
}

function platformNames(rows: readonly Row[], t: Translate): string {
  return [...new Set(rows.map(({ analysis }) => t(`platform_${analysis.platform}_name`)))].join(', ');
}

/** Only hosts: a notification may be kept by the system, and a URL's path may hold a secret. Of what is private not even those. */
export function hostsOf(batchId: string, hrefs: readonly string[], t: Translate): string {
  if (isPrivateId(batchId)) return t('private_place');
  const hosts = [...new Set(hrefs)].map((href) => defangHost(new URL(href).hostname));
  const [first = ''] = hosts;
  return hosts.length > 1 ? t('hosts_more', first, hosts.length - 1) : first;
}
