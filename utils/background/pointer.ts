import { monotonicFactory } from 'ulid';
import type { Draft } from '@/utils/analyses/draft.ts';
import { draftKey } from '@/utils/analyses/keys.ts';
import { findUrls } from '@/utils/capture/find-urls.ts';
import { parseTarget } from '@/utils/capture/target.ts';
import { unwrap } from '@/utils/capture/unwrap.ts';
import type { WritableArea } from './area.ts';
import type { Capture, Captured, TargetsCapture } from './capture.ts';
import type { Problem } from './commands.ts';

export interface PointerOptions {
  session: WritableArea;
  now: () => number;
  capture: (capture: Capture) => Promise<Captured | { problem: Problem }>;
  captureTargets: (capture: TargetsCapture) => Promise<Captured | { problem: Problem }>;
  /** Opens the page with the tick list on a draft. */
  openDraft: (id: string) => Promise<void>;
}

/**
 * From what the user pointed at to a capture: what is one URL without doubt goes, all else is a draft on the page with the tick
 * list. Null where it is a draft.
 */
export function createPointer({ session, now, capture, captureTargets, openDraft }: PointerOptions) {
  const ulid = monotonicFactory();

  async function draft(what: Draft): Promise<null> {
    const id = ulid(now());
    await session.set({ [draftKey(id)]: what });
    await openDraft(id);
    return null;
  }

  return {
    /** At a text, in which URLs are looked for as people write them. */
    async text(pointed: Capture): Promise<Captured | { problem: Problem } | null> {
      const { text, ...rest } = pointed;
      const href = plainUrl(text);
      return href === undefined ? draft(draftOf(pointed)) : captureTargets({ ...rest, hrefs: [href] });
    },

    /** At an element or a page, which has one URL. */
    async url(pointed: Capture): Promise<Captured | { problem: Problem } | null> {
      const target = parseTarget(pointed.text);
      const isWrapped = 'href' in target && unwrap(target.href).length > 0;
      return isWrapped ? draft(draftOf(pointed)) : capture(pointed);
    },
  };
}

/** The one URL in a text, where nothing is doubtful about it and there is nothing else. */
export function plainUrl(text: string): string | undefined {
  const { found, leftOut } = findUrls(text);
  const [one, ...others] = [...found, ...leftOut];
  if (!one || !('href' in one) || one.doubt || others.length > 0) return undefined;
  return unwrap(one.href).length > 0 ? undefined : one.href;
}

function draftOf({ text, origin, platforms, isPrivate }: Capture): Draft {
  return { text, origin, platforms: [...platforms], ...(isPrivate && { isPrivate }) };
}
