import type { FaultOrderInput } from '../../emulator/fault.ts';

type FaultInput = FaultOrderInput['fault'];

/** Long enough for a kill in the meantime, short enough to wait for. */
const LATE = 150;

/** What goes wrong with a submission, by the name that it has in the table. */
export const FAULTS = {
  none: null,
  late: { kind: 'delay', ms: LATE },
  'late, then started': { kind: 'delay', ms: LATE, started: false },
  hang: { kind: 'hang' },
  'hang, not started': { kind: 'hang', started: false },
  'cut before body': { kind: 'cut', when: 'before-body' },
  'cut after body': { kind: 'cut', when: 'after-body' },
  'cut mid-answer': { kind: 'cut', when: 'mid-answer' },
  '500, started': { kind: 'server-error', status: 500, started: true },
  '503, not started': { kind: 'server-error', status: 503, retryAfter: 20 },
  '429 rate limit': { kind: 'too-many-requests', cause: 'rate-limit' },
  '429 quota': { kind: 'too-many-requests', cause: 'quota' },
  'page of a proxy': { kind: 'html' },
  redirect: { kind: 'redirect', location: 'https://sign-in.example.test/' },
  nonsense: { kind: 'nonsense', started: true },
  '400': { kind: 'refusal', status: 400 },
  '401': { kind: 'refusal', status: 401 },
  '403': { kind: 'refusal', status: 403 },
  '406': { kind: 'refusal', status: 406 },
  '408': { kind: 'refusal', status: 408 },
} as const satisfies Record<string, FaultInput | null>;

export type FaultName = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

/** Those that hold the request open, so that the background can be killed in the middle of it. */
export const HOLDS = [
  'late',
  'late, then started',
  'hang',
  'hang, not started',
] as const satisfies FaultName[];
export type Hold = (typeof HOLDS)[number];

export function isHold(fault: FaultName): fault is Hold {
  return (HOLDS as readonly string[]).includes(fault);
}

/** Whether it is ever over: what hangs has no moment after it. */
export function endsByItself(fault: FaultName): boolean {
  return FAULTS[fault]?.kind !== 'hang';
}
