import type { LedgerEntry } from '../../emulator/ledger-entry.ts';
import { sleep } from '../drivers/wait.ts';
import { PLATFORMS } from '../journeys/stage.ts';
import { FAULTS, type FaultName } from './faults.ts';
import type { KillPoint } from './kill-point.ts';
import type { Rig } from './rig.ts';

/** What is asked for on the way to a moment, and whether it was acknowledged. */
export interface Capture {
  href: string;
  platforms: readonly string[];
  isAcknowledged: boolean;
}

/** How long a request may take to come by itself, in milliseconds, before time is made to pass for it. */
const SOON = 400;
const LOOK = 50;
const MOST_WAITS = 6;

/** One capture each of what the kill point says. */
export function planCaptures({ number, captures }: KillPoint): Capture[] {
  return captures.map((count, index) => ({
    href: `https://t${number}-${index}.example.test/`,
    platforms: PLATFORMS.slice(0, count),
    isAcknowledged: false,
  }));
}

/** What was set off on the way to a moment, and may still be under way then. */
interface Asked {
  asked: Promise<void>;
}

/** Captures, orders the fault, and returns at the kill point's moment: the kill must follow at once. */
export async function bringTo(rig: Rig, point: KillPoint, captures: readonly Capture[]): Promise<Asked> {
  const asked = await approach(rig, point, captures);
  await sleep(point.moment.ms);
  return asked;
}

async function approach(rig: Rig, point: KillPoint, captures: readonly Capture[]): Promise<Asked> {
  const { moment, fault, post } = point;
  const { isProbe, isNthPost } = createLookout(rig);
  const all = async (isMet?: () => boolean) => captureAll(rig, point, captures, isMet);
  switch (moment.after) {
    case 'capture':
      order(rig, fault);
      await captureAll(rig, point, captures.slice(0, -1));
      await throwIn(rig, captures.slice(-1));
      return { asked: Promise.resolve() };
    case 'acknowledgement':
      order(rig, fault);
      await all();
      return { asked: Promise.resolve() };
    case 'alarm':
      await all();
      await rig.rest();
      order(rig, fault);
      if (!(await rig.pass())) throw new Error('Nothing waits for an alarm');
      return { asked: Promise.resolve() };
    case 'probe':
      order(rig, fault);
      return meet(rig, isProbe, all);
    case 'probe’s answer':
      order(rig, fault);
      return meet(rig, (entry) => isProbe(entry) && isOver(entry), all);
    case 'POST':
      order(rig, moment.hold ?? fault, post);
      return meet(rig, isNthPost(post), all);
    case 'answer': {
      order(rig, fault, post);
      const isNth = isNthPost(post);
      return meet(rig, (entry) => isNth(entry) && isOver(entry), all);
    }
  }
}

/** The fault that is still to come after a kill in the middle of a request that something else held. */
export function orderAfterwards(rig: Rig, { moment, fault }: KillPoint): void {
  if (moment.when === 'during' && moment.hold !== null && moment.hold !== fault) order(rig, fault);
}

function order({ control }: Rig, name: FaultName, nth = 1): void {
  const fault = FAULTS[name];
  if (fault) control.faults.order({ fault, match: { endpoint: 'submit' }, nth });
}

/** Tells the requests that come from now on. */
function createLookout({ control }: Rig) {
  const before = control.ledger.entries().length;
  const isPost = ({ seq, endpoint }: LedgerEntry) => seq > before && endpoint === 'submit';
  return {
    isProbe: ({ seq, endpoint, target }: LedgerEntry) =>
      seq > before && (endpoint === 'usage' || target?.form === 'sha1'),
    isNthPost: (nth: number) => (entry: LedgerEntry) =>
      isPost(entry) && control.ledger.entries().filter(isPost)[nth - 1]?.seq === entry.seq,
  };
}

async function captureAll(
  rig: Rig,
  { by }: KillPoint,
  captures: readonly Capture[],
  isEnough: () => boolean = () => false,
): Promise<void> {
  for (const capture of captures) {
    if (isEnough()) return;
    const { href, platforms } = capture;
    await (by === 'menu' ? rig.clickMenu(href, platforms) : rig.capture(href, platforms));
    capture.isAcknowledged = true;
  }
}

async function throwIn(rig: Rig, captures: readonly Capture[]): Promise<void> {
  for (const { href, platforms } of captures) await rig.throwInCapture(href, platforms);
}

/** Sets something off and waits until the service has such a request; where it has to wait for its turn, time passes. */
async function meet(
  rig: Rig,
  matches: (entry: LedgerEntry) => boolean,
  setOff: (isMet: () => boolean) => Promise<void>,
): Promise<Asked> {
  let isMet = false;
  const met = rig.control.ledger.waitFor(matches, 60_000).then(() => {
    isMet = true;
  });
  // Where it is never met, that is said below.
  met.catch(() => {});
  // What the kill cuts off is never acknowledged.
  const asked = setOff(() => isMet).catch((error: unknown) => {
    if (!isMet) throw error;
  });
  await Promise.race([met, asked]);
  for (let waits = 0; waits < MOST_WAITS; waits += 1) {
    await Promise.race([met, sleep(SOON)]);
    while (!isMet && !(await rig.seemsAtRest())) await Promise.race([met, sleep(LOOK)]);
    if (isMet) return { asked };
    if (!(await rig.pass())) break;
  }
  throw new Error('The moment never came');
}

/** Whether the service is done with it, one way or the other. */
function isOver({ ended }: LedgerEntry): boolean {
  return ended === 'answered' || ended === 'cut';
}
