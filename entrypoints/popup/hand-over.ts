import type { Draft } from '@/utils/analyses/draft.ts';
import { draftKey } from '@/utils/analyses/keys.ts';
import { session } from '@/utils/browser/storage.ts';
import { openCapture } from '@/utils/browser/tabs.ts';

/** Opens the page with the tick list on a draft. It stays in memory until it is sent. */
export async function handOver(draft: Draft): Promise<void> {
  const id = crypto.randomUUID();
  await session.set({ [draftKey(id)]: draft });
  await openCapture(id);
}
