import { GROUP, type KillPoint } from './kill-point.ts';
import { bringTo, type Capture, orderAfterwards, planCaptures } from './moment.ts';
import { judge } from './oracle.ts';
import type { Rig, UserName } from './rig.ts';
import { settle } from './settle.ts';
import type { StoredRecord } from './stored-record.ts';
import type { createTally } from './tally.ts';

const HOUR = 3_600_000;
const OTHER: UserName = 'u/demo/colleague';
const OWN: UserName = 'u/demo/analyst';

/** Runs kill points one after the other in the same browser, and judges after each all that happened since the last reset. */
export function createRunner(
  rig: Rig,
  victim: 'background' | 'browser',
  tally: ReturnType<typeof createTally>,
) {
  const acknowledged: { href: string; platform: string }[] = [];
  let isSpoiled = true;
  let sinceReset = 0;

  /** As few records as keep each step cheap, as many as let one kill point meet the remains of others. */
  async function prepare({ keep, isRested }: KillPoint): Promise<void> {
    if (isSpoiled) await rig.renew();
    if (isSpoiled || sinceReset === GROUP) {
      await rig.reset(keep);
      acknowledged.length = 0;
      sinceReset = 0;
    } else {
      rig.control.faults.clear();
      const { isSignedIn } = await rig.look();
      if (!isSignedIn || rig.keep() !== keep) await rig.signIn(OWN, keep);
      await rig.rest();
      if (isRested) await rig.skip(HOUR);
    }
    sinceReset += 1;
    isSpoiled = true;
  }

  /** What was stored right after the kill; after the browser's, once its background has looked at it. */
  async function strike(point: KillPoint, asked: Promise<void>): Promise<StoredRecord[]> {
    if (victim === 'background') {
      const records = await rig.kill();
      orderAfterwards(rig, point);
      await asked;
      // A capture that was under way may have woken it again.
      return (await rig.isAlive()) ? rig.kill() : records;
    }
    orderAfterwards(rig, point);
    await rig.killBrowser();
    await asked;
    await rig.rest();
    return rig.records();
  }

  function note(captures: readonly Capture[]): void {
    for (const { href, platforms, isAcknowledged } of captures) {
      if (isAcknowledged) acknowledged.push(...platforms.map((platform) => ({ href, platform })));
    }
  }

  /** The user works for another account meanwhile: what was captured for the first one waits for it. */
  async function workForAnother(href: string): Promise<string[]> {
    await rig.signIn(OTHER);
    note([{ href, platforms: ['linux'], isAcknowledged: true }]);
    await rig.capture(href, ['linux']);
    await rig.rest();
    const { stuck } = await settle(rig);
    await rig.signIn(OWN);
    await rig.rest();
    return stuck;
  }

  /** The alarm is set before what it is for is stored: a kill in between costs one that finds nothing, and takes itself away. */
  async function isAlarmKept(): Promise<boolean> {
    if (!(await rig.pass())) return false;
    await rig.rest();
    return (await rig.alarmTime()) !== undefined;
  }

  async function strikeAndSettle(point: KillPoint): Promise<string[]> {
    const begunAt = performance.now();
    const captures = planCaptures(point);
    const isOurs = ({ href }: { href: string }) => captures.some((capture) => capture.href === href);
    const { asked } = await bringTo(rig, point, captures);
    const found = (await strike(point, asked)).filter(isOurs);
    note(captures);
    const problems = halves(captures, found);
    if (point.isOtherAccount) {
      problems.push(...(await workForAnother(`https://t${point.number}-other.example.test/`)));
    }
    const { records, rounds, stuck } = await settle(rig);
    tally.add(point, { found, ends: records.filter(isOurs), rounds, ms: performance.now() - begunAt });
    const isIdle = records.every(({ state }) => state !== 'unconfirmed' && state !== 'running');
    const isAlarmLeft = isIdle && (await isAlarmKept());
    return [
      ...problems,
      ...stuck,
      ...(isAlarmLeft ? ['idle: an alarm is set, and nothing is due'] : []),
      ...judge({
        acknowledged,
        records,
        entries: rig.control.ledger.entries(),
        deaths: rig.deaths(),
        browserDeaths: rig.browserDeaths(),
      }),
    ];
  }

  /** What a failure is understood by: the records and the requests since a number of the ledger. */
  async function trace(seq: number): Promise<string[]> {
    const records = await rig.records().catch(() => []);
    const entries = rig.control.ledger.entries().filter((entry) => entry.seq > seq);
    return [
      ...records.map((record) => JSON.stringify(record)),
      ...entries.map(({ body: _, headers: __, ...entry }) => JSON.stringify(entry)),
    ];
  }

  /** @throws With all that was wrong, and with what led to it. */
  return async (point: KillPoint): Promise<void> => {
    await prepare(point);
    const { length } = rig.control.ledger.entries();
    const problems = await strikeAndSettle(point).catch((error: unknown) => [String(error)]);
    if (problems.length > 0) throw new Error([...problems, ...(await trace(length))].join('\n'));
    isSpoiled = false;
  };
}

/** A batch is stored as a whole or not at all. */
function halves(captures: readonly Capture[], found: readonly { href: string }[]): string[] {
  return captures.flatMap(({ href, platforms }) => {
    const count = found.filter((record) => record.href === href).length;
    return count === 0 || count === platforms.length
      ? []
      : [`torn: ${count} of ${platforms.length} of ${href}`];
  });
}
