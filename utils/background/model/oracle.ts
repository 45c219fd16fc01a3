import { type Analysis, isOpen, isOutgoing } from '@/utils/analyses/analysis.ts';
import { briefKey, claimKey, KEYS, TARGET_PREFIX } from '@/utils/analyses/keys.ts';
import { LOOKUPS } from '@/utils/analyses/look-gate.ts';
import type { Brief } from '@/utils/spectra/brief.ts';
import { readOverview } from '../overview.ts';
import { idsIn, ownerOf, type Simulation } from './simulation.ts';

const WINDOW = 60_000;

/** What the user decided and what was acknowledged to them, beside the ledger. */
export interface Decisions {
  /** Captures that were acknowledged as queued: `href|platform`. */
  acknowledged: Set<string>;
  /** How often the user said "Send again" for it. */
  again: Map<string, number>;
  /** How often the user said "Send anyway". */
  anyway: number;
  /** Cancelled, as the user was told; of which those count that were never sent again. */
  cancelled: Set<string>;
  resent: Set<string>;
  /** The ids of what the user wants to be sent as it is, though the guard saw something in it; and `href|platform` of these. */
  consented: Set<string>;
  consentedKeys: Set<string>;
  /** What the user wanted to be sent without what the guard saw: it has another URL then. */
  cleaned: Set<string>;
  /** The fewest analyses that the user ever wanted to be kept. */
  keep: number;
  /** What was saved to be taken in again: the analyses with their briefs. */
  saved: Map<string, { analysis: Analysis; brief?: Brief }>;
}

export function keyOf({ href, platform }: Pick<Analysis, 'href' | 'platform'>): string {
  return `${href}|${platform}`;
}

/** Every law that is broken at this moment, in words; nothing where all hold. */
export async function breaches(simulation: Simulation, decisions: Decisions): Promise<string[]> {
  const analyses = simulation.analyses();
  const removing = beingRemoved(simulation);
  return [
    ...simulation.broken.splice(0),
    ...lost(simulation, analyses, decisions),
    ...doubled(simulation, analyses, decisions),
    ...unasked(simulation, decisions),
    ...unclaimed(simulation),
    ...repeated(
      simulation,
      analyses.filter(({ id }) => !removing.has(id)),
      decisions,
    ),
    ...tooFast(simulation),
    ...tooCurious(simulation),
    ...reported(simulation, analyses),
    ...astray(simulation),
    ...misplaced(simulation, analyses),
    ...emptied(simulation),
    ...(await stuck(simulation)),
  ];
}

/** What a removal that died is still to take: no list names it, and nothing drives it. */
function beingRemoved(simulation: Simulation): Set<string> {
  return new Set((simulation.items()[KEYS.removing] as { ids: string[] } | undefined)?.ids ?? []);
}

/** Law 1. */
function lost(simulation: Simulation, analyses: readonly Analysis[], decisions: Decisions): string[] {
  const { stored } = simulation;
  const ids = new Set(analyses.map(({ id }) => id));
  const mayGo = releasedBy(simulation, decisions);
  // What the user let go may have been the one that was acknowledged.
  const keys = new Set([...analyses.map(keyOf), ...[...mayGo].map((id) => stored.get(id))]);
  const listed = new Set(idsIn(simulation.items()));
  const gone = [
    ...[...decisions.acknowledged].filter((key) => !keys.has(key) && !decisions.cleaned.has(key)),
    ...[...stored.keys()].filter((id) => !ids.has(id) && !mayGo.has(id)),
  ];
  const removing = beingRemoved(simulation);
  const unlisted = analyses.filter((one) => isOpen(one) !== listed.has(one.id) && !removing.has(one.id));
  return [
    ...gone.map((what) => `law 1: ${what} was acknowledged and is gone`),
    ...unlisted.map(({ id, state }) => `law 1: ${id} is ${state}, and the list says otherwise`),
  ];
}

/** What the user let go, and what the number of those that are kept leaves no place for. */
function releasedBy({ stored, released }: Simulation, { keep }: Decisions): Set<string> {
  return new Set([...released, ...[...stored.keys()].sort().reverse().slice(keep)]);
}

/** Law 2: no more POSTs than records, refusals that prove that nothing was started, and decisions of the user. */
function doubled(
  { sent, stored }: Simulation,
  analyses: readonly Analysis[],
  { again, cancelled, resent }: Decisions,
): string[] {
  const found: string[] = [];
  const counts = new Map<string, number>();
  for (const one of sent) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  for (const [key, count] of counts) {
    const records = [...stored.values()].filter((one) => one === key).length;
    const refusals = sent.filter((one) => keyOf(one) === key && one.refused).length;
    const allowed = records + refusals + (again.get(key) ?? 0);
    if (count > allowed) found.push(`law 2: ${key} was sent ${count} times, ${allowed} were right`);
  }
  const claims = analyses.flatMap(({ started }) => started?.analysisId ?? []);
  if (new Set(claims).size < claims.length) found.push('law 2: two records have one analysis id');
  const undone = analyses.filter(
    ({ id, state }) => cancelled.has(id) && !resent.has(id) && state !== 'cancelled',
  );
  found.push(...undone.map(({ id }) => `law 2: ${id} was cancelled and goes on`));
  return found;
}

/** Law 8: what the guard sees in a URL leaves with the user's consent only. */
function unasked({ sent }: Simulation, { consented, consentedKeys, anyway }: Decisions): string[] {
  // "Send anyway" of what they consented to before is a consent.
  const isAskedFor = (one: (typeof sent)[number]) =>
    consented.has(one.record?.id ?? '') || (anyway > 0 && consentedKeys.has(keyOf(one)));
  return sent
    .filter((one) => one.href.includes('access_token') && !isAskedFor(one))
    .map(({ platform }) => `law 8: a URL with a token was sent to ${platform} without a question`);
}

/** Whose an id of the service is stays known when its record goes. No story lasts for thirty days. */
function unclaimed(simulation: Simulation): string[] {
  const items = simulation.items();
  return [...simulation.owners]
    .filter(([analysisId, id]) => items[claimKey(analysisId)] !== id)
    .map(([analysisId, id]) => `law 2: that ${analysisId} is of ${id} is not known any more`);
}

/** The same is not queued again while one is on its way, unless the user says so. */
function repeated(
  { offered }: Simulation,
  analyses: readonly Analysis[],
  { again, anyway }: Decisions,
): string[] {
  const counts = new Map<string, number>();
  for (const one of analyses.filter(isOutgoing)) {
    const key = `${keyOf(one)} ${ownerOf(one)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].flatMap(([name, count]) => {
    const [key = ''] = name.split(' ');
    const allowed = 1 + (again.get(key) ?? 0) + (offered.has(key) ? anyway : 0);
    return count > allowed ? [`law 2: ${name} is on its way ${count} times`] : [];
  });
}

/** Law 3, as the service sees it: trials count, and so does what arrives late. */
function tooFast({ service, unseenLeaps }: Simulation): string[] {
  const accounts = new Set(service.arrivals.map(({ account }) => account));
  return [...accounts].flatMap((account) => {
    const times = service.arrivals.filter((one) => one.account === account).map((one) => one.arrivedAt);
    times.sort((one, other) => one - other);
    const fourth = times.findIndex((time, index) => {
      const first = times[index - 3];
      if (first === undefined || time - first >= WINDOW) return false;
      // A clock that was set forward while nobody lived to see it can't be known of.
      return !unseenLeaps.some((leap) => leap >= first - WINDOW && leap <= time);
    });
    return fourth < 0
      ? []
      : [`law 3: four requests in ${(times[fourth] ?? 0) - (times[fourth - 3] ?? 0)} ms`];
  });
}

/** At most twenty look-ups a minute. */
function tooCurious({ service, unseenLeaps }: Simulation): string[] {
  const accounts = new Set(service.lookups.map(({ account }) => account));
  const found = [...accounts].flatMap((account) => {
    const times = service.lookups.filter((one) => one.account === account).map(({ at }) => at);
    const last = times.findIndex((time, index) => {
      const first = times[index - LOOKUPS];
      if (first === undefined || time - first >= WINDOW) return false;
      return !unseenLeaps.some((leap) => leap >= first - WINDOW && leap <= time);
    });
    return last < 0 ? [] : ['twenty-one look-ups in a minute'];
  });
  service.lookups.splice(0, Math.max(0, service.lookups.length - 10 * LOOKUPS));
  return found;
}

/** What is finished has its brief, and that of its own report. */
function reported(simulation: Simulation, analyses: readonly Analysis[]): string[] {
  const items = simulation.items();
  return analyses
    .filter(({ state }) => state === 'finished')
    .filter(({ id, verdict }) => {
      const brief = items[briefKey(id)] as Brief | undefined;
      return !verdict || brief?.classification !== verdict.classification;
    })
    .map(({ id }) => `law 1: ${id} is finished, and its report is gone`);
}

/** Law 7: a target's key is its URL, also where nothing stands under it. What is said on the disk is looked at as it is written. */
function emptied({ local }: Simulation): string[] {
  return Object.entries(local)
    .filter(([key, ids]) => key.startsWith(TARGET_PREFIX) && (ids as string[]).length === 0)
    .map(([key]) => `law 7: ${key} is on the disk, and has nothing there`);
}

/** Law 6. */
function astray({ sent }: Simulation): string[] {
  return sent.flatMap(({ account, record }) => {
    if (!record) return ['law 2: a request without an intent in storage'];
    return ownerOf(record) === account ? [] : ['law 6: a request with the record of another account'];
  });
}

/** What a record calls its own must be what the service started for it. */
function misplaced({ service }: Simulation, analyses: readonly Analysis[]): string[] {
  return analyses.flatMap((one) => {
    const { started, href, platform } = one;
    if (!started) return one.state === 'running' ? ['law 1: running without an id'] : [];
    const start = service.starts.find(({ analysisId }) => analysisId === started.analysisId);
    const isRight = start?.href === href && start.platform === platform;
    return isRight ? [] : ['law 2: a record has the analysis of another'];
  });
}

/** Laws 4 and 5: what is open waits for something that will come, and an alarm is there just where a time is waited for. */
async function stuck(simulation: Simulation): Promise<string[]> {
  const { session, timeline } = simulation;
  if (simulation.isBusy() || simulation.isForgotten || simulation.isFailing) return [];
  const area = (items: Record<string, unknown>) => ({ get: async () => items });
  const { rows, settings } = await readOverview(
    {
      local: area(simulation.items()),
      session: area(session),
      managed: area({}),
      hasPermission: async () => simulation.hasPermission,
      isOnline: () => simulation.isOnline,
      now: timeline.wall,
    },
    {},
  );
  const timed = rows.filter(({ analysis, wait, lookWait }) => {
    if (analysis.state === 'submitting') return true;
    if (wait) return 'until' in wait.wait || wait.wait.for === 'turn' || wait.wait.for === 'network';
    if (analysis.lookAt === undefined) return false;
    return !lookWait || 'until' in lookWait || lookWait.for === 'network';
  });
  const looked = rows.some(({ analysis }) => analysis.lookAt !== undefined);
  const orphans = settings.account
    ? rows.filter(({ analysis }) => analysis.account === null && analysis.state === 'queued')
    : [];
  const isArmed = timeline.alarm() !== null;
  if (!isArmed && timed.length + orphans.length > 0)
    return [`law 4: nothing wakes for ${JSON.stringify(timed[0] ?? orphans[0])}`];
  const isDue = timed.length + orphans.length > 0 || looked;
  return isArmed && !isDue && simulation.isAlive() && !simulation.hasCrashedSinceAlarm
    ? ['law 5: nothing is due, and there is an alarm']
    : [];
}
