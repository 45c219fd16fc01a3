import type { Rig } from './rig.ts';
import type { StoredRecord } from './stored-record.ts';

/** What is due every few minutes of the extension's time is settled long before. */
const MOST_ROUNDS = 30;

/** How it came to rest: rounds of passing time, and what waited for nothing. */
interface Settled {
  records: StoredRecord[];
  rounds: number;
  stuck: string[];
}

/**
 * Lets time pass, with the background dead meanwhile, until nothing of the account waits to be sent. The user does what
 * only the user can: signs in, tests the connection after a refusal. Whatever else waits must have an alarm to wake for it.
 */
export async function settle(rig: Rig): Promise<Settled> {
  const stuck: string[] = [];
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    const { records, open, isSignedIn, isBlocked } = await rig.look();
    if (open.length === 0) return { records, rounds, stuck };
    if (!isSignedIn) await rig.signIn();
    else if (isBlocked) await rig.test();
    else if (!(await rig.pass())) {
      stuck.push(`stuck: ${open.map(({ state }) => state).join(', ')} with nothing in its way, and no alarm`);
      await rig.openList();
    }
    await rig.rest();
  }
  const { open } = await rig.look();
  throw new Error(
    `Not settled after ${MOST_ROUNDS} rounds: ${open.map((record) => JSON.stringify(record)).join('\n')}`,
  );
}
