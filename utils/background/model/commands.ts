import fc from 'fast-check';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { briefKey, isPrivateId, KEYS } from '@/utils/analyses/keys.ts';
import type { Offer } from '@/utils/analyses/offer.ts';
import type { Brief } from '@/utils/spectra/brief.ts';
import { PLATFORMS, type Platform } from '@/utils/spectra/platforms.ts';
import type { Command } from '../commands.ts';
import { CRASH_POINTS, type CrashPoint, type Phase } from './context.ts';
import { type Decisions, keyOf } from './oracle.ts';
import { ADDRESS, ANSWERS, type AnswerKind, REPORT_ANSWERS, type ReportAnswer, USERS } from './service.ts';
import type { Simulation } from './simulation.ts';

type Place = 0 | 1;
type Decision = 'asItIs' | 'without' | 'discard';

/** One thing that happens to the extension. Plain data, so that a run that failed can be read. */
export type Happening =
  | { do: 'click'; place: Place; url: number; platform: Platform | 'mine' | 'again'; isPrivate: boolean }
  | { do: 'popup'; place: Place; urls: number[]; platforms: Platform[]; isPrivate: boolean }
  | { do: 'anyway' | 'dismiss' | 'repair'; place: Place }
  | {
      do: 'act';
      place: Place;
      act: 'cancel' | 'giveUp' | 'sendAgain' | 'check';
      which: number;
      count: number;
    }
  | { do: 'decide'; place: Place; to: Decision; which: number; count: number }
  | { do: 'delete' | 'save'; place: Place; which: number; count: number }
  | { do: 'erase' | 'import'; place: Place }
  | { do: 'prune'; place: Place; keep: number }
  | { do: 'hold'; place: Place; isHeld: boolean }
  | { do: 'signIn'; place: Place; user: 0 | 1; isRight: boolean; keep: 'session' | 'device' }
  | { do: 'test'; place: Place }
  | { do: 'network'; isOnline: boolean }
  | { do: 'permission'; hasPermission: boolean }
  | { do: 'answers'; kinds: AnswerKind[] }
  | { do: 'outage'; of: 'all' | 'submit' | null }
  | { do: 'urlReport'; hasRight: boolean }
  | { do: 'reports'; kinds: ReportAnswer[] }
  | { do: 'minute'; requests: number }
  | { do: 'pass'; ms: number }
  | { do: 'setBack'; ms: number }
  | { do: 'leap'; ms: number }
  | { do: 'crash'; place: Place; operations: number; phase: Phase }
  | { do: 'crashAt'; place: Place; point: CrashPoint }
  | { do: 'restart'; keepsAlarm: boolean }
  | { do: 'refuse'; writes: number };

const place = fc.constantFrom<Place>(0, 1);
const url = fc.integer({ min: 0, max: 11 });
const platform = fc.constantFrom(...PLATFORMS);
const platforms = fc.uniqueArray(platform, { minLength: 1, maxLength: 3 });
/** Whether it comes from a private window. */
const isPrivate = fc.constantFrom(true, false, false);
const span = fc.constantFrom(500, 5_000, 20_000, 31_000, 61_000, 130_000, 330_000, 1_900_000, 7_300_000);

/** Ends that few stories come to: without these most would be over before one dies there. */
const RARE_POINTS = CRASH_POINTS.filter((point) =>
  /^(local\.set (finished|noReport|failed|givenUp|discarded)|report):/.test(point),
);

/** What is private is written there, and is but a part of all. */
const PRIVATE_POINTS = CRASH_POINTS.filter((point) => /^session\.set (?!other)/.test(point));
const RARE_PRIVATE_POINTS = PRIVATE_POINTS.filter((point) => /noReport|failed|givenUp|discarded/.test(point));

const HAPPENINGS: fc.WeightedArbitrary<Happening>[] = [
  {
    weight: 8,
    arbitrary: record('click', {
      place,
      url,
      platform: fc.oneof(platform, fc.constantFrom('mine' as const, 'again' as const)),
      isPrivate,
    }),
  },
  {
    weight: 3,
    arbitrary: record('popup', {
      place,
      urls: fc.uniqueArray(url, { minLength: 1, maxLength: 2 }),
      platforms,
      isPrivate,
    }),
  },
  { weight: 2, arbitrary: record('anyway', { place }) },
  { weight: 1, arbitrary: record('dismiss', { place }) },
  { weight: 1, arbitrary: record('repair', { place }) },
  {
    weight: 4,
    arbitrary: record('act', {
      place,
      act: fc.constantFrom('cancel' as const, 'giveUp' as const, 'sendAgain' as const, 'check' as const),
      which: fc.nat(20),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: record('decide', {
      place,
      to: fc.constantFrom<Decision>('asItIs', 'without', 'discard'),
      which: fc.nat(20),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: record('delete', { place, which: fc.nat(20), count: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: record('save', { place, which: fc.nat(20), count: fc.integer({ min: 1, max: 6 }) }),
  },
  { weight: 1, arbitrary: record('erase', { place }) },
  { weight: 2, arbitrary: record('import', { place }) },
  { weight: 1, arbitrary: record('prune', { place, keep: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 1, arbitrary: record('hold', { place, isHeld: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: record('signIn', {
      place,
      user: fc.constantFrom<Place>(0, 0, 1),
      isRight: fc.constantFrom(true, true, true, false),
      keep: fc.constantFrom('session' as const, 'device' as const),
    }),
  },
  { weight: 1, arbitrary: record('test', { place }) },
  { weight: 2, arbitrary: record('network', { isOnline: fc.boolean() }) },
  { weight: 1, arbitrary: record('permission', { hasPermission: fc.constantFrom(true, true, false) }) },
  {
    weight: 5,
    arbitrary: record('answers', {
      kinds: fc.array(fc.constantFrom(...ANSWERS), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: record('outage', { of: fc.constantFrom('all' as const, 'submit' as const, null) }),
  },
  { weight: 1, arbitrary: record('urlReport', { hasRight: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: record('reports', {
      kinds: fc.array(fc.constantFrom(...REPORT_ANSWERS), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: record('minute', { requests: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 9, arbitrary: record('pass', { ms: span }) },
  { weight: 1, arbitrary: record('setBack', { ms: span }) },
  { weight: 2, arbitrary: record('leap', { ms: span }) },
  {
    weight: 6,
    arbitrary: record('crash', {
      place,
      operations: fc.integer({ min: 1, max: 60 }),
      phase: fc.constantFrom<Phase>('before', 'after'),
    }),
  },
  { weight: 8, arbitrary: record('crashAt', { place, point: fc.constantFrom(...CRASH_POINTS) }) },
  { weight: 14, arbitrary: record('crashAt', { place, point: fc.constantFrom(...RARE_POINTS) }) },
  { weight: 6, arbitrary: record('crashAt', { place, point: fc.constantFrom(...PRIVATE_POINTS) }) },
  { weight: 8, arbitrary: record('crashAt', { place, point: fc.constantFrom(...RARE_PRIVATE_POINTS) }) },
  { weight: 1, arbitrary: record('restart', { keepsAlarm: fc.boolean() }) },
  { weight: 1, arbitrary: record('refuse', { writes: fc.integer({ min: 1, max: 3 }) }) },
];

/** At least thirty things, one after another; each comes while those before it may still be under way. */
export const story: fc.Arbitrary<Happening[]> = fc.array(fc.oneof(...HAPPENINGS), {
  minLength: 30,
  maxLength: 45,
  size: 'max',
});

function record<Name extends Happening['do'], Fields extends object>(
  name: Name,
  fields: { [Key in keyof Fields]: fc.Arbitrary<Fields[Key]> },
): fc.Arbitrary<Happening> {
  return fc.record({ do: fc.constant(name), ...fields }) as unknown as fc.Arbitrary<Happening>;
}

/** Lets one thing happen. */
export async function happen(one: Happening, simulation: Simulation, decisions: Decisions): Promise<void> {
  const { service } = simulation;
  switch (one.do) {
    case 'click':
      return click(one, simulation, decisions);
    case 'popup':
      return popup(one, simulation, decisions);
    case 'anyway':
      decisions.anyway += 1;
      return ask(simulation, one.place, { name: 'sendAnyway', batchId: offerIn(simulation) });
    case 'dismiss':
      return ask(simulation, one.place, { name: 'dismissOffer', batchId: offerIn(simulation) });
    case 'repair':
      return ask(simulation, one.place, { name: 'repair' });
    case 'act':
      return act(one, simulation, decisions);
    case 'decide':
      return decide(one, simulation, decisions);
    case 'delete':
      return remove(one, simulation);
    case 'erase':
      return erase(one, simulation, decisions);
    case 'save':
      return save(one, simulation, decisions);
    case 'import':
      return takeIn(one, simulation, decisions);
    case 'prune':
      decisions.keep = Math.min(decisions.keep, one.keep);
      return ask(simulation, one.place, { name: 'savePreferences', keepAnalyses: one.keep });
    case 'hold':
      return ask(simulation, one.place, { name: 'hold', isHeld: one.isHeld });
    case 'signIn':
      return ask(simulation, one.place, signIn(one));
    case 'test':
      return ask(simulation, one.place, {
        name: 'testConnection',
        credentials: { address: ADDRESS, userName: USERS[0] },
      });
    case 'network':
      simulation.isOnline = one.isOnline;
      // Heard only by a background that lives.
      if (one.isOnline && simulation.contextAt(0))
        simulation.tell(0, (background) => background.cameOnline());
      return;
    case 'permission':
      simulation.hasPermission = one.hasPermission;
      simulation.tell(0, (background) => background.tick());
      return;
    case 'answers':
      service.script.push(...one.kinds);
      return;
    case 'outage':
      service.state.outage = one.of;
      return;
    case 'reports':
      service.reportScript.push(...one.kinds);
      return;
    case 'urlReport':
      service.state.hasUrlReport = one.hasRight;
      return;
    case 'minute':
      service.useMinute(one.requests);
      return;
    case 'pass':
      return simulation.pass(one.ms);
    case 'setBack':
      simulation.setBack(one.ms);
      return;
    case 'leap':
      if (simulation.isAlive()) simulation.leap(one.ms);
      return;
    case 'crash':
      simulation.contextAt(one.place)?.dieIn(one.operations, one.phase);
      return;
    case 'crashAt':
      simulation.dieAt(one.place, one.point);
      return;
    case 'restart':
      forget(simulation, decisions);
      return simulation.restart(one);
    case 'refuse':
      simulation.refusals = one.writes;
      return;
  }
}

export function signIn({
  user,
  isRight,
  keep,
}: {
  user: 0 | 1;
  isRight: boolean;
  keep: 'session' | 'device';
}): Command {
  return {
    name: 'saveSettings',
    account: { address: ADDRESS, userName: USERS[user] },
    password: isRight ? 'right' : 'wrong',
    keep,
    platforms: ['windows11', 'linux'],
  };
}

/** The newest offer, as the popup shows it; no batch where there is none. */
function offerIn(simulation: Simulation): string {
  return (simulation.items()[KEYS.offers] as Offer[] | undefined)?.[0]?.batchId ?? '';
}

function markOf(isPrivate: boolean): { isPrivate?: true } {
  return isPrivate ? { isPrivate: true } : {};
}

/** What is private ends with the browser, and what was saved of it can't be told from what another started. */
function forget({ stored, owners, released }: Simulation, { saved }: Decisions): void {
  for (const id of [...stored.keys()].filter(isPrivateId)) released.add(id);
  for (const [analysisId, id] of [...owners]) if (isPrivateId(id)) owners.delete(analysisId);
  for (const id of [...saved.keys()].filter(isPrivateId)) saved.delete(id);
}

/** The last two have something that the guard sees; without it one of them is another of the URLs. */
function hrefOf(url: number): string {
  return url < 10 ? `http://bad.test/${url}` : `http://bad.test/${url - 1}?access_token=tR7wQ2nZ8xVb5LkJ3hGf`;
}

/** Sends a command and goes on; `onDone` when it was carried out. A context that dies gives no answer. */
function ask(
  simulation: Simulation,
  place: Place,
  command: Command,
  onDone: () => void = () => undefined,
): void {
  void simulation.wake(place, async (background) => {
    const reply = await background.command(command);
    if (reply.ok) onDone();
  });
}

/** What is left of a URL without what the guard sees in it was pointed at with it. */
function point({ pointedAt }: Simulation, href: string): void {
  pointedAt.add(href.replace(/\?.*/, ''));
}

function popup(
  { place, urls, platforms, isPrivate }: Extract<Happening, { do: 'popup' }>,
  simulation: Simulation,
  decisions: Decisions,
): void {
  const items = urls.flatMap((url) => platforms.map((platform) => ({ href: hrefOf(url), platform })));
  const text = urls.map(hrefOf).join(' ');
  if (!isPrivate) for (const url of urls) point(simulation, hrefOf(url));
  ask(simulation, place, { name: 'detonate', text, platforms, ...markOf(isPrivate) }, () => {
    for (const item of items) decisions.acknowledged.add(keyOf(item));
  });
}

function click(
  { place, url, platform, isPrivate }: Extract<Happening, { do: 'click' }>,
  simulation: Simulation,
  decisions: Decisions,
): void {
  const href = hrefOf(url);
  const refusals = () => simulation.notices.filter(({ id }) => id === 'refused').length;
  const before = refusals();
  if (!isPrivate) point(simulation, href);
  void simulation.wake(place, async (background) => {
    await background.menuClicked({ menuItemId: `link/${platform}`, linkUrl: href, ...markOf(isPrivate) });
    const isOne = platform !== 'mine' && platform !== 'again';
    if (isOne && refusals() === before) decisions.acknowledged.add(keyOf({ href, platform }));
  });
}

function some(analyses: readonly Analysis[], { which, count }: { which: number; count: number }): Analysis[] {
  return analyses.slice(which % Math.max(1, analyses.length)).slice(0, count);
}

/** What is asked for is waited for, as far as that takes no time: just what is gone then, or marked to go, may be gone. */
async function remove(
  one: Extract<Happening, { do: 'delete' | 'save' }>,
  simulation: Simulation,
): Promise<void> {
  const ids = some(simulation.analyses(), one).map(({ id }) => id);
  const before = simulation.gone();
  ask(simulation, one.place, { name: 'delete', ids });
  await simulation.settle();
  const after = simulation.gone();
  for (const id of ids) if (after.has(id) && !before.has(id)) simulation.released.add(id);
}

async function erase(
  { place }: { place: Place },
  simulation: Simulation,
  decisions: Decisions,
): Promise<void> {
  simulation.isErased = true;
  ask(simulation, place, { name: 'erase' });
  await simulation.settle();
  for (const id of simulation.gone()) simulation.released.add(id);
  decisions.acknowledged.clear();
}

function save(
  one: Extract<Happening, { do: 'delete' | 'save' }>,
  simulation: Simulation,
  { saved }: Decisions,
): void {
  for (const analysis of some(simulation.analyses(), one)) {
    const brief = simulation.items()[briefKey(analysis.id)] as Brief | undefined;
    saved.set(analysis.id, { analysis, ...(brief && { brief }) });
  }
}

/** Takes in all that was saved, of which some may still be there. */
function takeIn({ place }: { place: Place }, simulation: Simulation, { saved }: Decisions): void {
  const all = [...saved.values()];
  const briefs = all.flatMap(({ analysis, brief }) => (brief ? [[analysis.id, brief] as const] : []));
  for (const { analysis } of all) simulation.imported.add(analysis.id);
  ask(simulation, place, {
    name: 'import',
    analyses: all.map(({ analysis }) => analysis),
    briefs: Object.fromEntries(briefs),
  });
}

/** What is held, and what the user wants of it. Counted as it is asked: it may be carried out though its answer is never heard. */
function decide(
  { place, to, which, count }: Extract<Happening, { do: 'decide' }>,
  simulation: Simulation,
  decisions: Decisions,
): void {
  const held = simulation.analyses().filter(({ state }) => state === 'held');
  const chosen = held.slice(which % Math.max(1, held.length)).slice(0, count);
  const ids = chosen.map(({ id }) => id);
  for (const one of chosen) {
    if (to === 'asItIs') {
      decisions.consented.add(one.id);
      decisions.consentedKeys.add(keyOf(one));
    }
    if (to === 'without') decisions.cleaned.add(keyOf(one));
  }
  ask(simulation, place, to === 'discard' ? { name: 'discard', ids } : { name: 'consent', ids, to });
}

function act(
  { place, act, which, count }: Extract<Happening, { do: 'act' }>,
  simulation: Simulation,
  decisions: Decisions,
): void {
  const fitting: Record<typeof act, Analysis['state'][]> = {
    cancel: ['queued'],
    giveUp: ['unconfirmed'],
    sendAgain: ['unconfirmed', 'failed', 'cancelled', 'givenUp', 'queued'],
    check: ['running', 'noReport'],
  };
  const analyses = simulation.analyses().filter(({ state }) => fitting[act].includes(state));
  if (analyses.length === 0) return;
  const chosen = analyses.slice(which % analyses.length).slice(0, count);
  const ids = chosen.map(({ id }) => id);
  // Counted as it is asked: it may be carried out though its answer is never heard.
  if (act === 'sendAgain') {
    for (const one of chosen) {
      decisions.again.set(keyOf(one), (decisions.again.get(keyOf(one)) ?? 0) + 1);
      decisions.resent.add(one.id);
    }
  }
  ask(simulation, place, { name: act, ids }, () => {
    if (act !== 'cancel' || chosen.length > 1) return;
    for (const { id } of chosen) decisions.cancelled.add(id);
  });
}
