import type { Account } from '@/utils/spectra/account.ts';
import type { Analysis } from './analysis.ts';
import { hasContact, isAhead, soundGate } from './gate.ts';
import { lookedFor, lookTime } from './lookup.ts';
import { isOurs, type Outbox, queueOf } from './outbox.ts';
import { MINUTE } from './time.ts';
import { lookObstacle, obstacle, type Wait } from './wait.ts';

export type Step =
  /** Its POST died with the background that sent it. */
  | { do: 'settle'; analysis: Analysis }
  /** An account is set, and these were captured before there was any: it takes them. */
  | { do: 'adopt'; account: Account }
  /** They belong to another account, and run for so long that no report is to be expected: they are waited for no more. */
  | { do: 'retire'; analyses: Analysis[] }
  /** The clock was set back: times that are stored in the future are to become now, or they would never pass. */
  | { do: 'reckon'; account: Account }
  /** Make sure that the service is there before anything is sent: by the usage call, or where that says too little by a trial of the endpoint. */
  | { do: 'probe'; by: 'usage' | 'trial' }
  | { do: 'submit'; analysis: Analysis }
  /** Ask the service whether an unconfirmed one was started, or for the report of a running one. */
  | { do: 'look'; analysis: Analysis }
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
  const over = account ? outbox.analyses.filter((one) => isOver(one, outbox, now)) : [];
  if (over.length > 0) return { do: 'retire', analyses: over };
  if (account && isAhead(outbox.gate, now)) return { do: 'reckon', account };
  const sending = planSending(outbox, now);
  if (sending && sending.do !== 'wait') return sending;
  const looking = planLooking(outbox, now);
  if (looking && looking.do !== 'wait') return looking;
  return { do: 'wait', until: sooner(sending, looking, planRetiring(outbox)) };
}

function isOver(one: Analysis, { account, deadline }: Outbox, now: number): boolean {
  return one.state === 'running' && !isOurs(one, account) && now - (one.startedAt ?? 0) >= deadline;
}

/** When the next one of another account is not waited for any more. */
function planRetiring({ analyses, account, deadline }: Outbox): Extract<Step, { do: 'wait' }> | null {
  const others = analyses.filter((one) => one.state === 'running' && !isOurs(one, account));
  if (!account || others.length === 0) return null;
  return { do: 'wait', until: Math.min(...others.map(({ startedAt = 0 }) => startedAt + deadline)) };
}

function planSending(outbox: Outbox, now: number): Step | null {
  const [next] = queueOf(outbox);
  if (!next) return null;
  const wait = obstacle(outbox, now);
  if (wait) return { do: 'wait', until: wakeAt(wait, now) };
  const gate = soundGate(outbox.gate, now);
  if (hasContact(gate, now)) return { do: 'submit', analysis: next };
  return { do: 'probe', by: gate.isDoubtful ? 'trial' : 'usage' };
}

function planLooking(outbox: Outbox, now: number): Step | null {
  const [next] = lookedFor(outbox.analyses, outbox.account, now);
  if (!next) return null;
  const time = lookTime(next, now) ?? now;
  const wait = lookObstacle(outbox, now);
  if (!wait) return time <= now ? { do: 'look', analysis: next } : { do: 'wait', until: time };
  const until = wakeAt(wait, now);
  return { do: 'wait', until: until === null ? null : Math.max(time, until) };
}

function wakeAt(wait: Wait, now: number): number | null {
  if ('until' in wait) return wait.until;
  return wait.for === 'network' ? now + LOOK_AT_NETWORK : null;
}

function sooner(...steps: (Extract<Step, { do: 'wait' }> | null)[]): number | null {
  const times = steps.flatMap((step) => step?.until ?? []);
  return times.length > 0 ? Math.min(...times) : null;
}
