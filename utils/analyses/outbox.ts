import { type Account, isSameAccount } from '@/utils/spectra/account.ts';
import type { Analysis } from './analysis.ts';
import type { Gate } from './gate.ts';

/** All that the next step depends on. */
export interface Outbox {
  /** The open analyses, in any order. */
  analyses: readonly Analysis[];
  /** The account that is set, if any. */
  account: Account | null;
  /** Whether its password is at hand. */
  isSignedIn: boolean;
  /** Whether the browser lets us reach its service. */
  hasPermission: boolean;
  isOnline: boolean;
  /** The user holds the queue. */
  isHeld: boolean;
  /** Of the account that is set. */
  gate: Gate;
  /** How long after its start a report is waited for, in milliseconds. */
  deadline: number;
}

/** The queued analyses of the account that is set, first the one that goes out first. */
export function queueOf({ analyses, account }: Outbox): Analysis[] {
  return analyses
    .filter((analysis) => analysis.state === 'queued' && isOurs(analysis, account))
    .sort((one, other) => one.queuedAt - other.queuedAt || (one.id < other.id ? -1 : 1));
}

/** Whether it belongs to the account that is set; what was captured before there was one belongs to nobody yet. */
export function isOurs(analysis: Analysis, account: Account | null): boolean {
  return account !== null && analysis.account !== null && isSameAccount(analysis.account, account);
}
