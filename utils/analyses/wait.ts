import type { Analysis } from './analysis.ts';
import { freeSlots, type Pause, slotTimes, soundGate } from './gate.ts';
import { isOurs, type Outbox, queueOf } from './outbox.ts';
import { MINUTE } from './time.ts';

/** What a queued analysis waits for (law 4). `until` where it is a time; all others end with an event. */
export type Wait =
  | {
      for:
        | 'account'
        | 'otherAccount'
        | 'signIn'
        | 'permission'
        | 'credentials'
        | 'right'
        | 'network'
        | 'hold';
    }
  | { for: 'pause'; kind: Pause['kind']; until: number }
  | { for: 'slot'; until: number }
  | { for: 'turn' };

/** Pauses in which the service itself is out of reach, for whatever question. */
const OUT_OF_REACH: readonly Pause['kind'][] = ['unreachable', 'intercepted'];

/** What keeps the account's queue from going on, the lasting reasons first. The outbox's gate is made sound here. */
export function obstacle(outbox: Outbox, now: number): Wait | null {
  const gate = soundGate(outbox.gate, now);
  if (outbox.isHeld) return { for: 'hold' };
  const lasting = closedDoor(outbox);
  if (lasting) return lasting;
  if (gate.blocked === 'forbidden') return { for: 'right' };
  if (!outbox.isOnline) return { for: 'network' };
  if (gate.pause && gate.pause.until > now)
    return { for: 'pause', kind: gate.pause.kind, until: gate.pause.until };
  const free = slotTimes(gate)[0];
  if (freeSlots(gate) === 0 && free !== undefined) return { for: 'slot', until: free };
  return null;
}

/** What keeps us from asking the service for what was lost. That is no submission: no slot, hold or missing right stands against it. */
export function lookObstacle(outbox: Outbox, now: number): Wait | null {
  const lasting = closedDoor(outbox);
  if (lasting) return lasting;
  if (!outbox.isOnline) return { for: 'network' };
  const { pause } = soundGate(outbox.gate, now);
  const isOut = pause && pause.until > now && OUT_OF_REACH.includes(pause.kind);
  return isOut ? { for: 'pause', kind: pause.kind, until: pause.until } : null;
}

function closedDoor({ isSignedIn, hasPermission, gate }: Outbox): Wait | null {
  if (!isSignedIn) return { for: 'signIn' };
  if (!hasPermission) return { for: 'permission' };
  return gate.blocked === 'unauthorized' ? { for: 'credentials' } : null;
}

export interface Waiting {
  wait: Wait;
  /** Its place among those that wait, from 0. */
  place: number;
  /** When it is likely to go out, if a time can be told. */
  at: number | null;
}

/** What this queued analysis waits for. */
export function waitOf(analysis: Analysis, outbox: Outbox, now: number): Waiting {
  if (!isOurs(analysis, outbox.account)) {
    return { wait: { for: outbox.account ? 'otherAccount' : 'account' }, place: 0, at: null };
  }
  const place = queueOf(outbox).findIndex(({ id }) => id === analysis.id);
  const wait = obstacle(outbox, now) ?? { for: 'turn' };
  return { wait, place, at: sendTime(outbox, wait, place, now) };
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
