import { PLATFORMS } from '../journeys/stage.ts';
import { type Chance, createChance } from './chance.ts';
import { endsByItself, FAULT_NAMES, type FaultName, HOLDS, type Hold, isHold } from './faults.ts';

/** When the kill comes: so many milliseconds after something that can be seen from outside. */
type Moment =
  /** The background woke for the capture: whether it is stored by then is open. */
  | { when: 'before'; after: 'capture'; ms: number }
  /** The capture is acknowledged. */
  | { when: 'before'; after: 'acknowledgement'; ms: number }
  /** The call that goes before a submission reached the service, or was answered by it. */
  | { when: 'before'; after: 'probe' | 'probe’s answer'; ms: number }
  /** The alarm woke the background for what waited for a slot. */
  | { when: 'before'; after: 'alarm'; ms: number }
  /** The service has the POST, and holds it or is about to answer. */
  | { when: 'during'; after: 'POST'; ms: number; hold: Hold | null }
  /** The service answered, or cut the connection. */
  | { when: 'after'; after: 'answer'; ms: number };

export interface KillPoint {
  number: number;
  moment: Moment;
  /** Hits the POST of the moment; where that is held by something else, the next one. */
  fault: FaultName;
  /** One capture each: on how many platforms. Over three in all wait for a slot. */
  captures: readonly number[];
  by: 'menu' | 'command';
  /** Which POST the moment is about, from 1. */
  post: number;
  /** Whether the service was left alone before for so long that all slots are free, and nothing is known of it. */
  isRested: boolean;
  /** Whether the user works with another account between the kill and the rest. */
  isOtherAccount: boolean;
  keep: 'session' | 'device';
}

/** So many have the same store, before it is emptied: few enough to keep it small, enough to meet the remains of others. */
export const GROUP = 15;

export const WHENS = ['before', 'during', 'after'] as const;
export type When = (typeof WHENS)[number];

const BEFORE = ['capture', 'acknowledgement', 'acknowledgement', 'probe', 'probe’s answer', 'alarm'] as const;
const PAUSES = [0, 1, 2, 3, 5, 8, 12, 20, 30] as const;
const CAPTURES = [[1], [1], [1], [2], [2], [3], [1, 1], [5]] as const;
const CAPTURES_OVER_THREE = [[5], [2, 2], [1, 1, 2]] as const;

/** All pairs of a time and a fault that can be. */
export const PAIRS: readonly (readonly [When, FaultName])[] = WHENS.flatMap((when) =>
  FAULT_NAMES.filter((fault) => when !== 'after' || endsByItself(fault)).map(
    (fault) => [when, fault] as const,
  ),
);

/** So many kill points: the pairs in turn, each time with other circumstances. The same for each seed. */
export function createKillPoints(count: number, seed: number): KillPoint[] {
  const chance = createChance(seed);
  return Array.from({ length: count }, (_, index) => {
    // A step that has no divisor in common with the number of pairs meets each of them before one comes again.
    const [when, fault] = PAIRS[(index * 23) % PAIRS.length] ?? ['before', 'none'];
    return createKillPoint(index + 1, when, fault, chance);
  });
}

function createKillPoint(number: number, when: When, fault: FaultName, chance: Chance): KillPoint {
  const moment = createMoment(when, fault, chance);
  const isAlarm = moment.after === 'alarm';
  const captures = chance.oneOf<readonly number[]>(isAlarm ? CAPTURES_OVER_THREE : CAPTURES);
  const all = captures.reduce((sum, platforms) => sum + platforms, 0);
  return {
    number,
    moment,
    fault,
    captures,
    // A menu entry stands for one platform or for all of mine.
    by:
      captures.every((one) => one === 1 || one === PLATFORMS.length) && chance.happens(0.5)
        ? 'menu'
        : 'command',
    post: when === 'before' ? 1 : chance.oneOf([1, 1, 2, 3, 4].filter((post) => post <= all) as [number]),
    isRested: moment.after.startsWith('probe') || chance.happens(0.7),
    isOtherAccount: chance.happens(0.12),
    keep: Math.floor((number - 1) / GROUP) % 2 === 0 ? 'session' : 'device',
  };
}

function createMoment(when: When, fault: FaultName, chance: Chance): Moment {
  const ms = chance.oneOf(PAUSES);
  if (when === 'before') return { when, after: chance.oneOf(BEFORE), ms };
  if (when === 'after') return { when, after: 'answer', ms };
  return { when, after: 'POST', ms, hold: isHold(fault) ? fault : chance.oneOf([null, ...HOLDS]) };
}

/** The kill point in words, for the name of its test. */
export function describeKillPoint({ number, moment, fault, captures, by, post, ...rest }: KillPoint): string {
  const { after, ms } = moment;
  const hold =
    'hold' in moment && moment.hold !== null && moment.hold !== fault ? ` held by “${moment.hold}”` : '';
  const which = moment.when === 'before' ? '' : ` ${post}`;
  const words = [
    `${number}: ${moment.when} the request, ${ms} ms after the ${after}${which}${hold}`,
    `fault “${fault}”`,
    `${captures.join(' + ')} by ${by}`,
    !rest.isRested && 'unrested',
    rest.isOtherAccount && 'another account in between',
  ];
  return words.filter(Boolean).join(', ');
}
