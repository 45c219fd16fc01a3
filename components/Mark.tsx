import type { ComponentChildren } from 'preact';
import type { Analysis, State } from '@/utils/analyses/analysis.ts';
import { type Rank, rankOf } from '@/utils/analyses/verdict.ts';
import { t } from '@/utils/browser/i18n.ts';
import { REPORT_TIME, verdictWords } from './words.ts';

/** Circumference of the pie's stroke: half the radius, so that the stroke fills the circle. */
const AROUND = 2 * Math.PI * 2.25;

const ring = <circle cx="8" cy="8" r="6.25" />;

/** A verdict's shape and letter; what is not clean differs in shape from what is, not in colour alone. */
const VERDICTS: Record<Rank, ComponentChildren> = {
  malicious: (
    <>
      <path class="solid" d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />
      <path class="on-solid" d="M4.8 11.2V5l3.2 4 3.2-4v6.2" />
    </>
  ),
  suspicious: (
    <>
      <path class="solid" d="M8 .8l7.6 13.8H.4z" />
      <path class="on-solid" d="M10 7.2c-.5-.8-3.7-1.3-3.7.5 0 1.7 3.7 1 3.7 2.8 0 1.7-3.4 1.4-3.9.3" />
    </>
  ),
  unknown: (
    <>
      {ring}
      <path d="M6 6.300c0-2.6 4-2.6 4 0 0 1.5-2 1.5-2 3.100M8 11.300v.6" />
    </>
  ),
  none: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2.5" stroke-dasharray="2.4 1.53" />
      <path d="M6 6.300c0-2.6 4-2.6 4 0 0 1.5-2 1.5-2 3.100M8 11.300v.6" />
    </>
  ),
  clean: (
    <>
      <circle class="solid" cx="8" cy="8" r="7" />
      <path class="on-solid" d="M4.8 8.300l2.2 2.3 4.2-4.8" />
    </>
  ),
};

const SHAPES: Record<Exclude<State, 'running' | 'finished'>, ComponentChildren> = {
  held: (
    <>
      <path class="solid" d="M8 .8L15.2 8 8 15.2.8 8z" />
      <path class="on-solid" d="M6.5 5.400v5.200M9.500 5.400v5.200" />
    </>
  ),
  queued: (
    <>
      <circle cx="8" cy="8" r="6.25" stroke-dasharray="2.4 1.53" />
      <path d="M8 5v3.2l2 1.3" />
    </>
  ),
  submitting: (
    <>
      {ring}
      <path d="M8 11V5.2M5.6 7.4L8 5l2.4 2.4" />
    </>
  ),
  unconfirmed: (
    <>
      <path class="solid" d="M8 .8L15.2 8 8 15.2.8 8z" />
      <path class="on-solid" d="M8 4.4v4.4M8 10.6v1.4" />
    </>
  ),
  noReport: VERDICTS.none,
  failed: (
    <>
      <rect class="solid" x="1.5" y="1.5" width="13" height="13" rx="2.5" />
      <path class="on-solid" d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" />
    </>
  ),
  cancelled: (
    <>
      {ring}
      <path d="M5.2 8h5.6" />
    </>
  ),
  givenUp: (
    <>
      {ring}
      <path d="M5.6 10.4l4.8-4.8" />
    </>
  ),
  discarded: (
    <>
      {ring}
      <path d="M5.600 5.600l4.800 4.800M10.400 5.600l-4.800 4.800" />
    </>
  ),
};

interface MarkProps {
  analysis: Analysis;
  now: number;
  /** What it says where it stands alone; the state unless given. */
  label?: string;
}

/** An analysis's state as a mark: a shape, a sign and a colour. A running one fills up as time passes. */
export function Mark({ analysis, now, label }: MarkProps) {
  const { state, startedAt = now } = analysis;
  const rank = state === 'finished' ? (rankOf(analysis) ?? 'unknown') : undefined;
  const name = label ?? (rank ? verdictWords(rank, analysis.verdict) : t(`state_${state}`));
  if (rank) return <VerdictMark rank={rank} label={name} />;
  return (
    <svg class={`mark mark-${state}`} viewBox="0 0 16 16" role="img" aria-label={name}>
      <title>{name}</title>
      {state === 'running' ? (
        <Pie share={(now - startedAt) / REPORT_TIME} />
      ) : (
        state !== 'finished' && SHAPES[state]
      )}
    </svg>
  );
}

/** A verdict as a mark: the same in row, batch and report. */
export function VerdictMark({ rank, label }: { rank: Rank; label?: string }) {
  const name = label ?? t(`verdict_${rank}`);
  return (
    <svg class={`mark mark-${rank}`} viewBox="0 0 16 16" role="img" aria-label={name}>
      <title>{name}</title>
      {VERDICTS[rank]}
    </svg>
  );
}

/** From a sliver, so that it reads as begun, to the full circle. */
function Pie({ share }: { share: number }) {
  const filled = AROUND * Math.min(Math.max(share, 0.08), 1);
  return (
    <>
      {ring}
      <circle
        class="pie"
        cx="8"
        cy="8"
        r="2.25"
        stroke-dasharray={`${filled} ${AROUND}`}
        transform="rotate(-90 8 8)"
      />
    </>
  );
}
