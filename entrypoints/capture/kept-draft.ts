import { type Draft, draftSchema } from '@/utils/analyses/draft.ts';
import { draftKey } from '@/utils/analyses/keys.ts';
import { session } from '@/utils/browser/storage.ts';
import { isOwnTabPrivate } from '@/utils/browser/tabs.ts';

/** The page is told once writing pauses. */
const PAUSE = 300;

export type KeptDraft = Awaited<ReturnType<typeof openDraft>>;

/** The draft that the page's address names, or an empty one. It is kept in memory: what is in it may be from a private window. */
export async function openDraft() {
  const id = location.hash.slice(1);
  const stored = id ? (await session.get([draftKey(id)]))[draftKey(id)] : undefined;
  const parsed = draftSchema.safeParse(stored);
  const isPrivate = await isOwnTabPrivate();
  const draft: Draft = parsed.success
    ? parsed.data
    : { origin: 'paste', text: '', ...(isPrivate && { isPrivate }) };
  return createKeptDraft(parsed.success ? id : '', draft);
}

function createKeptDraft(first: string, draft: Draft) {
  let id = first;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function write(text: string): Promise<void> {
    if (!id) {
      id = crypto.randomUUID();
      history.replaceState(null, '', `#${id}`);
    }
    await session.set({ [draftKey(id)]: { ...draft, text } });
  }

  return {
    draft,
    /** Keeps the text as it is now; where the browser can't, the page still has it. */
    keep(text: string): void {
      clearTimeout(timer);
      timer = setTimeout(() => write(text).catch(() => {}), PAUSE);
    },
    async drop(): Promise<void> {
      clearTimeout(timer);
      const dropped = id;
      id = '';
      history.replaceState(null, '', location.pathname);
      if (dropped) await session.remove([draftKey(dropped)]);
    },
  };
}
