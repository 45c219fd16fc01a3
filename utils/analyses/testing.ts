import type { Analysis } from './analysis.ts';

/** Whose the analyses of tests are. */
export const ACCOUNT = { address: 'https://a.test', userName: 'u/a' };

/** A queued analysis of a test, captured at the given time, with what is to be different. */
export function queuedAnalysis(id: string, capturedAt: number, changes: Partial<Analysis> = {}): Analysis {
  return {
    version: 3,
    id,
    batchId: 'b',
    origin: 'link',
    href: 'http://bad.test/',
    platform: 'linux',
    account: ACCOUNT,
    form: 'url_base64',
    state: 'queued',
    capturedAt,
    queuedAt: capturedAt,
    attempts: 0,
    looks: 0,
    ...changes,
  };
}
