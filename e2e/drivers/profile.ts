import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './at-exit.ts';

/** A folder for a browser's profile that is ours to remove, or one that the caller keeps. */
export interface Profile {
  dir: string;
  remove(): Promise<void>;
}

// A browser's last child may still be writing when its parent is gone: hence the retries.
const THOROUGHLY = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };

/** Takes the given folder, which then outlives the browser, or makes one under the system's temporary folder. */
export async function openProfile(kept?: string): Promise<Profile> {
  if (kept !== undefined) return { dir: kept, remove: async () => {} };
  const dir = await mkdtemp(join(tmpdir(), 'detonate-profile-'));
  const callOff = atExit(() => rmSync(dir, THOROUGHLY));
  return {
    dir,
    async remove() {
      await rm(dir, THOROUGHLY);
      callOff();
    },
  };
}
