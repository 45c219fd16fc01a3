import * as z from 'zod/mini';
import { type Analysis, isOpen } from '@/utils/analyses/analysis.ts';
import { caseSchema } from '@/utils/analyses/case.ts';
import { closedGate, type Gate, gateSchema, OPEN_GATE, slotTimes, soundGate } from '@/utils/analyses/gate.ts';
import { analysisKey, gateKey, KEYS } from '@/utils/analyses/keys.ts';
import { type Offer, offersSchema } from '@/utils/analyses/offer.ts';
import { isOurs, type Outbox } from '@/utils/analyses/outbox.ts';
import { type Policy, withPolicy } from '@/utils/analyses/policy.ts';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '@/utils/analyses/settings.ts';
import { LIMIT } from '@/utils/analyses/slots.ts';
import { lookObstacle, type Wait, type Waiting, waitsOf } from '@/utils/analyses/wait.ts';
import { accountKey } from '@/utils/spectra/account.ts';
import type { Area } from './area.ts';
import { idsSchema } from './lists.ts';
import { credentialsOf, parseAnalysis, parseOr } from './parse.ts';
import { policyIn } from './policy.ts';

export interface Surroundings {
  local: Area;
  session: Area;
  managed: Area;
  hasPermission: (address: string) => Promise<boolean>;
  isOnline: () => boolean;
  now: () => number;
}

/** An analysis as a list shows it: `wait` while it is queued. */
export interface Row {
  analysis: Analysis;
  wait?: Waiting;
  /** What keeps us from looking for an unconfirmed one, or for the report of a running one. */
  lookWait?: Wait;
}

/** What the popup shows, read without the background. */
export interface Overview {
  /** The settings that hold: what the user set, under what the organization fixed. */
  settings: Settings;
  saved: Settings;
  policy: Policy;
  isSignedIn: boolean;
  hasPermission: boolean;
  rows: Row[];
  /** How many analyses are on their way, shown or not. */
  open: number;
  /** When the requests that count against the limit now stop doing so, soonest first. */
  slotTimes: number[];
  blocked: 'unauthorized' | 'forbidden' | null;
  /** The user holds the queue. */
  isHeld: boolean;
  /** What the newest capture of which the same is under way did not queue. */
  offer: Offer | null;
  /** The storage refuses what is to be written: the queue stands still. */
  isTroubled: boolean;
  /** The case that captures are filed under, if one is set. */
  currentCase?: string;
  /** How many of the analyses that should be shown can't be read. */
  unreadable: number;
}

/** Which analyses are read beside those that are not at their end. */
export interface Choice {
  /** So many of the newest. */
  newest?: number;
  /** Those with these ids. */
  also?: readonly string[];
}

/** Reads what a view shows, without the background. */
export async function readOverview(
  surroundings: Surroundings,
  { newest: count = 0, also = [] }: Choice,
): Promise<Overview> {
  const { local, session, now } = surroundings;
  const fixed = policyIn(surroundings.managed);
  const base = await local.get([
    KEYS.settings,
    KEYS.unfinished,
    KEYS.recent,
    KEYS.credentials,
    KEYS.hold,
    KEYS.offers,
    KEYS.case,
  ]);
  const policy = await fixed;
  const saved = parseOr(settingsSchema, base[KEYS.settings], DEFAULT_SETTINGS);
  const settings = withPolicy(saved, policy);
  const unfinished = parseOr(idsSchema, base[KEYS.unfinished], []);
  const recent = parseOr(idsSchema, base[KEYS.recent], []);
  const gateName = settings.account ? gateKey(accountKey(settings.account)) : undefined;
  const chosen = [...recent.slice(0, count), ...also];
  const ids = [...new Set([...chosen, ...unfinished])];
  const stored = await local.get([...ids.map(analysisKey), ...(gateName ? [gateName] : [])]);
  const inSession = await session.get([KEYS.credentials, KEYS.troubled]);
  const kept = settings.keep === 'device' ? base : inSession;
  const analyses = ids.flatMap((id) => parseAnalysis(stored[analysisKey(id)]) ?? []);
  const isUnfinished = new Set(unfinished);
  const isChosen = new Set(chosen);
  const outbox: Outbox = {
    analyses: analyses.filter(({ id }) => isUnfinished.has(id)),
    account: settings.account,
    isSignedIn: credentialsOf(settings, kept[KEYS.credentials]) !== null,
    hasPermission: settings.account ? await surroundings.hasPermission(settings.account.address) : true,
    isOnline: surroundings.isOnline(),
    isHeld: base[KEYS.hold] === true,
    deadline: settings.deadline,
    gate:
      gateName && gateName in stored ? parseOr(gateSchema, stored[gateName], closedGate(now())) : OPEN_GATE,
  };
  // A batch is shown whole: a mark that is missing would be read as a platform that was not chosen.
  const batches = new Set(analyses.filter(({ id }) => isChosen.has(id)).map(({ batchId }) => batchId));
  const shown = analyses.filter(
    (analysis) => isChosen.has(analysis.id) || batches.has(analysis.batchId) || isOpen(analysis),
  );
  const currentCase = parseOr(z.optional(caseSchema), base[KEYS.case], undefined);
  const waitOf = waitsOf(outbox, now());
  const lookWait = lookObstacle(outbox, now());
  return {
    settings,
    saved,
    policy,
    isSignedIn: outbox.isSignedIn,
    hasPermission: outbox.hasPermission,
    rows: shown.map((analysis) => {
      if (analysis.state === 'queued') return { analysis, wait: waitOf(analysis) };
      if (analysis.lookAt === undefined) return { analysis };
      if (!isOurs(analysis, outbox.account)) return { analysis, lookWait: { for: 'otherAccount' } };
      // A look-up that only waits for its turn this minute is as good as made.
      return lookWait && lookWait.for !== 'lookups' ? { analysis, lookWait } : { analysis };
    }),
    open: outbox.analyses.filter((one) => isOpen(one)).length,
    slotTimes: takenUntil(soundGate(outbox.gate, now()), now()),
    blocked: outbox.gate.blocked ?? null,
    isHeld: outbox.isHeld,
    offer: parseOr(offersSchema, base[KEYS.offers], [])[0] ?? null,
    ...(currentCase !== undefined && { currentCase }),
    isTroubled: KEYS.troubled in inSession,
    unreadable: ids.filter((id) => stored[analysisKey(id)] !== undefined).length - analyses.length,
  };
}

/** When requests may go out again, for each that may not now: the service's own word goes before our count. */
function takenUntil(gate: Gate, now: number): number[] {
  const { pause } = gate;
  const isFull = pause?.kind === 'rateLimited' && pause.until > now;
  return isFull ? Array<number>(LIMIT).fill(pause.until) : slotTimes(gate);
}
