import { type Folder, openTemporaryFolder } from './temporary-folder.ts';

/** Takes the given folder for a browser's profile, which then outlives the browser, or makes one that is ours to remove. */
export async function openProfile(kept?: string): Promise<Folder> {
  return kept === undefined ? openTemporaryFolder('profile') : { dir: kept, remove: async () => {} };
}
