import type { Analysis } from './analysis.ts';
import { freeSlots, slotTimes, soundGate } from './gate.ts';
import { lookFreeAt, OPEN_LOOK_GATE } from './look-gate.ts';
import { isOurs, type Outbox, queueOf } from './outbox.ts';
import type { Pause } from './pause.ts';
import { WINDOW } from './slots.ts';

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
        | 'reportRight'
        | 'network'
        | 'hold';
    }
  | { for: 'pause'; kind: Pause['kind']; until: number }
  | { for: 'slot'; until: number }
  /** So many look-ups were made this minute that the next one has to wait. */
  | { for: 'lookups'; until: number }
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

/** What keeps us from asking the service for a report, or for what was lost. That is no submission: no slot, hold or missing right stands against it. */
export function lookObstacle(outbox: Outbox, now: number): Wait | null {
  const lasting = closedDoor(outbox);
  if (lasting) return lasting;
  const { pause, look = OPEN_LOOK_GATE } = soundGate(outbox.gate, now);
  if (look.isForbidden) return { for: 'reportRight' };
  if (!outbox.isOnline) return { for: 'network' };
  const pauses = [look.pause, pause && OUT_OF_REACH.includes(pause.kind) ? pause : undefined];
  const longest = pauses
    .filter((one) => one !== undefined && one.until > now)
    .sort((one, other) => (other?.until ?? 0) - (one?.until ?? 0))[0];
  if (longest) return { for: 'pause', kind: longest.kind, until: longest.until };
  const until = lookFreeAt(look);
  return until === null ? null : { for: 'lookups', until };
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

/** Tells of each queued analysis what it waits for. What all of them share is found out once. */
export function waitsOf(outbox: Outbox, now: number): (analysis: Analysis) => Waiting {
  const queue = queueOf(outbox);
  const places = new Map(queue.map(({ id }, place) => [id, place]));
  const wait = obstacle(outbox, now) ?? { for: 'turn' };
  const times = sendTimes(outbox, wait, queue.length, now);
  return (analysis) => {
    if (!isOurs(analysis, outbox.account)) {
      return { wait: { for: strangerWait(analysis, outbox) }, place: 0, at: null };
    }
    const place = places.get(analysis.id) ?? 0;
    return { wait, place, at: times[place] ?? null };
  };
}

function strangerWait({ account }: Analysis, outbox: Outbox): 'account' | 'otherAccount' | 'turn' {
  if (!outbox.account) return 'account';
  // What belongs to nobody yet is taken by the account that is set in the next step.
  return account ? 'otherAccount' : 'turn';
}

/** When each place is likely to go out, if all goes well; empty where no time can be told. */
function sendTimes(outbox: Outbox, wait: Wait, count: number, now: number): number[] {
  if (wait.for !== 'turn' && !('until' in wait)) return [];
  const start = wait.for === 'pause' ? wait.until : now;
  const gate = soundGate(outbox.gate, now);
  const free = Array<number>(freeSlots(gate)).fill(start);
  const slots = [...free, ...slotTimes(gate).map((time) => Math.max(time, start))];
  return Array.from({ length: count }, () => {
    const next = Math.min(...slots);
    slots[slots.indexOf(next)] = next + WINDOW;
    return next;
  });
}
