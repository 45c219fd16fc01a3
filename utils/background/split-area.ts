import type { Area, WritableArea } from './area.ts';
import { isOpen, isOwn, isParted, isTarget, merged, parted } from './parting.ts';
import { createSight } from './sight.ts';

/**
 * Local storage but for what came from private windows, which stands in session storage: in memory, and gone when the browser
 * ends. Who reads and writes sees one area.
 *
 * Each of the two is whole by itself, so that a death between their writes leaves a change that was made to one of them alone.
 * What is not private is written first: it is what a private request counts against, and what marks a removal.
 */
export function createSplitArea(local: WritableArea, session: WritableArea): WritableArea {
  // Whoever writes a list has looked, alone with the storage: what was not there then need not be taken out.
  const inSession = createSight();
  const onDisk = createSight();

  return {
    async get(keys) {
      const [open, own] = await Promise.all([
        some(local, keys.filter(isOpen)),
        some(session, keys.filter(isOwn)),
      ]);
      for (const key of keys.filter(isParted)) inSession.look(key, key in own);
      for (const key of keys.filter(isTarget)) onDisk.look(key, key in open);
      return merged(open, own);
    },

    async keys() {
      const [open, own] = await Promise.all([local.keys(), session.keys()]);
      for (const key of own.filter(isParted)) inSession.look(key, true);
      for (const key of open.filter(isTarget)) onDisk.look(key, true);
      return [...new Set([...open, ...own.filter(isOwn)])];
    },

    async set(items) {
      const { open, own } = parted(items, inSession.mayHold);
      const targets = Object.keys(items).filter(isTarget);
      const emptied = targets.filter((key) => !(key in open) && onDisk.mayHold(key));
      if (Object.keys(open).length > 0) await local.set(open);
      if (emptied.length > 0) await local.remove(emptied);
      for (const key of targets) onDisk.write(key, key in open);
      if (Object.keys(own).length > 0) await session.set(own);
      for (const key of Object.keys(own)) inSession.write(key, true);
    },

    /** Session storage first: a mark that is left tells of all that is to go. */
    async remove(keys) {
      const own = keys.filter((key) => isOwn(key) && inSession.mayHold(key));
      if (own.length > 0) await session.remove(own);
      for (const key of own.filter(isParted)) inSession.write(key, false);
      // The name of a target is its URL: what was never written there is not named there.
      const open = keys.filter((key) => isOpen(key) && (!isTarget(key) || onDisk.mayHold(key)));
      if (open.length > 0) await local.remove(open);
      for (const key of open.filter(isTarget)) onDisk.write(key, false);
    },
  };
}

async function some(area: Area, keys: string[]): Promise<Record<string, unknown>> {
  return keys.length > 0 ? area.get(keys) : {};
}
