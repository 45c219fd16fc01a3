import type { FaultKind } from './fault.ts';
import type { Endpoint } from './route-table.ts';
import type { SubmittedTarget } from './submitted-target.ts';

/**
 * - `pending`: no answer yet, the body not read yet, or a delay is running
 * - `answered`: the answer was sent in whole
 * - `held`: accepted, and never to be answered
 * - `cut`: a fault cut the connection
 * - `aborted`: the client went away before the answer
 * - `dropped`: the emulator was closed or reset before the answer
 */
type Ending = 'pending' | 'answered' | 'held' | 'cut' | 'aborted' | 'dropped';

/** One request as the emulator received and answered it. Times are ms since 1970, of the emulator's clock. */
export interface LedgerEntry {
  seq: number;
  receivedAt: number;
  answeredAt: number | null;
  method: string;
  /** With its query. */
  path: string;
  endpoint: Endpoint | null;
  /** `user` is the name in the Basic header, accepted or not. The password is never stored. */
  headers: {
    authorization: boolean;
    user: string | null;
    cookie: boolean;
    contentType: string | null;
    origin: string | null;
  };
  /** The raw text; null where it was not read to its end, or was over the limit. */
  body: string | null;
  target: SubmittedTarget | null;
  platform: string | null;
  /** The user name that signed in; null where the request was refused, or a fault kept it from the service. */
  account: string | null;
  /** The status that was sent, or `none`. */
  status: number | 'none';
  ended: Ending;
  /** The client closed the connection before an answer: `ended` can be `held`, too. */
  aborted: boolean;
  fault: { id: number; kind: FaultKind } | null;
  /** The analyses that the request started, whatever became of its answer. An archive can start several. */
  analysisIds: readonly string[];
}
