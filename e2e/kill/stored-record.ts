/** A stored analysis; only what is looked at here. */
export interface StoredRecord {
  id: string;
  href: string;
  platform: string;
  state: string;
  attempts: number;
  account: { userName: string } | null;
  started?: { analysisId: string };
}

/** Whether it is still to be sent: such a one may not be left, nor wait for nothing. */
export function isOpen({ state }: StoredRecord): boolean {
  return state === 'queued' || state === 'submitting';
}

/** The stored analyses, oldest first. */
export function recordsIn(local: Record<string, unknown>): StoredRecord[] {
  return Object.entries(local)
    .filter(([key]) => key.startsWith('analysis:'))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, record]) => record as StoredRecord);
}
