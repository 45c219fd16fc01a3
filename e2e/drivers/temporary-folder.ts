import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './at-exit.ts';

/** A folder of our own; gone once it is removed, or this process ends. */
export interface Folder {
  dir: string;
  remove(): Promise<void>;
}

// A browser's last child may still be writing when its parent is gone: hence the retries.
const THOROUGHLY = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };

/** Makes a folder under the system's temporary one. */
export async function openTemporaryFolder(purpose: string): Promise<Folder> {
  const dir = await mkdtemp(join(tmpdir(), `detonate-${purpose}-`));
  const callOff = atExit(() => rmSync(dir, THOROUGHLY));
  return {
    dir,
    async remove() {
      await rm(dir, THOROUGHLY);
      callOff();
    },
  };
}
