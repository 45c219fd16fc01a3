import { type Analysis, isBad, isOpen, isWaiting } from '@/utils/analyses/analysis.ts';
import type { Wait } from '@/utils/analyses/plan.ts';
import { HOUR } from '@/utils/analyses/time.ts';
import { defangHost } from '@/utils/capture/defang.ts';
import type { Account } from '@/utils/spectra/account.ts';
import type { Problem } from './commands.ts';
import type { Translate } from './menus.ts';
import type { Row } from './overview.ts';

export interface Notice {
  id: string;
  title: string;
  message: string;
}

export interface Badge {
  text: string;
  title: string;
  needsUser: boolean;
}

/** How long a running analysis counts as open; a report that takes longer than this is not to be expected. */
const DEADLINE = 2 * HOUR;

/** Waits that end only when the user does something. */
const NEEDS_USER: readonly Wait['for'][] = ['account', 'signIn', 'permission', 'credentials', 'right'];

/** The badge: `!` where something needs the user, else the number of open analyses. Unseen: those that went wrong since the last look. */
export function badgeOf(rows: readonly Row[], unseen: readonly Analysis[], now: number, t: Translate): Badge {
  const needsUser = unseen.some(isBad) || rows.some(({ wait }) => wait && NEEDS_USER.includes(wait.wait.for));
  const isRunning = ({ startedAt }: Analysis) => startedAt !== undefined && now - startedAt < DEADLINE;
  const open = rows.filter(({ analysis }) => (analysis.startedAt ? isRunning(analysis) : isOpen(analysis))).length;
  if (needsUser) return { text: '!', title: t('badge_title_needs_you'), needsUser };
  return { text: open ? String(open) : '', title: open ? t('badge_title_open', open) : t('badge_title_idle'), needsUser };
}

/** What to say of a batch now that there is nothing more to do for it at the moment. One notice a batch: the next replaces it. */
export function noticeOf(rows: readonly Row[], t: Translate, timeOfDay: (time: number) => string): Notice | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const id = `batch:${first.analysis.batchId}`;
  const host = hostOf(first.analysis.href);
  const bad = rows.find(({ analysis }) => isBad(analysis));
  const waiting = rows.filter(({ analysis }) => isWaiting(analysis));
  const started = rows.filter(({ analysis }) => analysis.state === 'running');
  if (bad?.analysis.error) {
    const title = t(bad.analysis.state === 'failed' ? 'notify_failed_title' : 'notify_unconfirmed_title');
    const { error, account } = bad.analysis;
    return { id, title, message: `${on(host, [bad], t)}: ${t(`error_${error.kind}`, account?.address ?? '')}` };
  }
  const wait = waiting.find((row) => row.wait)?.wait;
  if (!wait) return started.length ? { id, title: t('notify_started_title'), message: on(host, started, t) } : undefined;
  if (wait.wait.for === 'account') return { id, title: t('notify_no_account_title'), message: t('notify_no_account', host) };
  if (wait.wait.for === 'slot' || wait.wait.for === 'turn') {
    const done = started.length > 0;
    const names = platformNames(done ? started : waiting, t);
    const title = t(done ? 'notify_started_title' : 'notify_queued_title');
    return { id, title, message: t('notify_queued', host, names, timeOfDay(wait.at ?? 0)) };
  }
  const words = waitWords(wait.wait, first.analysis.account, t, timeOfDay);
  return { id, title: t('notify_waiting_title'), message: t('notify_waiting', host, words) };
}

/** What to say of a capture that was refused before it became one. */
export function refusalNotice(problem: Problem, t: Translate): Notice {
  return { id: 'refused', title: t('notify_refused_title'), message: t(problem.message as never, ...(problem.substitutions ?? [])) };
}

function waitWords(wait: Wait, account: Account | null, t: Translate, timeOfDay: (time: number) => string): string {
  if (wait.for === 'pause') return t(`wait_pause_${wait.kind}`, timeOfDay(wait.until), account?.address ?? '');
  return t(`wait_${wait.for}`, account?.userName ?? '');
}

function on(host: string, rows: readonly Row[], t: Translate): string {
  return t('notify_started', host, platformNames(rows, t));
}

function platformNames(rows: readonly Row[], t: Translate): string {
  return rows.map(({ analysis }) => t(`platform_${analysis.platform}_name`)).join(', ');
}

/** Only the host: a notification may be kept by the system, and a URL's path may hold a secret. */
function hostOf(href: string): string {
  return defangHost(new URL(href).hostname);
}
