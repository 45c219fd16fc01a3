import { type Account, isSameAccount } from '@/utils/spectra/account.ts';
import type { Analysis } from './analysis.ts';
import { freeSlots, type Gate, hasContact, isAhead, type Pause, slotTimes, soundGate } from './gate.ts';
import { MINUTE } from './time.ts';

/** All that the next step depends on. */
export interface Outbox {
  /** The unfinished analyses, in any order. */
  analyses: readonly Analysis[];
  /** The account that is set, if any. */
  account: Account | null;
  /** Whether its password is at hand. */
  isSignedIn: boolean;
  /** Whether the browser lets us reach its service. */
  hasPermission: boolean;
  isOnline: boolean;
  /** Of the account that is set. */
  gate: Gate;
}

/** What a queued analysis waits for (law 4). `until` where it is a time; all others end with an event. */
export type Wait =
  | { for: 'account' | 'otherAccount' | 'signIn' | 'permission' | 'credentials' | 'right' | 'network' }
  | { for: 'pause'; kind: Pause['kind']; until: number }
  | { for: 'slot'; until: number }
  | { for: 'turn' };

export type Step =
  /** Its POST died with the background that sent it. */
  | { do: 'settle'; analysis: Analysis }
  /** An account is set, and these were captured before there was any: it takes them. */
  | { do: 'adopt'; account: Account }
  /** The clock was set back: times that are stored in the future are to become now, or they would never pass. */
  | { do: 'reckon'; account: Account }
  /** No recent answer of the service: make sure that it is there before anything is sent. */
  | { do: 'probe' }
  | { do: 'submit'; analysis: Analysis }
  /** Null: nothing is due at any time. */
  | { do: 'wait'; until: number | null };

/** How often the network is looked at while something waits for it: no event wakes a background that ended. */
const LOOK_AT_NETWORK = MINUTE;

/** The next thing to do. Nothing may be in flight: a `submitting` analysis is one whose sender died. */
export function plan(outbox: Outbox, now: number): Step {
  const lost = outbox.analyses.find(({ state }) => state === 'submitting');
  if (lost) return { do: 'settle', analysis: lost };
  const { account } = outbox;
  if (account && outbox.analyses.some((one) => one.account === null)) return { do: 'adopt', account };
  if (account && isAhead(outbox.gate, now)) return { do: 'reckon', account };
  const next = queue(outbox)[0];
  if (!next) return { do: 'wait', until: null };
  const wait = obstacle(outbox, now);
  if (wait) return { do: 'wait', until: wakeAt(wait, now) };
  return hasContact(soundGate(outbox.gate, now), now) ? { do: 'submit', analysis: next } : { do: 'probe' };
}

/** What this queued analysis waits for, and when it is likely to go out, if a time can be told. */
export function waitOf(
  analysis: Analysis,
  outbox: Outbox,
  now: number,
): { wait: Wait; place: number; at: number | null } {
  if (!isOurs(analysis, outbox.account)) {
    return { wait: { for: outbox.account ? 'otherAccount' : 'account' }, place: 0, at: null };
  }
  const place = queue(outbox).findIndex(({ id }) => id === analysis.id);
  const wait = obstacle(outbox, now) ?? { for: 'turn' };
  return { wait, place, at: sendTime(outbox, wait, place, now) };
}

/** The queued analyses of the account that is set, first the one that goes out first. */
function queue({ analyses, account }: Outbox): Analysis[] {
  return analyses
    .filter((analysis) => analysis.state === 'queued' && isOurs(analysis, account))
    .sort((one, other) => one.queuedAt - other.queuedAt || (one.id < other.id ? -1 : 1));
}

function isOurs(analysis: Analysis, account: Account | null): boolean {
  return account !== null && analysis.account !== null && isSameAccount(analysis.account, account);
}

/** What keeps the whole queue of the account from going on, the lasting reasons first. */
function obstacle(outbox: Outbox, now: number): Wait | null {
  const gate = soundGate(outbox.gate, now);
  if (!outbox.isSignedIn) return { for: 'signIn' };
  if (!outbox.hasPermission) return { for: 'permission' };
  if (gate.blocked) return { for: gate.blocked === 'unauthorized' ? 'credentials' : 'right' };
  if (!outbox.isOnline) return { for: 'network' };
  if (gate.pause && gate.pause.until > now)
    return { for: 'pause', kind: gate.pause.kind, until: gate.pause.until };
  const free = slotTimes(gate)[0];
  if (freeSlots(gate) === 0 && free !== undefined) return { for: 'slot', until: free };
  return null;
}

function wakeAt(wait: Wait, now: number): number | null {
  if ('until' in wait) return wait.until;
  return wait.for === 'network' ? now + LOOK_AT_NETWORK : null;
}

function sendTime(outbox: Outbox, wait: Wait, place: number, now: number): number | null {
  if (wait.for !== 'turn' && !('until' in wait)) return null;
  const start = 'until' in wait && wait.for === 'pause' ? wait.until : now;
  const gate = soundGate(outbox.gate, now);
  const times = [
    ...Array<number>(freeSlots(gate)).fill(start),
    ...slotTimes(gate).map((time) => Math.max(time, start)),
  ];
  const time = times[place % times.length] ?? start;
  return time + Math.floor(place / times.length) * MINUTE;
}
